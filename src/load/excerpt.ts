import type { Finding } from '../model/finding.ts';
import { EXCERPT_LEAD, MAX_EXCERPT } from './limits.ts';

const CUT = '…';

export type Excerpt = Required<Pick<Finding, 'excerpt' | 'excerptColumn'>>;

/**
 * What is shown of the line on which a finding stands (columns from 1).
 *
 * A line of up to `MAX_EXCERPT` characters is shown whole. Of a longer one, the beginning is shown when
 * `column` falls well inside it, so that a mark under `column` still fits; otherwise a window that begins with
 * `…` and has exactly `EXCERPT_LEAD` characters (the `…` among them) before the character at `column`.
 */
export function excerptOf(lineText: string, column: number): Excerpt {
  if (lineText.length <= MAX_EXCERPT) return { excerpt: lineText, excerptColumn: column };
  if (column <= MAX_EXCERPT - EXCERPT_LEAD) {
    return { excerpt: `${lineText.slice(0, MAX_EXCERPT - 1)}${CUT}`, excerptColumn: column };
  }
  const start = column - EXCERPT_LEAD; // offset from 0 of the first character after the cut
  const end = start + MAX_EXCERPT - 1;
  const tail = end < lineText.length ? CUT : '';
  const excerpt = `${CUT}${lineText.slice(start, tail ? end - 1 : end)}${tail}`;
  return { excerpt, excerptColumn: EXCERPT_LEAD + 1 };
}
