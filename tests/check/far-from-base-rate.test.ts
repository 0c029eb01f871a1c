import { expect, test } from 'vitest';
import { farFromBaseRate } from '../../src/check/rules/far-from-base-rate.ts';
import type { Judgment } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const objections = (count: number, properties: Partial<Judgment> = {}) =>
  objectionsOf(farFromBaseRate, {
    judgments: [
      {
        ...judgment,
        likelihood: { term: 'very likely' }, // 80 to 95 %
        baseRate: { event: 'cases that went on', count, of: 100 },
        ...properties,
      },
    ],
  });

test('bad: more than 15 points outside the band', () => {
  expect(objections(64)).toMatchObject([
    { pointer: '/judgments/0/baseRate', message: expect.stringContaining('64 %, 16 points') },
  ]);
});

test('clean: within 15 points, with a reason, without a likelihood', () => {
  expect([65, 80, 90, 95, 100].flatMap((count) => objections(count))).toEqual([]);
  expect(
    objections(10, { baseRate: { event: 'cases', count: 10, of: 100, note: 'This one is paid for.' } }),
  ).toEqual([]);
  const { likelihood: _, ...rest } = { likelihood: undefined, ...judgment };
  expect(
    objectionsOf(farFromBaseRate, {
      judgments: [{ ...rest, baseRate: { event: 'cases', count: 1, of: 100 } }],
    }),
  ).toEqual([]);
});
