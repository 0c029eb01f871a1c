import { expect, test } from 'vitest';
import { likeness, wordsIn } from '../../../src/diff/match/similarity.ts';

const like = (one: unknown, other: unknown) => likeness(wordsIn(one), wordsIn(other));

test.each([
  ['the same', 'fires on the line', 'Fires, on the line!', 1],
  ['nothing', 'fires', 'floods', 0],
  ['half of each', 'fires go', 'fires end', 0.5],
  ['two of three and two of two', 'fires go on', 'fires go', 0.8],
  ['a word that stands twice counts twice', 'fires fires', 'fires', 2 / 3],
  ['both empty', '', '', 0],
])('%s', (_, one, other, expected) => {
  expect(like(one, other)).toBeCloseTo(expected, 10);
  expect(like(other, one)).toBeCloseTo(expected, 10);
});

test('a word counts under its own member; ids of the whole do not count, those inside do', () => {
  expect(like({ title: 'fires' }, { note: 'fires' })).toBe(0);
  expect(like({ id: 'a', title: 'fires' }, { id: 'b', title: 'fires' })).toBe(1);
  expect(like({ csl: { id: 'a', title: 'fires' } }, { csl: { id: 'b', title: 'fires' } })).toBe(0.5);
});
