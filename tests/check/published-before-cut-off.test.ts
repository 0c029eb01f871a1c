import { expect, test } from 'vitest';
import { publishedBeforeCutOff } from '../../src/check/rules/published-before-cut-off.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (asOf: string, published?: string) =>
  objectionsOf(publishedBeforeCutOff, { asOf, ...(published && { published }) }).map(
    ({ message }) => message,
  );

test('published before the first day of the cut-off', () => {
  expect(found('2025-04-30', '2025-04-01')).toEqual([
    'The memo is published `2025-04-01`, before its information cut-off `2025-04-30`.',
  ]);
  expect(found('2025-04', '2025-03-31')).toHaveLength(1);
});

test('clean: on the day itself, within the month, or without a date', () => {
  expect(found('2025-04-30', '2025-04-30')).toEqual([]);
  expect(found('2025-04', '2025-04-10')).toEqual([]);
  expect(found('2025-04-30', '2025-04')).toEqual([]);
  expect(found('2025-04-30')).toEqual([]);
});
