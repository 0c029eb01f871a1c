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
import { tidy, withGaps } from './tidy.ts';
import { dateText } from './wording/dates.ts';
import { type MessageFile, type Messages, messagesFor } from './wording/messages.ts';
import { withFigureNumbers } from './wording/pictures.ts';
import { shortTitle } from './wording/short-title.ts';

/** What a form consists of, read by whoever owns the files. */
export interface Form {
  readonly name: string;
  /** `memo` and its partials. */
  readonly templates: TemplateTexts;
  /** Phrases by language subtag; `en` is always there. */
  readonly messages: ReadonlyMap<string, MessageFile>;
  /** The house style of the project. */
  readonly brand?: HouseStyle;
}

export interface RenderedMemo {
  /** The memo as it is written to `out/<id>.md`. */
  readonly markdown: string;
  /** What stands at the foot of each page. */
  readonly furniture: { readonly foot: string; readonly pageOf: string };
  /** Phrases the page needs around the Markdown. */
  readonly labels: {
    readonly notes: string;
    readonly backToText: string;
    readonly besides: readonly string[];
  };
  /** What the page shows of the house. */
  readonly house?: HouseFurniture;
  /** Set for an annex in which there is nothing. */
  readonly isEmpty?: boolean;
}

/** How a memo is rendered where that is not decided by its assessment and its form. */
export interface RenderOptions {
  /** Variant of a form that has several, from the fullest (0) to the leanest. */
  readonly level?: number;
  /** Set when the memo is to be part of a document: what its labels of notes begin with. */
  readonly partOf?: string;
  /** What changed since the edition before. */
  readonly changes?: EditionChanges;
  /** How earlier judgments on the question turned out. */
  readonly record?: QuestionRecord;
  /** Which part of the memo is wanted; all of it when left out. A form without an annex has one part only. */
  readonly extent?: Extent;
}

/**
 * Renders one memo. A figure is asked for by its key when a template prints it. A form that prints `contents` gets its
 * headings there when the memo turns out to be long: those of the brief, and the annex as one entry; `annex-contents` are
 * those of the annex.
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

/** Keep the places of the contents lists until the headings are known. Noncharacters: nobody writes them. */
const CONTENTS = '\ufdd0contents\ufdd0';
const ANNEX_CONTENTS = '\ufdd0annex-contents\ufdd0';

/** An annex in which there is nothing is none. */
function withoutEmptyAnnex(body: string): string {
  const [before, after] = body.split(ANNEX_CONTENTS);
  return after !== undefined && before !== undefined && after.trim() === ''
    ? before.slice(0, before.lastIndexOf(ANNEX))
    : body;
}

const ANNEX = '<!-- role: annex -->';

/** A contents list of each part. */
interface Lists {
  readonly brief: string;
  readonly annex: string;
}

const NO_LISTS: Lists = { brief: '', annex: '' };

/**
 * Characters of Markdown from which a memo is long: about five pages of the forms shipped. By length and not by pages,
 * so that the Markdown is the same whether or not anything is printed.
 */
const LONG = 22_000;

/** The headings of each part, the annex itself being one of the brief's. */
interface PartHeadings {
  readonly brief: readonly Heading[];
  readonly annex: readonly Heading[];
}

/** Lists the headings that follow each list; again should a list's own heading have renamed one of them. */
function withContents(whole: string, render: (headings: PartHeadings) => string, messages: Messages): string {
  const apart = ['bottom-line', 'contents', 'imprint'].map((key) => messages.text(`heading.${key}`));
  const annex = messages.text('heading.annex');
  const listedIn = (markdown: string): PartHeadings => {
    const listed = headingsOf(markdown).filter(({ level, words }) => level === 2 && !apart.includes(words));
    // The last of its name: a section may be called so, too.
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

/** Notes may cite in their turn; those notes follow. */
function renderNotes(templates: TemplateSet, notes: NoteCollector, view: MemoView, extent: Extent): string {
  const lines: string[] = [];
  const introduced = new Set<string>();
  for (let next = notes.after(0); next.length > 0; next = notes.after(lines.length)) {
    for (const note of next)
      lines.push(
        templates
          .render('note', noteContext(note, view, introduced, extent))
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      );
  }
  return lines.join('\n');
}

/** `introduced` collects speakers as notes name them with their offices. */
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
    /** Whether a note before this one named the speaker with the same office. */
    introduced: known,
    // Where the annex of a form prints the evidence in full, so that the note need not.
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
