import type { RootContent } from 'mdast';
import { Recent } from '../model/memory/recent.ts';
import { parseMarkdown } from './markdown.ts';

/**
 * Cache of parsed parts. The largest memo has some fifty, each of some 50 kB when parsed: enough for it in a few
 * forms.
 */
const parts = new Recent<readonly RootContent[]>(150);

/**
 * Text that only the whole decides: code may contain lines like headings, and a link definition applies
 * everywhere.
 */
const NEEDS_WHOLE = /```|~~~|^ {0,3}\[[^\]^]/m;

/**
 * A heading or a note at the start of a line ends any open block before it. Role comments belong to what
 * follows.
 */
const BOUNDARY = /(?<!-->\n?)\n\n(?=(?:<!--[^\n]*-->\n+)*(?:#{1,6} |\[\^[^\]\s]+\]:))/;
const NOTE = /\[\^([^\]\s]+)\]/g;
const NOTE_TEXT = /^\[\^([^\]\s]+)\]:/gm;

/**
 * The blocks of a memo, as from `parseMarkdown`, but with positions relative to their parts. While a memo is
 * being edited, most of it stays the same: only new parts are parsed. The blocks are shared, and must not be
 * changed.
 */
export function parseInParts(markdown: string, isPart: boolean): readonly RootContent[] {
  if (NEEDS_WHOLE.test(markdown)) return parseMarkdown(markdown, isPart).children;
  const known = new Set([...markdown.matchAll(NOTE_TEXT)].map(([, label = '']) => label));
  return markdown.split(BOUNDARY).flatMap((part) => {
    const own = new Set([...part.matchAll(NOTE_TEXT)].map(([, label = '']) => label));
    const named = new Set([...part.matchAll(NOTE)].map(([, label = '']) => label));
    // A reference counts only if its note exists: within its own part, an empty one is added.
    const missing = [...named].filter((label) => known.has(label) && !own.has(label));
    const text = [part, ...missing.map((label) => `[^${label}]: x`)].join('\n\n');
    return parts.get(`${isPart ? 1 : 0}${text}`, () => {
      const { children } = parseMarkdown(text, isPart);
      return children.slice(0, children.length - missing.length);
    });
  });
}
