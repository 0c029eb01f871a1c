import { expect, test } from 'vitest';
import { putYaml } from '../../../src/load/edit/put-yaml.ts';

const text = 'a:\n  - x # first\nb: 1 # why\n';

test.each([
  ['behind a list', ['a', 1], 'y', 'a:\n  - x # first\n  - y\nb: 1 # why\n'],
  ['as a member', ['c'], { d: 2 }, 'a:\n  - x # first\nb: 1 # why\nc:\n  d: 2\n'],
  ['inside what is no object', ['b', 'c'], 2, text],
])('a value put %s', (_, path, value, expected) => {
  expect(putYaml(text, [{ path, value }])).toBe(expected);
});

test('values are put one after the other', () => {
  const edits = [
    { path: ['a', 1], value: 'y' },
    { path: ['a', 2], value: 'z' },
  ];
  expect(putYaml(text, edits)).toBe('a:\n  - x # first\n  - y\n  - z\nb: 1 # why\n');
});
