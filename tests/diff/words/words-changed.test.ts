import { expect, test } from 'vitest';
import { wordsChanged } from '../../../src/diff/words/prose-changes.ts';
import { editText, quote } from '../../../src/diff/words/value-text.ts';

const [a, b, c] = ['One fire burned.', 'Two men fled.', 'Nobody saw it.'];

test.each([
  [`${a}\n\n${b}`, `${a}\n\n${a}\n\n${b}`, { inserted: 3, deleted: 0, moved: 0 }],
  [`${a}\n\n${a}\n\n${b}`, `${a}\n\n${b}`, { inserted: 0, deleted: 3, moved: 0 }],
  [`${a}\n\n${b}\n\n${c}`, `${a}\n\nTwo women fled.\n\n${c}`, { inserted: 1, deleted: 1, moved: 0 }],
  [`${a} ${b} ${c}`, `${b} ${c} ${a}`, { inserted: 0, deleted: 0, moved: 1 }],
  [a, a, { inserted: 0, deleted: 0, moved: 0 }],
])('%j and %j', (before, after, counts) => {
  expect(wordsChanged(before, after)).toEqual(counts);
});

test.each([
  [undefined, 'none'],
  [null, 'none'],
  [true, 'yes'],
  [false, 'no'],
  [3, '3'],
  ['two words', 'two words'],
  ['Said so.', '“Said so.”'],
  ['“Quoted” already.', '“Quoted” already.'],
  [['a', 'b'], 'a, b'],
  [{ name: 'Ada Berg', office: 'Minister' }, 'Ada Berg (Minister)'],
  [{ count: 3, of: 12 }, '3 of 12'],
  [{ count: 3, of: 12, event: 'fires' }, '3 of 12 (fires)'],
  [{ level: 'low', basis: 'B.' }, 'low'],
  [{ reports: ['3'], across: ['x'] }, '3 together with x'],
  [{ latitude: 1, longitude: 2 }, 'latitude 1, longitude 2'],
])('%j is %s', (value, text) => {
  expect(quote(value)).toBe(text);
});

test('differences between two states of an entry are reported', () => {
  expect(editText({ a: 1, b: 'x' }, { a: 2, b: 'x', c: true })).toBe('a 1 → 2; c no → yes');
  expect(editText('x', 'y', (id) => id.toUpperCase())).toBe('X → Y');
});
