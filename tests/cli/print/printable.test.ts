import { expect, test } from 'vitest';
import { printable, sanitized, sanitizedForPrograms, visible } from '../../../src/cli/print/printable.ts';

const commands = '\u001b]0;title\u0007\u001b[2J\u009b31m';

test("a stranger's text cannot control a terminal", () => {
  expect(sanitized(`a${commands}\r\nb\rc\td`, false)).toBe('a�]0;title��[2J�31m\r\nb�c\td');
  expect(sanitized('\u001b[31mred\u001b[39m \u001b[8mhidden', true)).toBe(
    '\u001b[31mred\u001b[39m �[8mhidden',
  );
  expect(sanitized('\u001b[31mred', false)).toBe('�[31mred');
});

test('data for programs is unchanged, except for characters that JSON does not have', () => {
  const json = JSON.stringify({ text: commands });
  expect(sanitizedForPrograms(json)).toBe(json);
  expect(sanitizedForPrograms(`${commands}\r\n\t`)).toBe('�]0;title��[2J\u009b31m\r\n\t');
});

test('columns stay aligned, and lines are not reversed', () => {
  expect(visible('a\u001b\u202eb\n')).toBe('a��b�');
  expect(printable('a\r\n\tb\u2066')).toBe('a b�');
});
