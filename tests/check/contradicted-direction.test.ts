import { expect, test } from 'vitest';
import { contradictedDirection } from '../../src/check/rules/contradicted-direction.ts';
import type { Direction } from '../../src/model/generated/types.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (direction: Direction, values: readonly (readonly [at: string, value: number])[]) =>
  objectionsOf(contradictedDirection, {
    trends: [
      { id: 'fires', subject: 'fires', direction, series: values.map(([at, value]) => ({ at, value })) },
    ],
  });

test.each<[Direction, readonly number[]]>([
  ['rising', [9, 5, 1]],
  ['rising', [19.8, 19.7]],
  ['rising', [4, 9, 4]],
  ['falling', [1, 5]],
  ['falling', [-3, -1]],
  ['steady', [10, 10, 20]],
  ['fluctuating', [1, 2, 3]],
])('%s against %j', (direction, values) => {
  expect(
    found(
      direction,
      values.map((value, i) => [`${2020 + i}`, value]),
    ),
  ).toMatchObject([{ pointer: '/trends/0/direction' }]);
});

test.each<[Direction, readonly number[]]>([
  ['rising', [1, 9, 5]],
  ['falling', [9, 10, 8]],
  ['rising', [2, 9, 5]],
  ['falling', [9, 2, 5]],
  ['steady', [100, 130, 101]],
  ['steady', [1, 2]],
  ['fluctuating', [1, 3, 2]],
  ['fluctuating', [3, 2, 2]],
  ['fluctuating', [2, 2, 3]],
  ['fluctuating', [1, 3]],
  ['unknown', [9, 1]],
  ['rising', [1]],
  ['rising', []],
])('%s goes with %j', (direction, values) => {
  expect(
    found(
      direction,
      values.map((value, i) => [`${2020 + i}`, value]),
    ),
  ).toEqual([]);
});

test('values are compared in order of time, and never with one of two sources of the same time', () => {
  expect(
    found('rising', [
      ['2024', 9],
      ['2023', 1],
    ]),
  ).toEqual([]);
  expect(
    found('rising', [
      ['2023', 5],
      ['2024', 4],
      ['2024', 6],
    ]),
  ).toEqual([]);
});

test('the message names both ends, the help the fitting direction', () => {
  expect(
    found('rising', [
      ['2022', 9],
      ['2024', 1],
    ])[0],
  ).toMatchObject({
    message: 'The trend `fires` is declared `rising`, but its series goes from 9 (`2022`) to 1 (`2024`).',
    help: expect.stringContaining('write `falling`'),
  });
});

test('values before a break are not compared with those behind it', () => {
  const course = (direction: Direction) =>
    objectionsOf(contradictedDirection, {
      trends: [
        {
          id: 'fires',
          subject: 'fires',
          direction,
          series: [9, 2, 3].map((value, i) => ({ at: `${2020 + i}`, value })),
          breaks: [{ at: '2021', reason: 'Attempts are counted no more.' }],
        },
      ],
    }).map(({ message }) => message);
  expect(course('rising')).toEqual([]);
  expect(course('falling')).toEqual([
    'The trend `fires` is declared `falling`, but its series goes from 2 (`2021`) to 3 (`2022`).',
  ]);
});
