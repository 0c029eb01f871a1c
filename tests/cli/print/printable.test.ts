import { expect, test } from 'vitest';
import { printable, tamed, tamedForPrograms, visible } from '../../../src/cli/print/printable.ts';

const commands = '\u001b]0;title\u0007\u001b[2J\u009b31m';

test('nothing of a stranger drives a terminal', () => {
  expect(tamed(`a${commands}\r\nb\rc\td`, false)).toBe('a�]0;title��[2J�31m\r\nb�c\td');
  expect(tamed('\u001b[31mred\u001b[39m \u001b[8mhidden', true)).toBe('\u001b[31mred\u001b[39m �[8mhidden');
  expect(tamed('\u001b[31mred', false)).toBe('�[31mred');
});

test('data for programs stays what it is, but for what no JSON has', () => {
  const json = JSON.stringify({ text: commands });
  expect(tamedForPrograms(json)).toBe(json);
  expect(tamedForPrograms(`${commands}\r\n\t`)).toBe('�]0;title��[2J\u009b31m\r\n\t');
});

test('columns stay columns, and lines are not turned around', () => {
  expect(visible('a\u001b\u202eb\n')).toBe('a��b�');
  expect(printable('a\r\n\tb\u2066')).toBe('a b�');
});
