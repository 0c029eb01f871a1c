import { expect, test } from 'vitest';
import { oneSidedJudgment } from '../../src/check/rules/one-sided-judgment.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(oneSidedJudgment, ...input).map(({ pointer }) => pointer);

const judgment = { id: 'a', key: true, statement: 'Fires will go on.', evidence: ['four-fires'] };
const hypotheses = [
  { id: 'arson', statement: 'Arson.' },
  { id: 'faults', statement: 'Faults.' },
];

test('only key judgments need another side', () => {
  expect(found({ judgments: [judgment, { ...judgment, id: 'b', key: false }] })).toEqual(['/judgments/0']);
});

test('contrary evidence, weighed hypotheses or exclusive judgments are another side', () => {
  expect(found({ judgments: [{ ...judgment, contraryEvidence: ['two-arrests'] }] })).toEqual([]);
  const matrix = [{ evidence: 'four-fires', ratings: { arson: 'C' as const, faults: 'I' as const } }];
  expect(found({ judgments: [judgment], hypotheses, matrix })).toEqual([]);
  expect(found({ judgments: [{ ...judgment, about: ['hypotheses/arson'] }], hypotheses })).toEqual([]);
  const other = { id: 'b', statement: 'Fires will stop.' };
  expect(
    found({ judgments: [judgment, other], exclusive: [{ members: ['judgments/a', 'judgments/b'] }] }),
  ).toEqual([]);
});

test('hypotheses about something else are not another side', () => {
  expect(found({ judgments: [judgment], hypotheses })).toEqual(['/judgments/0']);
});

test('if no judgment is marked key, all are', () => {
  const judgments = [{ id: 'a', statement: 'It goes on.', evidence: ['four'] }];
  expect(objectionsOf(oneSidedJudgment, { judgments })).toMatchObject([{ pointer: '/judgments/0' }]);
  const beside = [...judgments, { id: 'b', key: true, statement: 'It ends.', contraryEvidence: ['four'] }];
  expect(objectionsOf(oneSidedJudgment, { judgments: beside })).toEqual([]);
});
