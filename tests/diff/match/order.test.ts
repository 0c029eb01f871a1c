import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unmovedKeys } from '../../../src/diff/walk.ts';

test.each([
  ['one moved back', ['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'], ['b', 'c', 'd']],
  ['one moved forward', ['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'], ['a', 'b', 'c']],
  ['none moved', ['a', 'b'], ['a', 'b'], ['a', 'b']],
  ['none at all', [], [], []],
])('%s', (_, before, after, unmoved) => {
  expect([...unmovedKeys(before, after)].sort()).toEqual(unmoved);
});

test('the same keys stay, whichever list comes first, and are in one order', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const shuffled = fc.shuffledSubarray(keys, { minLength: keys.length });
  fc.assert(
    fc.property(shuffled, shuffled, (before, after) => {
      const unmoved = unmovedKeys(before, after);
      expect([...unmovedKeys(after, before)].sort()).toEqual([...unmoved].sort());
      expect(before.filter((key) => unmoved.has(key))).toEqual(after.filter((key) => unmoved.has(key)));
    }),
  );
});
