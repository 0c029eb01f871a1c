import { expect, test } from 'vitest';
import { memoized, Recent } from '../../../src/model/memory/recent.ts';

/** How often a value was computed when these were requested in turn. */
function madeFor(most: number, keys: readonly string[]): number {
  const recent = new Recent<number>(most);
  let made = 0;
  for (const key of keys) {
    recent.get(key, () => {
      made += 1;
      return made;
    });
  }
  return made;
}

test('a value that is in use is not made again', () => {
  expect(madeFor(2, ['a', 'b', 'a', 'b', 'a'])).toBe(2);
});

test('a value not used for long is dropped; one in use stays', () => {
  expect(madeFor(2, ['a', 'b', 'c', 'd', 'e', 'a'])).toBe(6);
  expect(madeFor(2, ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a'])).toBe(5);
});

test('a function with a cache gives each text the result of that text', () => {
  const lengths = memoized((text) => text.length, 1);
  expect(['a', 'bb', 'a', 'ccc', 'bb'].map(lengths)).toEqual([1, 2, 1, 3, 2]);
});
