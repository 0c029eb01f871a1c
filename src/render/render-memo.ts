import type { QuestionRecord } from '../derive/analysis/question-record.ts';
import type { EditionChanges } from '../derive/entities/edition.ts';
import type { MemoView } from '../derive/memo-view.ts';
import type { HouseStyle } from '../model/brand/house-style.ts';
import { closeUpNotes } from './close-up-notes.ts';
import { demoted, type Heading, headingsOf } from './contents.ts';
import { type Extent, memoContext } from './context.ts';
import { type HouseFurniture, houseFurniture } from './house-text.ts';
import { type Note, NoteCollector } from './notes.ts';
import {
  createTemplates,
  type TemplateSet,
  type TemplateTexts,
  withoutFrontMatter,
} from './templates/environment.ts';
import { createHelpers } from './templates/helpers.ts';
import type { MemoFigures } from './templates/memo-figures.ts';
import { TemplateError } from './templates/template-error.ts';
import { tidy, withGaps } from './tidy.ts';
import { dateText } from './wording/dates.ts';
import { type MessageFile, type Messages, messagesFor } from './wording/messages.ts';
import { withFigureNumbers } from './wording/pictures.ts';
import { shortTitle } from './wording/short-title.ts';

/** The content of a form, read by whoever owns the files. */
export interface Form {
  readonly name: string;
  /** `memo` and its partials. */
  readonly templates: TemplateTexts;
  /** Phrases by language subtag; `en` always exists. */
  readonly messages: ReadonlyMap<string, MessageFile>;
  /** The house style of the project. */
  readonly brand?: HouseStyle;
}

export interface RenderedMemo {
  /** The memo as it is written to `out/<id>.md`. */
  readonly markdown: string;
  /** Page footers. */
  readonly furniture: { readonly foot: string; readonly pageOf: string };
  /** Phrases the page needs outside of the Markdown. */
  readonly labels: {
    readonly notes: string;
    readonly backToText: string;
    readonly besides: readonly string[];
  };
  /** The house style's texts on the page. */
  readonly house?: HouseFurniture;
  /** Set for an annex without content. */
  readonly isEmpty?: boolean;
}

/** Options of rendering that neither the assessment nor the form decides. */
export interface RenderOptions {
  /** Variant of a form with several, from the fullest (0) to the leanest. */
  readonly level?: number;
  /** Set if the memo is part of a larger document: the prefix of its note labels. */
  readonly partOf?: string;
  /** What changed since the previous edition. */
  readonly changes?: EditionChanges;
  /** How earlier judgments on the question turned out. */
  readonly record?: QuestionRecord;
  /** Which part of the memo to render; the whole if left out. A form without an annex has only one part. */
  readonly extent?: Extent;
}

/**
 * Renders one memo. A figure is requested by its key when a template prints it. A form that prints `contents`
 * gets a contents list there if the memo is long: the headings of the brief, and the annex as one entry;
 * `annex-contents` lists the headings of the annex.
 */
export function renderMemo(
  view: MemoView,
  form: Form,
  figures: MemoFigures,
  { level = 0, partOf, changes, record, extent = 'whole' }: RenderOptions = {},
): RenderedMemo {
  const messages = messagesFor(view.language, form.messages, [view]);
  const notes = new NoteCollector(view, partOf);
  const templates = createTemplates(form.templates, createHelpers({ view, messages, notes, figures }));
  const context = memoContext(view, messages, {
    level,
    contents: [],
    changes,
    record,
    extent,
    brand: form.brand,
    isPart: partOf !== undefined,
  });
  const instead = { contents: () => CONTENTS, 'annex-contents': () => ANNEX_CONTENTS };
  const printed = templates.render('memo', context, instead);
  const body = withoutEmptyAnnex(printed);
  const closed = closeUpNotes(
    `${body}\n\n${renderNotes(templates, notes, view, extent)}\n`,
    (references) => messages.text('note.several', { notes: references }),
    partOf,
  );
  const text = withFigureNumbers(closed, messages);
  const withLists = ({ brief, annex }: Lists) => {
    const lists = text.replaceAll(CONTENTS, () => brief).replaceAll(ANNEX_CONTENTS, () => annex);
    const whole = tidy(lists);
    return view.released ? withGaps(whole) : whole;
  };
  const whole = withLists(NO_LISTS);
  const isListed =
    partOf === undefined && (text.includes(CONTENTS) || text.includes(ANNEX_CONTENTS)) && whole.length > LONG;
  const markdown = isListed
    ? withContents(
        whole,
        (headings) => {
          const listed = (name: string, contents: readonly Heading[]) =>
            templates.render(name, { ...context, contents });
          return withLists({
            brief: listed('contents', headings.brief),
            annex: listed('annex-contents', headings.annex),
          });
        },
        messages,
      )
    : whole;
  return {
    markdown: partOf === undefined ? markdown : demoted(withoutFrontMatter(markdown)),
    furniture: { foot: footText(view, messages), pageOf: messages.text('page.of') },
    ...(form.brand && { house: houseFurniture(form.brand, view, messages) }),
    ...(extent === 'annex' && body !== printed && { isEmpty: true }),
    labels: {
      notes: messages.text('heading.notes'),
      backToText: messages.text('notes.back'),
      besides: [messages.text('judgment.against'), messages.text('judgment.would-change')],
    },
  };
}

/** Placeholders of the contents lists until the headings are known. Noncharacters: no text contains them. */
const CONTENTS = '\ufdd0contents\ufdd0';
const ANNEX_CONTENTS = '\ufdd0annex-contents\ufdd0';

/** Removes an annex without content. */
function withoutEmptyAnnex(body: string): string {
  const [before, after] = body.split(ANNEX_CONTENTS);
  return after !== undefined && before !== undefined && after.trim() === ''
    ? before.slice(0, before.lastIndexOf(ANNEX))
    : body;
}

const ANNEX = '<!-- role: annex -->';

/** The contents list of each part. */
interface Lists {
  readonly brief: string;
  readonly annex: string;
}

const NO_LISTS: Lists = { brief: '', annex: '' };

/**
 * Length in characters of Markdown from which a memo counts as long: about five pages of the shipped forms.
 * Measured by length and not by pages, so that the Markdown is the same whether or not anything is printed.
 */
const LONG = 22_000;

/** The headings of each part; the annex itself is one of the brief's headings. */
interface PartHeadings {
  readonly brief: readonly Heading[];
  readonly annex: readonly Heading[];
}

/** Fills in the contents lists; repeats this if a list's own heading changed an anchor. */
function withContents(whole: string, render: (headings: PartHeadings) => string, messages: Messages): string {
  const apart = ['bottom-line', 'contents', 'imprint'].map((key) => messages.text(`heading.${key}`));
  const annex = messages.text('heading.annex');
  const listedIn = (markdown: string): PartHeadings => {
    const listed = headingsOf(markdown).filter(({ level, words }) => level === 2 && !apart.includes(words));
    // The last of that name: a section may have the same heading.
    const at = listed.findLastIndex(({ words }) => words === annex);
    return at < 0
      ? { brief: listed, annex: markdown.includes(ANNEX) ? listed : [] }
      : { brief: listed.slice(0, at + 1), annex: listed.slice(at + 1) };
  };
  const expected = listedIn(whole);
  const first = render(expected);
  const listed = listedIn(first);
  return JSON.stringify(listed) === JSON.stringify(expected) ? first : render(listed);
}

/** A note may itself cite; the notes for that follow. */
function renderNotes(templates: TemplateSet, notes: NoteCollector, view: MemoView, extent: Extent): string {
  const lines: string[] = [];
  const introduced = new Set<string>();
  for (let next = notes.after(0); next.length > 0; next = notes.after(lines.length)) {
    for (const note of next) {
      const context = noteContext(note, view, introduced, extent);
      const line = templates
        .render('note', context)
        .replace(/\s*\n\s*/g, ' ')
        .trim();
      // Anything else is no note in Markdown, and each reference to it would be printed as it is written.
      if (!line.startsWith(`${context.mark}:`)) {
        throw new TemplateError('The template "note" must begin with `{{mark}}:`, in every language.');
      }
      lines.push(line);
    }
  }
  return lines.join('\n');
}

/** `introduced` collects the speakers whom notes have named with their offices. */
export function noteContext(note: Note, view: MemoView, introduced: Set<string>, extent: Extent = 'whole') {
  const id = note.evidence;
  const evidence = id === undefined ? undefined : view.evidence.get(id);
  const speaker = evidence?.speaker && `${evidence.speaker.name}, ${evidence.speaker.office}`;
  const known = speaker !== undefined && introduced.has(speaker);
  if (speaker !== undefined) introduced.add(speaker);
  const inAnnex = (numbers: ReadonlyMap<string, number>) =>
    extent === 'brief' ? undefined : numbers.get(id ?? '');
  return {
    mark: `[^${note.label}]`,
    locator: note.locator,
    evidence,
    source: note.source,
    /** Whether an earlier note named the speaker with the same office. */
    introduced: known,
    // Set if the form's annex prints the evidence in full, so that the note need not.
    weighed: numbered(inAnnex(view.eventReport.itemNumbers)),
    appraised: numbered(inAnnex(view.commentary.appraisal.numbers)),
  };
}

function numbered(number: number | undefined): { number: number } | undefined {
  return number === undefined ? undefined : { number };
}

function footText(view: MemoView, messages: Messages): string {
  return [
    shortTitle(view.title),
    view.edition === undefined ? undefined : messages.text('foot.edition', { number: view.edition }),
    messages.text('foot.cut-off', { date: dateText(view.asOf, messages) }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
