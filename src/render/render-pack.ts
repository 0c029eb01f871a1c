import type { PackView } from '../derive/comparison/pack.ts';
import { type Heading, headingsOf } from './contents.ts';
import { packFurniture } from './house-text.ts';
import { NoteCollector } from './notes.ts';
import { packContext } from './pack-context.ts';
import { synthesisText } from './pack-synthesis.ts';
import type { Form, RenderedMemo } from './render-memo.ts';
import { createTemplates } from './templates/environment.ts';
import { createHelpers } from './templates/helpers.ts';
import { tidy } from './tidy.ts';
import { dateText } from './wording/dates.ts';
import { messagesFor } from './wording/messages.ts';

/** A document of several memos. Its Markdown is the front matter followed by each memo. */
export interface RenderedPack extends RenderedMemo {
  readonly title: string;
  /** The part before the memos. */
  readonly front: string;
}

/**
 * Renders the front of a pack, and joins it with the memos. `memos` is the Markdown of each, rendered as a
 * part. The contents list uses the anchors that a forge gives headings in the whole document.
 */
export function renderPack(view: PackView, form: Form, memos: readonly string[]): RenderedPack {
  const messages = messagesFor(view.language, form.messages, view.scales);
  const synthesis = synthesisText(view.comparison, messages);
  const { widest } = synthesis;
  // What only some of the memos speak of would be a false title for the others.
  const title =
    widest === undefined || view.memos.length < 2 || widest.memos < view.memos.length
      ? messages.text('pack.title')
      : messages.text('pack.title-on', { subject: widest.name });
  const citable = { citableSources: view.citableSources, evidence: new Map() };
  const notes = new NoteCollector(citable);
  const helpers = createHelpers({ view: citable, messages, notes, figures: { get: () => undefined } });
  const templates = createTemplates(form.templates, helpers);
  // Memos of a pack may be in different languages.
  const called = (key: string) =>
    new Set([...form.messages.values()].flatMap((phrases) => phrases[key] ?? []));
  const apart = { annexes: called('heading.annex'), bottomLines: called('heading.bottom-line') };
  const render = (headings: readonly Heading[]) =>
    tidy(
      templates.render('pack', {
        ...packContext(view, messages, headings, apart),
        synthesis,
        title,
        form: form.name,
      }),
    );
  const joined = (front: string) => [front, ...memos].join(BETWEEN);
  const own = [messages.text('heading.contents'), messages.text('pack.heading-memos')];
  const listedIn = (front: string) =>
    headingsOf(joined(front)).filter(
      ({ level, words }) => level > 1 && !(level === 2 && own.includes(words)),
    );
  // The list's own heading is present from the start, so that it cannot change another heading's anchor later.
  const front = render(listedIn(render([])));
  return {
    title,
    front,
    markdown: joined(front),
    furniture: {
      foot: [title, messages.text('foot.cut-off', { date: dateText(view.asOf, messages) })].join(' · '),
      pageOf: messages.text('page.of'),
    },
    ...(form.brand && { house: packFurniture(form.brand, view.language, title) }),
    labels: { notes: messages.text('heading.notes'), backToText: messages.text('notes.back'), besides: [] },
  };
}

/** On a forge, a rule separates the memos; on paper each begins on a new page. */
const BETWEEN = '\n---\n\n';
