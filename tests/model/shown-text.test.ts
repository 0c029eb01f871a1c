import { expect, test } from 'vitest';
import { escapedName, quoted, shortened } from '../../src/model/shown-text.ts';

test.each([
  ['\n::add-mask::x.json', '\\n::add-mask::x.json'],
  ['a\r\t\u001b[31m.json', 'a\\r\\t\\u001b[31m.json'],
  ['a\u202eb\u2028', 'a\\u202eb\\u2028'],
  ['Ünïcode – ок.json', 'Ünïcode – ок.json'],
])('%j is printed as %j', (name, printed) => {
  expect(escapedName(name)).toBe(printed);
});

test.each([
  ['abcde', 5, 'abcde'],
  ['abcdef', 5, 'abcd…'],
  ['abc def', 5, 'abc…'],
  ['😀😀😀', 3, '😀😀😀'],
  ['😀😀😀😀', 3, '😀😀…'],
])('%j in at most %i characters is %j', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});

test('quoted text is on one line, without control characters', () => {
  expect(quoted('a\n  b\u001b[31m', 40)).toBe('`a b\ufffd[31m`');
  expect(quoted('x'.repeat(1_000_000), 4)).toBe('`xxx…`');
});
