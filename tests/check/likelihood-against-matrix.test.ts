import { expect, test } from 'vitest';
import { likelihoodAgainstMatrix } from '../../src/check/rules/likelihood-against-matrix.ts';
import type { Likelihood, MatrixRow } from '../../src/model/generated/types.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (
  likelihoods: Readonly<Record<string, Likelihood | undefined>>,
  ratings: MatrixRow['ratings'],
) =>
  objectionsOf(likelihoodAgainstMatrix, {
    evidence: [{ id: 'four', statement: 'Four burned.' }],
    hypotheses: Object.entries(likelihoods).map(([id, likelihood]) => ({
      id,
      statement: `It was ${id}.`,
      ...(likelihood && { likelihood }),
    })),
    matrix: [{ evidence: 'four', ratings }],
  }).map(({ pointer }) => pointer);

test('the leader has a lower declared likelihood than another hypothesis', () => {
  const odds = { a: { term: 'very unlikely' }, b: { term: 'very likely' } } as const;
  expect(found(odds, { a: 'CC', b: 'II' })).toEqual(['/hypotheses/0/likelihood']);
  expect(found(odds, { a: 'II', b: 'C' })).toEqual([]);
});

test('or a lower one than its even share, if the others have no likelihood', () => {
  expect(found({ a: { range: [0.1, 0.2] }, b: undefined }, { a: 'C', b: 'I' })).toEqual([
    '/hypotheses/0/likelihood',
  ]);
  expect(found({ a: { term: 'unlikely' }, b: undefined, c: undefined }, { a: 'C', b: 'I', c: 'I' })).toEqual(
    [],
  );
});

test('nothing is found if all tie, or without a declared likelihood', () => {
  expect(found({ a: { term: 'very unlikely' }, b: { term: 'very likely' } }, { a: 'C', b: 'C' })).toEqual([]);
  expect(found({ a: undefined, b: undefined }, { a: 'C', b: 'I' })).toEqual([]);
});
