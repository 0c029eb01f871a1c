import type { Change } from '../types.ts';
import { proseOf } from './prose.ts';
import { rearranged } from './rearranged.ts';
import { movedSentences, sentenceDiff, type WordRun } from './words.ts';

export type { WordRun } from './words.ts';

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
  const changes = sentenceDiff(old, fresh, language);
  const moved = movedSentences(changes);
  return changes.flatMap((sentence): (readonly WordRun[])[] => {
    if (sentence.kind === 'same' || moved.some(({ gone }) => gone === sentence)) return [];
    if (sentence.kind === 'changed') return [sentence.words];
    const move = moved.find(({ come }) => come === sentence);
    return [move ? move.words : [{ kind: sentence.kind, text: sentence.text }]];
  });
}
