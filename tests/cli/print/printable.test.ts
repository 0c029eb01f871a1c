import { expect, test } from 'vitest';
import { printable, sanitized, sanitizedForPrograms, visible } from '../../../src/cli/print/printable.ts';

const commands = '\u001b]0;title\u0007\u001b[2J\u009b31m';

test('nothing of a stranger drives a terminal', () => {
  expect(sanitized(`a${commands}\r\nb\rc\td`, false)).toBe('a�]0;title��[2J�31m\r\nb�c\td');
  expect(sanitized('\u001b[31mred\u001b[39m \u001b[8mhidden', true)).toBe(
    '\u001b[31mred\u001b[39m �[8mhidden',
  );
  expect(sanitized('\u001b[31mred', false)).toBe('�[31mred');
});

test('data for programs stays what it is, but for what no JSON has', () => {
  const json = JSON.stringify({ text: commands });
  expect(sanitizedForPrograms(json)).toBe(json);
  expect(sanitizedForPrograms(`${commands}\r\n\t`)).toBe('�]0;title��[2J\u009b31m\r\n\t');
});

test('columns stay columns, and lines are not turned around', () => {
  expect(visible('a\u001b\u202eb\n')).toBe('a��b�');
  expect(printable('a\r\n\tb\u2066')).toBe('a b�');
});
