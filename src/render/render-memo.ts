import type { EditionChanges } from '../derive/entities/edition.ts';
import type { MemoView } from '../derive/memo-view.ts';
import { demoted, type Heading, headingsOf } from './contents.ts';
import { memoContext } from './context.ts';
import { type Note, NoteCollector } from './notes.ts';
import {
  createTemplates,
  type TemplateSet,
  type TemplateTexts,
  withoutFrontMatter,
} from './templates/environment.ts';
import { createHelpers, type MemoFigures } from './templates/helpers.ts';
import { tidy, withGaps } from './tidy.ts';
import { dateText } from './wording/dates.ts';
import { type MessageFile, type Messages, messagesFor } from './wording/messages.ts';
import { shortTitle } from './wording/short-title.ts';

/** What a form consists of, read by whoever owns the files. */
export interface Form {
  readonly name: string;
  /** `memo` and its partials. */
  readonly templates: TemplateTexts;
  /** Phrases by language subtag; `en` is always there. */
  readonly messages: ReadonlyMap<string, MessageFile>;
}

export interface RenderedMemo {
  /** The memo as it is written to `out/<id>.md`. */
  readonly markdown: string;
  /** What stands at the foot of each page. */
  readonly furniture: { readonly foot: string; readonly pageOf: string };
  /** Phrases the page needs around the Markdown. */
  readonly labels: { readonly notes: string; readonly backToText: string };
}

/** How a memo is rendered where that is not decided by its assessment and its form. */
export interface RenderOptions {
  /** Variant of a form that has several, from the fullest (0) to the leanest. */
  readonly level?: number;
  /** Set when the memo is to be part of a document: what its labels of notes begin with. */
  readonly partOf?: string;
  /** What changed since the edition before. */
  readonly changes?: EditionChanges;
}

/**
 * Renders one memo. A figure is asked for by its key when a template prints it. A form that prints `contents` gets its
 * headings there when the memo turns out to be long.
 */
export function renderMemo(
  view: MemoView,
  form: Form,
  figures: MemoFigures,
  { level = 0, partOf, changes }: RenderOptions = {},
): RenderedMemo {
  const messages = messagesFor(view.language, form.messages);
  const notes = new NoteCollector(view, partOf);
  const templates = createTemplates(form.templates, createHelpers({ view, messages, notes, figures }));
  const context = memoContext(view, messages, { level, contents: [], changes });
  const body = templates.render('memo', context, { contents: () => CONTENTS });
  const text = `${body}\n\n${renderNotes(templates, notes, view)}\n`;
  const withList = (list: string) => {
    const whole = tidy(text.replaceAll(CONTENTS, () => list));
    return view.released ? withGaps(whole) : whole;
  };
  const whole = withList('');
  const isListed = partOf === undefined && text.includes(CONTENTS) && whole.length > LONG;
  const markdown = isListed
    ? withContents(
        whole,
        (contents) => withList(templates.render('contents', { ...context, contents })),
        messages,
      )
    : whole;
  return {
    markdown: partOf === undefined ? markdown : demoted(withoutFrontMatter(markdown)),
    furniture: { foot: footText(view, messages), pageOf: messages.text('page.of') },
    labels: { notes: messages.text('heading.notes'), backToText: messages.text('notes.back') },
  };
}

/** Keeps the place of the contents list until the headings are known. A noncharacter: nobody writes it. */
const CONTENTS = '\ufdd0contents\ufdd0';

/**
 * Characters of Markdown from which a memo is long: about five pages of the forms shipped. By length and not by pages,
 * so that the Markdown is the same whether or not anything is printed.
 */
const LONG = 22_000;

/** Lists the headings that follow the list; again should the list's own heading have renamed one of them. */
function withContents(
  whole: string,
  render: (contents: readonly Heading[]) => string,
  messages: Messages,
): string {
  const apart = [messages.text('heading.bottom-line'), messages.text('heading.contents')];
  const listedIn = (markdown: string) =>
    headingsOf(markdown).filter(({ level, words }) => level === 2 && !apart.includes(words));
  const expected = listedIn(whole);
  const first = render(expected);
  const listed = listedIn(first);
  return JSON.stringify(listed) === JSON.stringify(expected) ? first : render(listed);
}

/** Notes may cite in their turn; those notes follow. */
function renderNotes(templates: TemplateSet, notes: NoteCollector, view: MemoView): string {
  const lines: string[] = [];
  const introduced = new Set<string>();
  for (let next = notes.after(0); next.length > 0; next = notes.after(lines.length)) {
    for (const note of next)
      lines.push(
        templates
          .render('note', noteContext(note, view, introduced))
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      );
  }
  return lines.join('\n');
}

/** `introduced` collects speakers as notes name them with their offices. */
export function noteContext(note: Note, view: MemoView, introduced: Set<string>) {
  const id = note.evidence;
  const evidence = id === undefined ? undefined : view.evidence.get(id);
  const speaker = evidence?.speaker && `${evidence.speaker.name}, ${evidence.speaker.office}`;
  const known = speaker !== undefined && introduced.has(speaker);
  if (speaker !== undefined) introduced.add(speaker);
  return {
    mark: `[^${note.label}]`,
    locator: note.locator,
    evidence,
    source: note.source,
    /** Whether a note before this one named the speaker with the same office. */
    introduced: known,
    // Where a form prints the evidence in full, so that the note need not.
    weighed: numbered(view.eventReport.itemNumbers.get(id ?? '')),
    appraised: numbered(view.commentary.appraisal.numbers.get(id ?? '')),
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
