import { expect, test } from 'vitest';
import { impossibleBaseRate } from '../../src/check/rules/impossible-base-rate.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const objections = (count: number, of: number) =>
  objectionsOf(impossibleBaseRate, { judgments: [{ ...judgment, baseRate: { event: 'cases', count, of } }] });

test('bad: more than all', () => {
  expect(objections(13, 12)).toMatchObject([{ pointer: '/judgments/0/baseRate/count' }]);
});

test('clean: none, some, all', () => {
  expect([objections(0, 12), objections(3, 12), objections(12, 12)].flat()).toEqual([]);
});
