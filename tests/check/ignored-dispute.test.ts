import { expect, test } from 'vitest';
import { ignoredDispute } from '../../src/check/rules/ignored-dispute.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(ignoredDispute, ...input).map(({ pointer }) => pointer);

const evidence = [
  { id: 'four', statement: 'Four burned.' },
  { id: 'two', statement: 'Two burned.', disputes: ['four'] },
];
const judgment = { id: 'a', statement: 'Fires will go on.' };

test('a judgment that rests on either side has to name the other, for or against', () => {
  const judgments = [
    { ...judgment, evidence: ['four'] },
    { ...judgment, id: 'b', evidence: ['two'] },
    { ...judgment, id: 'c', evidence: ['two', 'four'] },
    { ...judgment, id: 'd', evidence: ['four'], contraryEvidence: ['two'] },
    { ...judgment, id: 'e', contraryEvidence: ['two'] },
  ];
  expect(found({ evidence, judgments })).toEqual(['/judgments/0/evidence', '/judgments/1/evidence']);
});
