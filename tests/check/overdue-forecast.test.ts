import { expect, test } from 'vitest';
import { overdueForecast } from '../../src/check/rules/overdue-forecast.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(overdueForecast, ...input).map(({ pointer }) => pointer);

const judgments = [
  { id: 'over', statement: 'Fires go on.', horizon: '2025-03' },
  { id: 'today', statement: 'Fires go on.', horizon: '2025-05-01' },
  { id: 'open', statement: 'Fires go on.', horizon: '2025-01/..' },
  { id: 'resolved', statement: 'Fires go on.', horizon: '2025-03', resolution: { outcome: false } },
];

test('the horizon ended yesterday, without a resolution', () => {
  expect(found({ judgments }, { today: '2025-05-01' })).toEqual(['/judgments/0/horizon']);
  expect(found({ judgments }, { today: '2025-05-02' })).toEqual([
    '/judgments/0/horizon',
    '/judgments/1/horizon',
  ]);
});

test('a superseded assessment need not be resolved', () => {
  expect(found({ judgments, status: 'superseded' }, { today: '2026-01-01' })).toEqual([]);
});
