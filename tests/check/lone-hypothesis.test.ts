import { expect, test } from 'vitest';
import { loneHypothesis } from '../../src/check/rules/lone-hypothesis.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(loneHypothesis, ...input).map(({ pointer }) => pointer);

const hypotheses = [
  { id: 'arson', statement: 'Arson.' },
  { id: 'faults', statement: 'Faults.' },
];

test('one hypothesis alone is reported; none or two are not', () => {
  expect(found({ hypotheses: hypotheses.slice(0, 1) })).toEqual(['/hypotheses/0']);
  expect(found({ hypotheses })).toEqual([]);
  expect(found({})).toEqual([]);
});
