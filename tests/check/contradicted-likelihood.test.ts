import { expect, test } from 'vitest';
import { contradictedLikelihood } from '../../src/check/rules/contradicted-likelihood.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const found = (statement: string | string[], likelihood: object) =>
  objectionsOf(contradictedLikelihood, { judgments: [{ ...judgment, statement, likelihood }] });

test('the words and the declared likelihood differ', () => {
  expect(found(['Talks go on.', 'They are very likely to fail.'], { term: 'unlikely' })).toEqual([
    {
      pointer: '/judgments/0/statement/1',
      message: 'The statement says `very likely`, but declares `unlikely` (20–45 %).',
      help: 'Change the words or the `likelihood`.',
    },
  ]);
  expect(found('They will certainly fail.', { range: [0.6, 0.7] })[0]?.message).toContain(
    'a range (60–70 %)',
  );
});

test('bands that share an edge differ; a number on the edge fits both', () => {
  expect(found('They are unlikely to fail.', { term: 'likely' })).toHaveLength(1);
  expect(found('They are likely to fail.', { term: 'very likely' })).toHaveLength(1);
  expect(found('There is an 80 % chance of failure.', { term: 'very likely' })).toEqual([]);
});

test.each([
  'They are likely to fail.',
  'They will fail.',
  'Although they are unlikely to end soon, they are likely to fail.',
  'The unlikely partners will fail.',
])('fits likely: %s', (statement) => {
  expect(found(statement, { term: 'likely' })).toEqual([]);
});

test('a remote chance is no unlikely one', () => {
  expect(found('The chance of failure is remote.', { term: 'unlikely' })).toHaveLength(1);
  expect(found('The chance of failure is remote.', { term: 'almost no chance' })).toEqual([]);
});

test('hypotheses are compared too; without a declared likelihood nothing is contradicted', () => {
  expect(
    objectionsOf(contradictedLikelihood, {
      judgments: [{ ...judgment, statement: 'It is unlikely.' }],
      hypotheses: [{ id: 'h', statement: 'It is likely.', likelihood: { term: 'unlikely' } }],
    }).map(({ pointer }) => pointer),
  ).toEqual(['/hypotheses/0/statement']);
});

test.each([
  'The chance that they fail is remote.',
  'The risk of failure is small.',
  'There is hardly a chance of failure.',
  'Their failure is out of reach.',
  'They are as likely as not to fail.',
])('differs from very likely: %s', (statement) => {
  expect(found(statement, { term: 'very likely' })).toHaveLength(1);
});
