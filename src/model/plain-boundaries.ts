// Letters of Latin-1 and of Russian: each is a capital or a small one, which is not so of all letters.
const CAPITALS = 'A-Z\u00c0-\u00d6\u00d8-\u00de\u0400-\u042f';
const SMALL = 'a-zªµº\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f';

/** Those letters, digits, and the signs that prose has. No line ends, and no soft hyphen. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u0400-\u045f–—‘’“”„…€№]*$/;
/** A mark that ends a sentence, the closing marks that belong to it, then blanks. */
const END = /[.!?](["'()[\]{}«»‘’“”„]*)([ \u00a0]*)/g;
/** Behind that, the sentence goes on: `Wait?, …`, `e.g.: …`, `?!`. */
const GOES_ON = /[,:–—.!?-]/;
/** Behind a full stop, a small letter comes before any capital or mark: `approx. 40 km`. */
const SMALL_AHEAD = new RegExp(`[^${CAPITALS}${SMALL}.!?]*[${SMALL}]`, 'y');
/** A full stop between letters, of which the second is a capital: `U.S`. */
const BETWEEN_LETTERS = new RegExp(`^[${CAPITALS}${SMALL}]\\.[${CAPITALS}]`);

/**
 * Offsets at which sentences of a plain text begin, but for the first: those that `Intl.Segmenter` gives, by the same
 * rules (UAX #29, SB6 to SB11). Asking it the first time takes 12 ms, because it looks up all languages that there are.
 * `undefined` where the text is not plain.
 */
export function plainBoundaries(text: string): number[] | undefined {
  if (!PLAIN.test(text)) return undefined;
  const found: number[] = [];
  for (const { 0: end, 1: closing, 2: blanks, index } of text.matchAll(END)) {
    const at = index + end.length;
    if (at === text.length) break;
    const next = text.charAt(at);
    if (next === ';') return undefined; // versions of Unicode differ
    if (GOES_ON.test(next)) continue;
    if (end.startsWith('.')) {
      if (closing === '' && blanks === '' && /\d/.test(next)) continue;
      if (BETWEEN_LETTERS.test(text.slice(Math.max(0, index - 1), at + 1))) continue;
      SMALL_AHEAD.lastIndex = at;
      if (SMALL_AHEAD.test(text)) continue;
    }
    found.push(at);
  }
  return found;
}
