import { expect, test } from 'vitest';
import {
  around,
  mentionOf,
  overlaps,
  textAfter,
  textBefore,
  wordAfter,
  wordBefore,
} from '../../../src/prose/reading/mention.ts';

test('a mention has single spaces, and none around it', () => {
  expect(mentionOf('It is\n  very likely.', 5, 19)).toEqual({ text: 'very likely', start: 5, end: 19 });
});

test.each([
  ['The Fund’s loan is late.', 'loan', 'fund’s', 'is'],
  ['THE LOAN IS LATE.', 'LOAN', 'the', 'is'],
  ['They lent, loan by loan.', 'loan', '', 'by'],
  ['A loan, late.', 'loan', 'a', ''],
  ['loan', 'loan', '', ''],
])('the words beside it: %s', (own, word, before, after) => {
  const start = own.indexOf(word);
  expect(wordBefore(own, start)).toBe(before);
  expect(wordAfter(own, start + word.length)).toBe(after);
});

test('only as much text beside a place is read as a phrase may need', () => {
  expect([textBefore('It is so.', 5), textAfter('It is so.', 5)]).toEqual(['It is', ' so.']);
  const long = `${'a'.repeat(200)}|${'b'.repeat(200)}`;
  expect(textBefore(long, 200)).toBe('a'.repeat(160));
  expect(textAfter(long, 201)).toBe('b'.repeat(160));
});

test('in a long sentence a thousand characters to either side of a place are examined', () => {
  expect(around('It is so.', { start: 3, end: 5 })).toEqual({ own: 'It is so.', start: 3, end: 5 });
  expect(around(`${'a'.repeat(1_200)}here${'b'.repeat(1_200)}`, { start: 1_200, end: 1_204 })).toEqual({
    own: `${'a'.repeat(1_000)}here${'b'.repeat(1_000)}`,
    start: 1_000,
    end: 1_004,
  });
});

test.each([
  [0, 3, true],
  [3, 5, true],
  [0, 2, false],
  [4, 6, false],
  [2, 4, true],
  [0, 9, true],
])('from %i to %i overlaps from 2 to 4: %s', (start, end, expected) => {
  expect(overlaps({ start, end }, { start: 2, end: 4 })).toBe(expected);
});
