import { expect, test } from 'vitest';
import { unmovedKeys } from '../../src/diff/walk.ts';

test.each([
  ['a b c d', 'a b c d', 'a b c d'],
  ['a b c d', 'b c d a', 'b c d'],
  ['a b c d', 'd a b c', 'a b c'],
  ['a b c d e', 'a d b c e', 'a b c e'],
  ['a b c', 'c b a', 'a'],
  // Of several longest runs, the one that begins first.
  ['a b c d', 'b a d c', 'a c'],
])('from %s to %s, %s does not move', (before, after, stays) => {
  const [from, to] = [before.split(' '), after.split(' ')];
  const unmoved = unmovedKeys(from, to);
  expect(unmoved.size).toBe(stays.split(' ').length);
  if (unmoved.size > 1) expect([...unmoved].toSorted()).toEqual(stays.split(' ').toSorted());
  // Both directions agree on who moved.
  expect([...unmovedKeys(to, from)].toSorted()).toEqual([...unmoved].toSorted());
});
