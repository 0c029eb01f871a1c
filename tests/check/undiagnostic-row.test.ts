import { expect, test } from 'vitest';
import { undiagnosticRow } from '../../src/check/rules/undiagnostic-row.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(undiagnosticRow, ...input).map(({ pointer }) => pointer);

const hypotheses = [
  { id: 'arson', statement: 'Arson.' },
  { id: 'faults', statement: 'Faults.' },
];
const evidence = ['one', 'two', 'three'].map((id) => ({ id, statement: 'It burned.' }));

test('a row with equal ratings separates nothing, whatever the rating', () => {
  const matrix = [
    { evidence: 'one', ratings: { arson: 'II' as const, faults: 'II' as const } },
    { evidence: 'two', ratings: { arson: 'C' as const, faults: 'CC' as const } },
  ];
  expect(found({ hypotheses, evidence, matrix })).toEqual(['/matrix/0']);
});
