import type { Span } from './quotations.ts';

/** Something found in a sentence's own words; offsets are those of `own`. */
export interface Mention extends Span {
  /** As written, with single spaces. */
  readonly text: string;
}

export function mentionOf(own: string, start: number, end: number): Mention {
  return { text: own.slice(start, end).replace(/\s+/g, ' ').trim(), start, end };
}

/** The word directly before an offset, in lower case; empty where a mark or nothing stands there. */
export function wordBefore(own: string, index: number): string {
  return (/([\p{L}\p{N}'’-]+)\s+$/u.exec(own.slice(Math.max(0, index - 60), index))?.[1] ?? '').toLowerCase();
}

/** The word directly behind an offset, in lower case; empty where a mark or nothing stands there. */
export function wordAfter(own: string, index: number): string {
  return (/^\s+([\p{L}\p{N}'’-]+)/u.exec(own.slice(index, index + 60))?.[1] ?? '').toLowerCase();
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
