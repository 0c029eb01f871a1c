import type { Change } from '../types.ts';
import { proseOf } from './prose.ts';
import { rearranged } from './rearranged.ts';
import { sentenceDiff, type WordRun } from './words.ts';

export type { WordRun } from './words.ts';

/**
 * The sentences of a reworded text that are not the same, each as runs of words that stayed, came and went; none for any
 * other change.
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
  return sentenceDiff(old, fresh, language).flatMap((sentence): (readonly WordRun[])[] => {
    if (sentence.kind === 'same') return [];
    return [sentence.kind === 'changed' ? sentence.words : [{ kind: sentence.kind, text: sentence.text }]];
  });
}
