import { describe, expect, test } from 'vitest';
import { guideTo } from '../../src/format/guide.ts';
import { firstDifference } from '../../src/format/same-meaning.ts';

const difference = (before: unknown, after: unknown) =>
  firstDifference(before, after, guideTo('assessment'), []);

describe('the comparison of two files', () => {
  test.each([
    ['other order of properties', { id: 'x', form: 'f' }, { form: 'f', id: 'x' }],
    ['other lines of prose', { question: 'Who pays? Nobody.' }, { question: ['Who pays?', 'Nobody.'] }],
    ['another spelling of a date', { asOf: '2024-05?~' }, { asOf: '2024-05%' }],
  ])('%s: the same', (_, before, after) => {
    expect(difference(before, after)).toBeUndefined();
  });

  test.each([
    ['another text', { title: 'T' }, { title: 't' }, '/title'],
    ['other lines of what is no prose', { title: 'A. B.' }, { title: 'A.\nB.' }, '/title'],
    ['another paragraph', { question: 'A. B.' }, { question: 'A.\n\nB.' }, '/question'],
    ['a heading', { question: ['A.', 'B'] }, { question: 'A.\n# B' }, '/question'],
    ['a hard break', { question: 'A.  \nB.' }, { question: 'A.\nB.' }, '/question'],
    ['blanks in code', { question: '`a  b`' }, { question: '`a b`' }, '/question'],
    ['a space that does not break', { question: 'a\u00a0b' }, { question: 'a b' }, '/question'],
    ['a lost property', { id: 'x', form: 'f' }, { id: 'x' }, ''],
    ['another property', { series: { a: 1 } }, { series: { b: 1 } }, '/series/a'],
    ['another order of a list', { authors: ['a', 'b'] }, { authors: ['b', 'a'] }, '/authors/0'],
    [
      'a lost item',
      { judgments: [{ about: ['a', 'b'] }] },
      { judgments: [{ about: ['a'] }] },
      '/judgments/0/about',
    ],
    ['another number', { x: [1, 2] }, { x: [1, 3] }, '/x/1'],
    ['a number as text', { x: 1 }, { x: '1' }, '/x'],
    ['another date', { asOf: '2024-05' }, { asOf: '2024-05~' }, '/asOf'],
    ['a list for an object', { x: {} }, { x: [] }, '/x'],
    ['nothing for an object', { x: {} }, { x: null }, '/x'],
  ])('%s: the place of the difference is reported', (_, before, after, pointer) => {
    expect(difference(before, after)).toBe(pointer);
  });
});
