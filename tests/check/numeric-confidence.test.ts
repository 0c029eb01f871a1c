import { expect, test } from 'vitest';
import { numericConfidence } from '../../src/check/rules/numeric-confidence.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('in a judgment and in its basis', () => {
  const found = objectionsOf(numericConfidence, {
    judgments: [
      {
        ...judgment,
        statement: 'We are 80 % confident.',
        confidence: { level: 'high', basis: 'Confidence: 0.8.' },
      },
    ],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/judgments/0/statement', '`80 % confident` gives confidence as a number.'],
    ['/judgments/0/confidence/basis', '`Confidence: 0.8` gives confidence as a number.'],
  ]);
});

test('statistics, trust of others, and chances', () => {
  expect(
    objectionsOf(numericConfidence, {
      bottomLine: [
        'The 95 % confidence interval is wide.',
        'Confidence in the courts is at 20 %.',
        'There is an 80 % chance.',
      ],
    }),
  ).toEqual([]);
});
