import { diffArrays } from 'diff';
import type { Prose } from '../../model/generated/types.ts';
import { splitSentences } from '../../model/sentences.ts';
import { likeness, wordsIn } from '../match/similarity.ts';
import { proseOf, readingOf } from './prose.ts';

/** A run of text that is in both, only in the newer, or only in the older. */
export interface WordRun {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** What happened to one sentence. */
export type SentenceChange = (
  | { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly words: readonly WordRun[];
    }
) & {
  /** The white space that follows: a space between sentences, two line ends between paragraphs. */
  readonly gap: readonly WordRun[];
};

/** Similarity from which two sentences are one that was changed. */
const SAME_SENTENCE = 0.4;
/** Likeness from which on a sentence that went at one place and one that came at another are one that moved. */
const MOVED_SENTENCE = 0.7;
/** With more pairs than this between two unchanged sentences, none are compared: it is another text. */
const MAX_PAIRS = 4000;

/**
 * The difference between two prose texts, word by word within changed sentences. The `same` and `inserted` runs
 * form the newer text as it reads (see `readingOf`), the `same` and `deleted` runs the older one.
 *
 * @param language BCP 47 tag; decides where sentences end.
 */
export function wordDiff(before: Prose | undefined, after: Prose | undefined, language?: string): WordRun[] {
  return merged(
    sentenceDiff(before, after, language).flatMap((sentence) => [
      ...(sentence.kind === 'changed' ? sentence.words : [{ kind: sentence.kind, text: sentence.text }]),
      ...sentence.gap,
    ]),
  );
}

/** The same, sentence by sentence: unchanged, added, removed and changed, in reading order. */
export function sentenceDiff(
  before: Prose | undefined,
  after: Prose | undefined,
  language?: string,
): SentenceChange[] {
  const old = piecesOf(before, language);
  const fresh = piecesOf(after, language);
  const found: SentenceChange[] = [];
  let [i, j] = [0, 0];
  let [gone, come] = [0, 0];
  const flush = () => {
    found.push(...pairUp(old.slice(i, i + gone), fresh.slice(j, j + come)));
    [i, j] = [i + gone, j + come];
    [gone, come] = [0, 0];
  };
  for (const { count, added, removed } of diffArrays(old.map(textOf), fresh.map(textOf))) {
    if (removed) gone += count;
    else if (added) come += count;
    else {
      flush();
      for (const end = i + count; i < end; i += 1, j += 1) {
        found.push({ kind: 'same', text: fresh[j]?.text ?? '', gap: gapBetween(old[i], fresh[j]) });
      }
    }
  }
  flush();
  return found;
}

/** A sentence that went at one place and came, hardly changed, at another. */
export interface MovedSentence {
  readonly gone: SentenceChange;
  readonly come: SentenceChange;
  readonly words: readonly WordRun[];
}

/** The sentences of a difference that moved: each that went with the likest that came, from the first on. */
export function movedSentences(changes: readonly SentenceChange[]): MovedSentence[] {
  const went = changes.flatMap((change) => (change.kind === 'deleted' ? [change] : []));
  let came = changes.flatMap((change) =>
    change.kind === 'inserted' ? [{ change, words: wordsIn(change.text) }] : [],
  );
  if (went.length * came.length > MAX_PAIRS) return [];
  return went.flatMap((gone): MovedSentence[] => {
    const words = wordsIn(gone.text);
    const scored = came.map((one) => ({ one, score: likeness(words, one.words) }));
    const best = scored.toSorted((a, b) => b.score - a.score)[0];
    if (!best || best.score < MOVED_SENTENCE) return [];
    came = came.filter((one) => one !== best.one);
    const { change: come } = best.one;
    return [{ gone, come, words: wordsBetween(gone.text, come.text) }];
  });
}

/** A sentence of the text as it reads, with the white space after it. */
interface Piece {
  readonly text: string;
  readonly gap: string;
}

function piecesOf(prose: Prose | undefined, language: string | undefined): Piece[] {
  const text = readingOf(proseOf(prose) ?? '');
  const sentences = splitSentences(text, language);
  return sentences.map((sentence, index) => ({
    // Text before the first sentence (the indentation of code) is part of it.
    text: text.slice(index === 0 ? 0 : sentence.start, sentence.end),
    gap: text.slice(sentence.end, sentences[index + 1]?.start ?? text.length),
  }));
}

function textOf({ text }: Piece): string {
  return text;
}

function gapBetween(before: Piece | undefined, after: Piece | undefined): WordRun[] {
  const [old = '', fresh = ''] = [before?.gap, after?.gap];
  if (old === fresh) return old === '' ? [] : [{ kind: 'same', text: old }];
  return merged([
    { kind: 'deleted', text: old },
    { kind: 'inserted', text: fresh },
  ]);
}

/** Matches removed sentences with added ones, in order, each with the most similar one left. */
function pairUp(gone: readonly Piece[], come: readonly Piece[]): SentenceChange[] {
  const pairs = gone.length * come.length > MAX_PAIRS ? [] : bestPairs(gone.map(textOf), come.map(textOf));
  const found: SentenceChange[] = [];
  let [g, c] = [0, 0];
  const flush = (old: readonly Piece[], fresh: readonly Piece[]) => {
    for (const piece of old)
      found.push({ kind: 'deleted', text: piece.text, gap: gapBetween(piece, undefined) });
    for (const piece of fresh)
      found.push({ kind: 'inserted', text: piece.text, gap: gapBetween(undefined, piece) });
  };
  for (const [from, to] of pairs) {
    flush(gone.slice(g, from), come.slice(c, to));
    const [before, after] = [textOfPiece(gone[from]), textOfPiece(come[to])];
    const words = wordsBetween(before, after);
    found.push({ kind: 'changed', before, after, words, gap: gapBetween(gone[from], come[to]) });
    [g, c] = [from + 1, to + 1];
  }
  flush(gone.slice(g), come.slice(c));
  return found;
}

function textOfPiece(piece: Piece | undefined): string {
  return piece?.text ?? '';
}

/**
 * Pairs in order with the greatest total similarity: the alignment of Needleman and Wunsch (1970) without gap
 * penalties.
 */
function bestPairs(gone: readonly string[], come: readonly string[]): [number, number][] {
  const bags = { gone: gone.map(wordsIn), come: come.map(wordsIn) };
  const scores = bags.gone.map((a) =>
    bags.come.map((b) => {
      const score = likeness(a, b);
      return score >= SAME_SENTENCE ? score : 0;
    }),
  );
  const width = come.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const score = scores[i]?.[j] ?? 0;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), score > 0 ? score + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    const score = scores[i]?.[j] ?? 0;
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A citation is one token; so is a number with its decimal point, a word with its apostrophe or hyphen. */
const TOKENS = /\[@[^[\]\n]*\]|[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

function wordsBetween(before: string, after: string): WordRun[] {
  const runs = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? []).map(
    ({ value, added, removed }): WordRun => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    }),
  );
  return grouped(merged(runs));
}

/**
 * A space between two changed words is part of the change, and deletions come before insertions: "three men" to
 * "four women" is one replacement, not two with a space between.
 */
function grouped(runs: readonly WordRun[]): WordRun[] {
  const found: WordRun[] = [];
  let [out, put] = ['', ''];
  const flush = () => {
    if (out !== '') found.push({ kind: 'deleted', text: out });
    if (put !== '') found.push({ kind: 'inserted', text: put });
    [out, put] = ['', ''];
  };
  for (const [index, { kind, text }] of runs.entries()) {
    const isInner = /^\s+$/.test(text) && out + put !== '' && index < runs.length - 1;
    if (kind === 'deleted' || isInner) out += kind === 'inserted' ? '' : text;
    if (kind === 'inserted' || isInner) put += kind === 'deleted' ? '' : text;
    if (kind === 'same' && !isInner) {
      flush();
      found.push({ kind, text });
    }
  }
  flush();
  return merged(found);
}

/** Joins adjacent runs of one kind. */
function merged(runs: readonly WordRun[]): WordRun[] {
  const found: WordRun[] = [];
  for (const { kind, text } of runs) {
    const last = found.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text };
    else found.push({ kind, text });
  }
  return found;
}
