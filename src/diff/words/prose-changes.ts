import type { Change } from '../types.ts';
import { proseOf, readingOf } from './prose.ts';
import { rearranged } from './rearranged.ts';
import {
  type MovedSentence,
  movedSentences,
  type SentenceChange,
  sentenceDiff,
  type WordRun,
} from './words.ts';

export type { WordRun } from './words.ts';

/** Two texts compared by sentence. */
interface ComparedTexts {
  /** All sentences, in order. */
  readonly changes: readonly SentenceChange[];
  /** Those that are only elsewhere now: each is in `changes` twice, as gone and as come. */
  readonly moved: readonly MovedSentence[];
}

/** @param language BCP 47 tag; decides where sentences end. */
function compareTexts(before: string, after: string, language?: string): ComparedTexts {
  const changes = sentenceDiff(...changedPart(before, after), language);
  return { changes, moved: movedSentences(changes) };
}

/** Both texts without the equal paragraphs at their beginning and end: most edits are in one paragraph. */
function changedPart(before: string, after: string): [string, string] {
  const old = readingOf(before).split('\n\n');
  const fresh = readingOf(after).split('\n\n');
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const middle = (parts: readonly string[]) => parts.slice(head, parts.length - tail).join('\n\n');
  return [middle(old), middle(fresh)];
}

/**
 * The sentences of a reworded text that are not the same, each as runs of words that stayed, came and went; one that moved
 * stands once, where it is now. None for any other change.
 *
 * @param language BCP 47 tag; decides where sentences end.
 */
export function sentencesChanged(
  { type, before, after }: Change,
  language?: string,
): readonly (readonly WordRun[])[] {
  if (type !== 'reworded') return [];
  const [old, fresh] = [proseOf(before), proseOf(after)];
  if (old === undefined || fresh === undefined) return [];
  if (/moved|paragraph begins/.test(rearranged(old, fresh) ?? '')) return []; // the summary says it all
  const { changes, moved } = compareTexts(old, fresh, language);
  return changes.flatMap((sentence): (readonly WordRun[])[] => {
    if (sentence.kind === 'same' || moved.some(({ gone }) => gone === sentence)) return [];
    if (sentence.kind === 'changed') return [sentence.words];
    const move = moved.find(({ come }) => come === sentence);
    return [move ? move.words : [{ kind: sentence.kind, text: sentence.text }]];
  });
}

/** How many words of a text came and went, and how many sentences moved, whose words did neither. */
export function wordsChanged(
  before: string,
  after: string,
): { readonly inserted: number; readonly deleted: number; readonly moved: number } {
  const { changes, moved } = compareTexts(before, after);
  const elsewhere = changes.filter(
    (change) => !moved.some(({ gone, come }) => gone === change || come === change),
  );
  const runs = [
    ...elsewhere.flatMap((change) => (change.kind === 'changed' ? change.words : [change])),
    ...moved.flatMap(({ words }) => words),
  ];
  const counts = { inserted: 0, deleted: 0, same: 0 };
  for (const { kind, text } of runs) counts[kind] += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return { inserted: counts.inserted, deleted: counts.deleted, moved: moved.length };
}
