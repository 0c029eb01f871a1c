import type { Span } from './quotations.ts';

/** Something found in a sentence's own words; offsets are those of `own`. */
export interface Mention extends Span {
  /** As written, with single spaces. */
  readonly text: string;
}

export function mentionOf(own: string, start: number, end: number): Mention {
  return { text: own.slice(start, end).replace(/\s+/g, ' ').trim(), start, end };
}

/** How far a phrase reaches, at most, from what it is about: a text without an end is not looked through for it. */
const REACH = 160;

/** The text before an offset, as long as a phrase that ends there can be. */
export function textBefore(own: string, index: number): string {
  return own.slice(Math.max(0, index - REACH), index);
}

/** The text after an offset, as long as a phrase that begins there can be. */
export function textAfter(own: string, index: number): string {
  return own.slice(index, index + REACH);
}

/** How much of a sentence is examined on either side of a place, where a phrase may be anywhere in it. */
const MAX_AROUND = 1_000;

/** The part of a sentence around a place, with the place in it. */
export function around(sentence: string, { start, end }: Span): Span & { readonly own: string } {
  const from = Math.max(0, start - MAX_AROUND);
  return { own: sentence.slice(from, end + MAX_AROUND), start: start - from, end: end - from };
}

/** The word directly before an offset, in lower case; empty if there is a punctuation mark or nothing. */
export function wordBefore(own: string, index: number): string {
  return (/([\p{L}\p{N}'’-]+)\s+$/u.exec(textBefore(own, index))?.[1] ?? '').toLowerCase();
}

/** The word directly behind an offset, in lower case; empty if there is a punctuation mark or nothing. */
export function wordAfter(own: string, index: number): string {
  return (/^\s+([\p{L}\p{N}'’-]+)/u.exec(textAfter(own, index))?.[1] ?? '').toLowerCase();
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
