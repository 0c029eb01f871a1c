import { distance } from 'fastest-levenshtein';

/** No name or term is longer; of a text that is, the beginning is compared. */
const LONGEST_NAME = 400;

/** The same in every spelling of case, space, hyphen and underscore. */
function bare(word: string): string {
  return word
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The candidate that differs only in case, spaces and punctuation. */
export function sameLetters(found: string, candidates: readonly string[]): string | undefined {
  const letters = bare(found);
  return letters === '' ? undefined : candidates.find((candidate) => bare(candidate) === letters);
}

/** The candidate that differs at most in case, punctuation, and being singular or plural. */
export function sameWord(found: string, candidates: readonly string[]): string | undefined {
  const singular = (word: string) => bare(word).replace(/ies$/, 'y').replace(/s$/, '');
  return (
    sameLetters(found, candidates) ??
    candidates.find((candidate) => bare(found).length > 3 && singular(candidate) === singular(found))
  );
}

/**
 * The candidate that was probably meant: the same word in another form, one that the text only adds a word to
 * (`confidence_level`), or one at most a third of whose letters were mistyped, and never more than three.
 */
export function nearest(found: string, candidates: readonly string[]): string | undefined {
  const same = sameWord(found, candidates);
  if (same !== undefined) return same;
  const [, firstWord] = /^(\p{L}+?)(?=[\s_-]|\p{Lu})/u.exec(found) ?? [];
  const extended = firstWord && firstWord.length > 3 ? sameWord(firstWord, candidates) : undefined;
  const letters = bare(found).slice(0, 100);
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    const steps = mistypings(letters, bare(candidate));
    const limit = Math.min(3, Math.floor(Math.max(letters.length, bare(candidate).length) / 3));
    if (steps <= limit && steps < (best?.steps ?? Number.POSITIVE_INFINITY)) best = { candidate, steps };
  }
  return best?.candidate ?? extended;
}

/** Letters added, left out or exchanged; two neighbours that changed places count once (`hihg`). */
function mistypings(found: string, meant: string): number {
  const steps = distance(found, meant);
  const sorted = (word: string) => [...word].sort().join('');
  return steps === 2 && sorted(found) === sorted(meant) ? 1 : steps;
}

/** Text as an id: lower-case Latin letters and digits, hyphens between words; empty when nothing is left. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
