import type { Shape } from '../shapes.ts';
import { canonical } from '../words/canonical.ts';
import type { KeyOf, NaturalKeys } from './natural-keys.ts';

/** Matching entries of two lists, as indexes. */
export interface Matches {
  /** The same key, unique on each side. */
  readonly same: readonly Pair[];
  /** The key was edited, or several have the same key: to be compared as a whole. */
  readonly edited: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * Matches two lists by their natural keys. A key that occurs twice in a list identifies nothing: equal entries
 * with that key cancel. The rest is matched by the looser keys. Swapping the lists swaps the result.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
  keys: NaturalKeys,
  item: Shape,
): Matches {
  const inStep = pairsInStep(before, after, keys[0]);
  if (inStep) return { same: inStep, edited: [], removed: [], added: [] };
  const left = { before: before.map((_, index) => index), after: after.map((_, index) => index) };
  const [strict, ...loose] = keys;
  const take = (pairs: readonly Pair[]) => {
    const taken = { before: new Set(pairs.map((p) => p.before)), after: new Set(pairs.map((p) => p.after)) };
    left.before = left.before.filter((index) => !taken.before.has(index));
    left.after = left.after.filter((index) => !taken.after.has(index));
    return pairs;
  };
  const pairBy = (keyOf: (value: unknown) => string | undefined) =>
    uniquePairs(
      left.before.map((index) => [keyOf(before[index]), index]),
      left.after.map((index) => [keyOf(after[index]), index]),
    );
  const same = take(pairBy(strict));
  if (left.before.length === 0 || left.after.length === 0) {
    return { same, edited: [], removed: left.before, added: left.after };
  }
  take(
    equalPairs(left.before, left.after, (side, index) =>
      canonical((side === 'before' ? before : after)[index], item),
    ),
  );
  const edited = [strict, ...loose].flatMap((keyOf) => take(pairBy(keyOf)));
  return { same, edited, removed: left.before, added: left.after };
}

/** Pairs of two lists with the same unique keys in the same order: nearly all lists are like that. */
function pairsInStep(
  before: readonly unknown[],
  after: readonly unknown[],
  keyOf: KeyOf,
): Pair[] | undefined {
  if (before.length !== after.length) return undefined;
  const seen = new Set<string>();
  for (const [index, item] of before.entries()) {
    const key = keyOf(item);
    if (key === '' || key !== keyOf(after[index]) || seen.has(key)) return undefined;
    seen.add(key);
  }
  return before.map((_, index) => ({ before: index, after: index }));
}

type Keyed = readonly [string | undefined, number];

/** Entries with a non-empty key that is unique on each side. */
function uniquePairs(before: readonly Keyed[], after: readonly Keyed[]): Pair[] {
  const placesBefore = uniques(before);
  const placesAfter = uniques(after);
  return [...placesBefore].flatMap(([key, index]) => {
    const other = placesAfter.get(key);
    return index === undefined || other === undefined ? [] : [{ before: index, after: other }];
  });
}

/** The index of each key; `undefined` for a duplicate. */
function uniques(keyed: readonly Keyed[]): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [key, index] of keyed) if (key) places.set(key, places.has(key) ? undefined : index);
  return places;
}

function equalPairs(
  before: readonly number[],
  after: readonly number[],
  contentOf: (side: 'before' | 'after', index: number) => string | undefined,
): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const index of after) {
    const content = contentOf('after', index) ?? '';
    waiting.set(content, [...(waiting.get(content) ?? []), index]);
  }
  return before.flatMap((index) => {
    const other = waiting.get(contentOf('before', index) ?? '')?.shift();
    return other === undefined ? [] : [{ before: index, after: other }];
  });
}
