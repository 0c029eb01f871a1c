import { expect, test } from 'vitest';
import { compareFindings, compareText, type Finding, hasErrors } from '../../src/model/finding.ts';

function finding(properties: Partial<Finding>): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    rule: 'r',
    severity: 'warning',
    file: 'a.json',
    pointer: '',
    message: 'M.',
    ...place,
    ...properties,
  };
}

test('findings are sorted by file, line, column, rule, message; numbers as numbers', () => {
  const sorted = [
    finding({ file: 'a.json', line: 2 }),
    finding({ file: 'a.json', line: 10, column: 3 }),
    finding({ file: 'a.json', line: 10, column: 20, rule: 'a' }),
    finding({ file: 'a.json', line: 10, column: 20, rule: 'b', message: 'A.' }),
    finding({ file: 'a.json', line: 10, column: 20, rule: 'b', message: 'B.' }),
    finding({ file: 'b.json', line: 1 }),
  ];
  expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
});

test('text is ordered by code unit: capitals first, in every locale', () => {
  expect(['b', 'ä', 'a', 'B'].sort(compareText)).toEqual(['B', 'a', 'b', 'ä']);
  expect(compareText('a', 'a')).toBe(0);
});

test('only an error counts as one', () => {
  expect(hasErrors([finding({}), finding({ severity: 'note' })])).toBe(false);
  expect(hasErrors([finding({}), finding({ severity: 'error' })])).toBe(true);
  expect(hasErrors([])).toBe(false);
});
