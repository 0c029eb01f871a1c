import { describe, expect, test } from 'vitest';
import { reversedRange } from '../../src/check/rules/reversed-range.ts';
import type { QuantityReport, ReportedDate } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const killed = (...reports: QuantityReport[]) => ({
  incidents: [{ id: 'i', title: 'I', killed: { reports } }],
});

describe('an incident that ends before it begins', () => {
  const dated = (date: ReportedDate, until: ReportedDate) =>
    objectionsOf(reversedRange, { incidents: [{ id: 'i', title: 'I', date, until }] }).map(
      ({ pointer }) => pointer,
    );

  test.each<[ReportedDate, ReportedDate]>([
    ['2025-03-09', '2025-03-01'],
    ['2025-03-09T10:00Z', '2025-03-09T09:00Z'],
    ['2025-03', '2024'],
    ['2025-03-09', { reports: [{ value: '2025-03-01' }, { value: '2025-03-02' }] }],
  ])('%j until %j', (date, until) => {
    expect(dated(date, until)).toEqual(['/incidents/0/until']);
  });

  test.each<[ReportedDate, ReportedDate]>([
    ['2025-03-09', '2025-03-09'],
    ['2025-03-09', '2025-03'],
    ['2025-03-09T20:00-05:00', '2025-03-09'],
    ['2025-03-09T01:00+09:00', '2025-03-08T17:00Z'],
    ['2025-03-09', { reports: [{ value: '2025-03-01' }, { value: '2025-03-10' }] }],
    ['../2025', '2024-01-01'],
  ])('not: %j until %j', (date, until) => {
    expect(dated(date, until)).toEqual([]);
  });

  test.each<[date: ReportedDate, until: ReportedDate, isReversed: boolean]>([
    // both with a zone: moments
    ['2025-03-09T10:00+01:00', '2025-03-09T09:30Z', false],
    ['2025-03-09T10:00+01:00', '2025-03-09T08:30Z', true],
    ['2025-03-09T10:00+01:00', '2025-03-09T09:00Z', false],
    // both without: times of one place
    ['2025-03-09T10:00', '2025-03-09T09:59', true],
    ['2025-03-09T10:00', '2025-03-09T10:00', false],
    // one with a zone: days, which a zone can shift by one
    ['2025-03-09T10:00', '2025-03-08T23:00Z', false],
    ['2025-03-09T10:00', '2025-03-07T23:00Z', true],
    ['2025-03-09', '2025-03-08', true],
    // several reports: the last end against the first beginning
    [{ reports: [{ value: '2025-03-09T10:00' }, { value: '2025-03-11T10:00' }] }, '2025-03-10T10:00', false],
    ['2025-03-09', { reports: [{ value: '2025-03-07' }, { value: '2025-03-08' }] }, true],
    ['2025-03-09/..', '2024-03-08', true],
    ['2025-03-09', '2025-03-01/..', false],
  ])('%j until %j', (date, until, isReversed) => {
    expect(dated(date, until).length).toBe(isReversed ? 1 : 0);
  });

  test('a date from the register is checked too', () => {
    const register = { incidents: [{ id: 'strike', title: 'Strike', date: '2025-02-10' }] };
    const incidents = [{ ref: 'strike', until: '2025-02-01' }];
    expect(objectionsOf(reversedRange, { incidents }, { register }).length).toBe(1);
  });
});

describe('bad', () => {
  test('a likelihood whose range is reversed', () => {
    const likelihood = { range: [0.8, 0.55] };
    expect(
      objectionsOf(reversedRange, { judgments: [judgment, { ...judgment, id: 'b', likelihood }] }),
    ).toEqual([
      {
        pointer: '/judgments/1/likelihood/range',
        message: 'The range begins at 0.8 and ends at 0.55.',
        help: 'Write [0.55, 0.8].',
        fix: { pointer: '/judgments/1/likelihood/range', value: [0.55, 0.8] },
      },
    ]);
  });

  test('a likelihood in any field', () => {
    const likelihood = { range: [1, 0] };
    const found = objectionsOf(reversedRange, {
      scenarios: [{ id: 's', title: 'S', likelihood }],
      hypotheses: [{ id: 'h', statement: 'H.', likelihood }],
      incidents: [{ id: 'i', title: 'I', attributions: [{ actor: 'x', likelihood }] }],
    });
    expect(found.map(({ pointer }) => pointer).sort()).toEqual([
      '/hypotheses/0/likelihood/range',
      '/incidents/0/attributions/0/likelihood/range',
      '/scenarios/0/likelihood/range',
    ]);
  });

  test('a count whose range is reversed', () => {
    expect(objectionsOf(reversedRange, killed({ value: 3 }, { min: 5, max: 3 }))).toEqual([
      {
        pointer: '/incidents/0/killed/reports/1/min',
        message: 'The range begins at 5 and ends at 3.',
        help: 'Exchange `min` and `max`.',
        fix: {
          pointer: '/incidents/0/killed/reports/1/min',
          value: 3,
          also: [{ pointer: '/incidents/0/killed/reports/1/max', value: 5 }],
        },
      },
    ]);
  });

  test.each(['perpetrators', 'killed', 'injured', 'arrested'])('of %s, too', (counted) => {
    const incidents = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', [counted]: { reports: [{ min: 2, max: 1 }] } },
    ];
    expect(objectionsOf(reversedRange, { incidents }).map(({ pointer }) => pointer)).toEqual([
      `/incidents/1/${counted}/reports/0/min`,
    ]);
  });

  test.each<QuantityReport>([
    { value: 4, min: 3, max: 5 },
    { value: 4, max: 5 },
    { value: 4, min: 4 },
  ])('a figure and a range in one report: %j', (report) => {
    expect(objectionsOf(reversedRange, killed(report))).toEqual([
      {
        pointer: '/incidents/0/killed/reports/0',
        message: 'A report gives `value`, or `min` and `max`, not both.',
        help: 'If the source gives a figure and a range, make two reports of them.',
      },
    ]);
  });
});

test('clean: ranges of no width, open ranges, and figures that rise or fall from report to report', () => {
  const likelihood = { range: [0.5, 0.5] };
  const reports: QuantityReport[] = [
    { min: 3, max: 3 },
    { min: 9 },
    { max: 1 },
    { value: 0 },
    { value: 145 },
    { value: 60 },
  ];
  const clean = { ...killed(...reports), judgments: [{ ...judgment, likelihood }] };
  expect(objectionsOf(reversedRange, clean)).toEqual([]);
});
