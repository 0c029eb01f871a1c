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

test('statistics, trust of others, and chances are accepted', () => {
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

test.each([
  'It sailed (confidence 0.7).',
  'Confidence score 4 out of 5: it sailed.',
  'Our confidence has risen by ten percentage points.',
  'We rate our confidence at 7.',
  'The confidence behind our figure, some seventy per cent, is too low.',
  'We hold it with a confidence of about 70.',
  'Our confidence is eighty out of a hundred.',
  'Our confidence is nine parts in ten.',
  'Confidence has fallen from 75 to 60 per cent.',
  'Our confidence is somewhere between 60 and 70 per cent.',
  'We would put 0.65 on our confidence.',
])('a number for confidence: %s', (bottomLine) => {
  expect(objectionsOf(numericConfidence, { bottomLine })).toHaveLength(1);
});
