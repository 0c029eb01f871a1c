import type { ElementContent } from 'hast';
import { alignItems, alignWords } from '../../src/diff/words/align.ts';
import { closeUpReferences } from '../../src/html/closed-notes.ts';
import { htmlOf } from '../../src/html/content.ts';
import { mergeEditions } from '../../src/html/redline/merge.ts';
import type { MergeInput } from '../../src/html/redline/types.ts';
import { contentOf } from '../../src/html/to-page.ts';

const labels = {
  notes: 'Notes',
  backToText: 'Back to reference {reference}',
  besides: [],
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  figureChanged: 'Figure changed',
  oldNumber: 'old {number}',
};

/** What becomes of two texts in Markdown: HTML without line breaks between blocks. */
export function redlineOf(before: string, after: string, more: Partial<MergeInput> = {}): string {
  return htmlOf(merged(before, after, more)).replace(BREAKS, '>');
}

/** The same with the numbers of notes as they are printed. */
export function finishedRedlineOf(before: string, after: string): string {
  const children = merged(before, after);
  closeUpReferences({ type: 'root', children });
  return htmlOf(children).replace(BREAKS, '>');
}

const BREAKS = /(?<!<(?:ins|del)[^<>]*)>\n+(?=<|$)/g;

function merged(before: string, after: string, more: Partial<MergeInput> = {}): ElementContent[] {
  return mergeEditions({
    before: { markdown: before, figures: new Map() },
    after: { markdown: after, figures: new Map() },
    language: 'en',
    labels,
    numberings: [],
    numberHeads: ['No.'],
    aligner: { items: alignItems, words: alignWords },
    ...more,
  });
}

/**
 * The words of some HTML; drawings, labels and numbers of the older edition are none. A space that does not part, which
 * a mark in it prevents, is a space.
 */
export function wordsIn(html: string): string[] {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<span class="(?:change-label|old-number)">[^<]*<\/span>/g, ' ')
    .replace(/<\/?(?:p|h\d|li|ul|ol|td|th|tr|table|section|header|div|figcaption|caption|br)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x26;', '&')
    .replaceAll('&#x3C;', '<')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The words of a redline as the newer or the older edition has them. */
export function readingOf(html: string, edition: 'before' | 'after'): string[] {
  const tag = edition === 'after' ? 'del' : 'ins';
  return wordsIn(html.replace(new RegExp(`<${tag}\\b[^>]*>[\\s\\S]*?</${tag}>`, 'g'), ''));
}

/** The words of a memo by itself. */
export function plainWords(markdown: string, figures: ReadonlyMap<string, string> = new Map()): string[] {
  return wordsIn(
    contentOf({ markdown, figures, labels, part: undefined }).replace(/<p class="marking">.*?<\/p>/, ''),
  );
}
