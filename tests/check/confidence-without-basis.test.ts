import { expect, test } from 'vitest';
import { confidenceWithoutBasis } from '../../src/check/rules/confidence-without-basis.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('a level of confidence without a basis', () => {
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

test('blank paragraphs are not a basis', () => {
  const judgment = (id: string, basis: string[]) => ({
    id,
    statement: 'Fires will go on.',
    confidence: { level: 'low' as const, basis },
  });
  expect(
    objectionsOf(confidenceWithoutBasis, {
      judgments: [judgment('blank', ['', ' ']), judgment('said', ['', 'One source.'])],
    }).map(({ pointer }) => pointer),
  ).toEqual(['/judgments/0/confidence']);
});
