import { expect, test } from 'vitest';
import { indexLines } from '../../src/load/line-index.ts';
import {
  emptyFile,
  nestingTooDeep,
  type Open,
  quote,
  tooManyValues,
  truncated,
} from '../../src/load/problem.ts';

const forty = 'abcdefghijklmnopqrstuvwxyz0123456789ABCD';

test.each([
  ['likely', '`likely`'],
  ['two\n  lines', '`two lines`'],
  ['a\u0007b', '`a\uFFFDb`'],
  [forty, `\`${forty}\``],
  [`${forty}E`, `\`${forty.slice(0, 39)}…\``],
  ['😀'.repeat(40), `\`${'😀'.repeat(40)}\``],
  ['😀'.repeat(41), `\`${'😀'.repeat(39)}…\``],
])('%j is quoted as %s', (found, expected) => {
  expect(quote(found)).toBe(expected);
});

test('only the requested length of a text is quoted', () => {
  expect(quote('abcdef', 4)).toBe('`abc…`');
  expect(quote('abcd', 4)).toBe('`abcd`');
});

test('a file that ends too early lists what was open, innermost first', () => {
  const text = '{"a":\n  ["x"  \n\n';
  const messageFor = (...open: Open[]) => {
    const { message, start, end } = truncated(text, open, indexLines(text));
    expect([start, end]).toEqual([12, 12]);
    return message;
  };
  const object = { what: 'object', at: 0 } as const;
  const list = { what: 'list', at: 8 } as const;
  expect(messageFor()).toBe('The file ends before anything began.');
  expect(messageFor(object)).toBe('The file ends inside the object that opens at line 1, column 1.');
  expect(messageFor(object, list)).toBe(
    'The file ends inside the list that opens at line 2, column 3, 1 more around it is open too.',
  );
  expect(messageFor(object, object, list)).toBe(
    'The file ends inside the list that opens at line 2, column 3, 2 more around it are open too.',
  );
});

test('too much depth or size is shown at one character, and an empty file at none', () => {
  expect(nestingTooDeep(5)).toMatchObject({
    start: 5,
    end: 6,
    message: 'Objects and lists are nested more than 64 deep here.',
  });
  expect(tooManyValues(5)).toMatchObject({ start: 5, end: 6 });
  expect(emptyFile(5)).toMatchObject({ start: 5, end: 5 });
});
