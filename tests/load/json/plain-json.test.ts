import { expect, test } from 'vitest';
import { plainJson } from '../../../src/load/json/plain-json.ts';

const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test.each([
  ['members, and colons in texts', '{"a": "b:c", "d:": {"e": [1, true, null, ":"]}, "f\\"": 2}'],
  ['a text that is all', '"a:b"'],
  ['64 levels of objects', objects(64)],
  ['64 levels of lists', lists(64)],
])('read by the engine: %s', (_, text) => {
  expect(plainJson(text)).toEqual({ data: JSON.parse(text) });
});

test.each([
  ['no JSON', '{"a": }'],
  ['a key that stands twice', '{"a": 1, "a": 2}'],
  ['a number that is too large', '[1e999]'],
  ['65 levels of objects', objects(65)],
  ['65 levels of lists', lists(65)],
])('read by the full parser: %s', (_, text) => {
  expect(plainJson(text)).toBeUndefined();
});
