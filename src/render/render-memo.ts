import type { MemoView } from '../derive/memo-view.ts';
import { memoContext } from './context.ts';
import { dateText } from './dates.ts';
import { createTemplates, type TemplateSet, type TemplateTexts } from './environment.ts';
import { createHelpers, type MemoFigures } from './helpers.ts';
import { type MessageFile, type Messages, messagesFor } from './messages.ts';
import { type Note, NoteCollector } from './notes.ts';

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

/** Renders one memo. A figure is asked for by its key when a template prints it. */
export function renderMemo(view: MemoView, form: Form, figures: MemoFigures): RenderedMemo {
  const messages = messagesFor(view.language, form.messages);
  const notes = new NoteCollector(view);
  const templates = createTemplates(form.templates, createHelpers({ view, messages, notes, figures }));
  const body = templates.render('memo', memoContext(view, messages));
  return {
    markdown: tidy(`${body}\n\n${renderNotes(templates, notes, view)}\n`),
    furniture: { foot: footText(view, messages), pageOf: messages.text('page.of') },
    labels: { notes: messages.text('heading.notes'), backToText: messages.text('notes.back') },
  };
}

/** Notes may cite in their turn; those notes follow. */
function renderNotes(templates: TemplateSet, notes: NoteCollector, view: MemoView): string {
  const lines: string[] = [];
  for (let next = notes.after(0); next.length > 0; next = notes.after(lines.length)) {
    for (const note of next)
      lines.push(
        templates
          .render('note', noteContext(note, view))
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      );
  }
  return lines.join('\n');
}

function noteContext(note: Note, view: MemoView) {
  const evidence = note.evidence === undefined ? undefined : view.evidence.get(note.evidence);
  return { mark: `[^${note.label}]`, locator: note.locator, evidence, source: note.source };
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

/** The title up to its colon, cut at a word where it is longer than fits a foot line. */
function shortTitle(title: string): string {
  const MOST = 48;
  const main = title.split(/[:：]\s/)[0] ?? title;
  if (main.length <= MOST) return main;
  return `${main.slice(0, MOST).replace(/\s+\S*$/, '')} …`;
}

/** A row of a table with one space at the edges of its cells, however much or little a template found to say. */
function evenCells(row: string): string {
  return row.replace(/ {2,}(?=\|)|(?<=\|) {2,}/g, ' ');
}

/** One empty line between blocks and no blanks at line ends; code in fences is left alone. */
function tidy(markdown: string): string {
  const out: string[] = [];
  let inFence = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) inFence = !inFence;
    const text = inFence ? line : line.trimEnd().replace(/^\|.*/, evenCells);
    if (inFence || text !== '' || out.at(-1) !== '') out.push(text);
  }
  return `${out.join('\n').trim()}\n`;
}
