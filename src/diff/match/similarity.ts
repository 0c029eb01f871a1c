import { isRecord } from '../../model/json.ts';

/** Similarity of two contents, from 0 to 1: Dice's coefficient over bags of words. Source: Dice 1945. */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 0;
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  /** Number of words, including repetitions. */
  readonly size: number;
}

/** The words of all texts in a value, each with the name of its property; identifiers are left out. */
export function wordsIn(value: unknown): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  const add = (text: string, path: string) => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const key = `${path} ${word}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      size += 1;
    }
  };
  const visit = (part: unknown, path: string): void => {
    if (Array.isArray(part)) for (const item of part) visit(item, path);
    else if (isRecord(part)) {
      for (const [key, item] of Object.entries(part))
        if (path !== '' || !IDENTITY.has(key)) visit(item, `${path}/${key}`);
    } else if (part !== undefined && part !== null) add(String(part), path);
  };
  visit(value, '');
  return { counts, size };
}

const IDENTITY: ReadonlySet<string> = new Set(['id', 'ref']);
