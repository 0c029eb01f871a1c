import { memoized } from '../../model/memory/recent.ts';
import { maskProse } from './mask.ts';
import { quotationsIn } from './quotations.ts';

/** Replaces each character that is not the author's. */
export const FOREIGN = '\ufffc';

const CODE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const FENCED = /^ {0,3}(```|~~~)[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm;
const QUOTED_LINE = /^ {0,3}>.*$/gm;
/** Emphasis is no text: "**very** likely". */
const EMPHASIS = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const LINK_TARGET = /(?<=\])\([^()\s]*\)/g;

/** A text with code replaced by spaces, for finding markup. */
export function withoutCode(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text.replace(FENCED, blank).replace(CODE, blank);
}

/**
 * The author's own text, without parsing: code, quotations, citations and addresses are filled, and offsets do
 * not change. Accurate enough to find what deserves a closer look.
 */
export const ownText: (text: string) => string = memoized(findOwnText);

function findOwnText(text: string): string {
  let own = maskProse(text);
  const fill = (found: string) => found.replace(/[^\n]/g, FOREIGN);
  if (own.includes('`') || own.includes('~~~')) own = own.replace(FENCED, fill).replace(CODE, fill);
  if (own.includes('>')) own = own.replace(QUOTED_LINE, fill);
  if (own.includes('](')) own = own.replace(LINK_TARGET, fill);
  if (/[*_]/.test(own)) own = own.replace(EMPHASIS, (found) => ' '.repeat(found.length));
  for (const { start, end } of quotationsIn(own)) {
    own = own.slice(0, start) + fill(own.slice(start, end)) + own.slice(end);
  }
  return own;
}
