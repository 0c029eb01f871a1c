import { expect, test } from 'vitest';
import { incompleteMatrix } from '../../src/check/rules/incomplete-matrix.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(incompleteMatrix, ...input).map(({ pointer }) => pointer);

const hypotheses = [
  { id: 'arson', statement: 'Arson.' },
  { id: 'faults', statement: 'Faults.' },
];
const evidence = ['one', 'two', 'three'].map((id) => ({ id, statement: 'It burned.' }));

test('the message names the row and the unrated hypotheses; NA is a rating', () => {
  const matrix = [
    { evidence: 'one', ratings: { arson: 'C' as const, faults: 'NA' as const } },
    { evidence: 'two', ratings: { arson: 'I' as const } },
  ];
  expect(found({ hypotheses, evidence, matrix })).toEqual(['/matrix/1/ratings']);
  expect(objectionsOf(incompleteMatrix, { hypotheses, evidence, matrix })[0]?.message).toContain('`faults`');
});
