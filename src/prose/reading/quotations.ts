/** A stretch of text; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Opening marks with what closes them. Low and high marks of German, angle marks of French and Russian. */
const PAIRS: readonly (readonly [opening: string, closings: string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“”'],
  ['‘', '’'],
];

/** Characters before an opening straight quotation mark, and after a closing one. */
const BEFORE_OPENING = /[\s([{—–/-]/;
const LETTER = /[\p{L}\p{N}]/u;

/** A paragraph ends at an empty line, and no quotation goes beyond it. */
const PARAGRAPH_END = /\n[ \t]*\n/g;

/**
 * Quotations within a text: “…”, «…», „…“, ‘…’, "…" and '…'. An apostrophe closes nothing while a letter follows it, and
 * a straight single mark opens only at the start of a word. A mark that nothing closes opens nothing.
 */
export function quotationsIn(text: string): Span[] {
  const found: Span[] = [];
  if (!/["'“«„‘]/.test(text)) return found;
  let at = 0;
  for (const { index } of text.matchAll(PARAGRAPH_END)) {
    collect(text, at, index, found);
    at = index;
  }
  collect(text, at, text.length, found);
  return found;
}

const OPENING = /["'“«„‘]/g;

function collect(text: string, from: number, to: number, found: Span[]): void {
  OPENING.lastIndex = from;
  for (let match = OPENING.exec(text); match !== null && match.index < to; match = OPENING.exec(text)) {
    const end = endOfQuotation(text, match.index, to);
    if (end === undefined) continue;
    found.push({ start: match.index, end });
    OPENING.lastIndex = end;
  }
}

/** Behind the mark that closes the one at `at`; `undefined` where none is opened or closed. */
function endOfQuotation(text: string, at: number, to: number): number | undefined {
  const mark = text.charAt(at);
  if (mark === '"') return straight(text, at, to);
  if (mark === "'") return opensWord(text, at) ? closing(text, at, to, "'") : undefined;
  const pair = PAIRS.find(([opening]) => opening === mark);
  return pair && closing(text, at, to, pair[1]);
}

function straight(text: string, at: number, to: number): number | undefined {
  if (/\d/.test(text.charAt(at - 1)) && !opensWord(text, at)) return undefined; // inches
  return closing(text, at, to, '"');
}

function opensWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === '' || BEFORE_OPENING.test(before)) && /^[\p{L}([“"]/u.test(text.slice(at + 1));
}

function closing(text: string, at: number, to: number, marks: string): number | undefined {
  for (let index = at + 1; index < to; index += 1) {
    const mark = text.charAt(index);
    const isApostrophe = /['’]/.test(mark) && LETTER.test(text.charAt(index + 1));
    if (marks.includes(mark) && !isApostrophe) return index + 1;
  }
  return undefined;
}
