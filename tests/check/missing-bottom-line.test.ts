import { expect, test } from 'vitest';
import { missingBottomLine } from '../../src/check/rules/missing-bottom-line.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(missingBottomLine, ...input).map(({ pointer }) => pointer);

test('a missing bottom line is reported for the whole file', () => {
  expect(found({})).toEqual(['']);
  expect(found({ bottomLine: ['', ' '] })).toEqual(['/bottomLine']);
  expect(found({ bottomLine: 'Fires are likely to go on.' })).toEqual([]);
});
