import { expect, test } from 'vitest';
import { spreadWithoutDissent } from '../../src/check/rules/spread-without-dissent.ts';
import type { Judgment, Likelihood } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const objections = (likelihoods: readonly Likelihood[], more: Partial<Judgment> = {}) =>
  objectionsOf(spreadWithoutDissent, {
    judgments: [
      {
        ...judgment,
        estimates: likelihoods.map((likelihood, index) => ({ by: `Analyst ${index}`, likelihood })),
        ...more,
      },
    ],
  });

test('bad: estimates two bands apart', () => {
  expect(objections([{ term: 'likely' }, { term: 'unlikely' }])).toMatchObject([
    { pointer: '/judgments/0/estimates', message: expect.stringContaining('2 bands apart') },
  ]);
  expect(objections([{ range: [0.99, 1] }, { range: [0.5, 0.5] }])).toHaveLength(1);
});

test('clean: neighbouring bands, a dissent, one estimate, none', () => {
  expect(objections([{ term: 'likely' }, { term: 'very likely' }, { range: [0.6, 0.6] }])).toEqual([]);
  const dissents = [{ by: 'B', statement: 'They will stop.' }];
  expect(objections([{ term: 'likely' }, { term: 'unlikely' }], { dissents })).toEqual([]);
  expect(objections([{ term: 'likely' }])).toEqual([]);
  expect(objectionsOf(spreadWithoutDissent, {})).toEqual([]);
});
