import { expect, test } from 'vitest';
import { mergeLines } from '../../../src/diff/lines.ts';
import { changedLines } from '../../../src/diff/merge/changed-lines.ts';

const base = 'a\nb\nc\nd\n';

test.each([
  ['changes of either, apart', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n', 'A\nb\nc\nD\n'],
  ['one change made by both', 'A\nb\nc\nd\n', 'A\nb\nc\nd\n', 'A\nb\nc\nd\n'],
  ['one made by both, and one by either', 'A\nb\nC\nd\n', 'A\nb\nc\nd\ne\n', 'A\nb\nC\nd\ne\n'],
  ['lines taken out by one, added by the other', 'a\nb\nc\n', '0\na\nb\nc\nd\n', '0\na\nb\nc\n'],
])('%s', (_, ours, theirs, merged) => {
  expect(mergeLines(base, ours, theirs)).toBe(merged);
});

test('the common lines of two texts, and the lines of each at one place', () => {
  expect(changedLines('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n')).toEqual([
    { both: ['a'] },
    { ours: ['b'], theirs: ['B'] },
    { both: ['c', 'd'] },
    { ours: [], theirs: ['e'] },
  ]);
});

test.each([
  ['one line changed differently', 'A\nb\nc\nd\n', 'Z\nb\nc\nd\n'],
  ['the same place, more of it by one', 'A\nb\nc\nd\n', 'A\nB\nc\nd\n'],
  ['changed by one, taken out by the other', 'a\nB\nc\nd\n', 'a\nc\nd\n'],
  ['neighbouring lines', 'A\nb\nc\nd\n', 'a\nB\nc\nd\n'],
  ['other lines added at one place', 'a\nb\nx\nc\nd\n', 'a\nb\ny\nc\nd\n'],
  ['the same line added at two places that touch', 'a\nx\nb\nc\nd\n', 'a\nX\nc\nd\n'],
])('not merged: %s', (_, ours, theirs) => {
  expect(mergeLines(base, ours, theirs)).toBeUndefined();
  expect(mergeLines(base, theirs, ours)).toBeUndefined();
});
