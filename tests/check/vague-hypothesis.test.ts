import { expect, test } from 'vitest';
import { vagueHypothesis } from '../../src/check/rules/vague-hypothesis.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(vagueHypothesis, ...input).map(({ pointer }) => pointer);

const hypotheses = [
  { id: 'arson', statement: 'Arson.' },
  { id: 'faults', statement: 'Faults.' },
];
const evidence = ['one', 'two', 'three'].map((id) => ({ id, statement: 'It burned.' }));

test('a leader with mostly N and NA is vague; a trailing hypothesis is not', () => {
  const matrix = (arson: 'C' | 'N', last: 'I' | 'II') => [
    { evidence: 'one', ratings: { arson, faults: 'I' as const } },
    { evidence: 'two', ratings: { arson: 'NA' as const, faults: 'I' as const } },
    { evidence: 'three', ratings: { arson: 'C' as const, faults: last } },
  ];
  expect(found({ hypotheses, evidence, matrix: matrix('N', 'I') })).toEqual(['/hypotheses/0']);
  expect(found({ hypotheses, evidence, matrix: matrix('C', 'II') })).toEqual([]);
});
