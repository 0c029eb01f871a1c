import { expect, test } from 'vitest';
import { confidenceWithoutBasis } from '../../src/check/rules/confidence-without-basis.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('a level of confidence without a word on why', () => {
  const found = objectionsOf(confidenceWithoutBasis, {
    judgments: [
      judgment,
      { ...judgment, id: 'second', confidence: { level: 'high' } },
      { ...judgment, id: 'third', confidence: { level: 'low', basis: ['One source.'] } },
    ],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/judgments/1/confidence', '`second` is held with `high` confidence, but nothing says why.'],
  ]);
});
