import type { RootContent } from 'mdast';
import { Recent } from '../model/memory/recent.ts';
import { parseMarkdown } from './markdown.ts';

/** Parts of a memo that are kept: those of the largest memo in a few forms. */
const parts = new Recent<readonly RootContent[]>(600);

/** What only the whole can tell: code may have lines that look like headings, and a definition of a link counts everywhere. */
const NEEDS_WHOLE = /```|~~~|^ {0,3}\[[^\]^]/m;

/** A heading or a note at the start of a line ends whatever stands open before it. Role comments belong to what follows. */
const BOUNDARY = /(?<!-->\n?)\n\n(?=(?:<!--[^\n]*-->\n+)*(?:#{1,6} |\[\^[^\]\s]+\]:))/;
const NOTE = /\[\^([^\]\s]+)\]/g;
const NOTE_TEXT = /^\[\^([^\]\s]+)\]:/gm;

/**
 * The blocks of a memo, as `parseMarkdown` gives them but for their positions, which are those in their parts. While a memo is
 * written on, most of it stays as it is: only the parts that are new are parsed. The blocks are shared, and must not be changed.
 */
export function parseInParts(markdown: string, isPart: boolean): readonly RootContent[] {
  if (NEEDS_WHOLE.test(markdown)) return parseMarkdown(markdown, isPart).children;
  const known = new Set([...markdown.matchAll(NOTE_TEXT)].map(([, label = '']) => label));
  return markdown.split(BOUNDARY).flatMap((part) => {
    const own = new Set([...part.matchAll(NOTE_TEXT)].map(([, label = '']) => label));
    const named = new Set([...part.matchAll(NOTE)].map(([, label = '']) => label));
    // A reference is one only where there is a note of its name: in its own part a blank one will do.
    const missing = [...named].filter((label) => known.has(label) && !own.has(label));
    const text = [part, ...missing.map((label) => `[^${label}]: x`)].join('\n\n');
    return parts.get(`${isPart ? 1 : 0}${text}`, () => {
      const { children } = parseMarkdown(text, isPart);
      return children.slice(0, children.length - missing.length);
    });
  });
}
