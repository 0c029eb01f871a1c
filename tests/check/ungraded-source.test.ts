import { expect, test } from 'vitest';
import { ungradedSource } from '../../src/check/rules/ungraded-source.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(ungradedSource, ...input).map(({ pointer }) => pointer);

test('F is a grade; a missing grade is reported, also for a source of the register', () => {
  const register = { sources: [{ id: 'shared', csl: { type: 'report' as const } }] };
  const sources = [
    { ref: 'shared' },
    { id: 'own', csl: { type: 'report' as const }, reliability: 'F' as const },
  ];
  expect(found({ sources }, { register })).toEqual(['/sources/0']);
});
