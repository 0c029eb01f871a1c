import { describe, expect, test } from 'vitest';
import { durationOf, reportedDate, viewDateReports } from '../../../src/derive/entities/dates.ts';
import { viewChronology } from '../../../src/derive/entities/incidents.ts';
import { resolve } from '../../../src/derive/entities/resolve.ts';
import { parseEdtf } from '../../../src/model/edtf.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { likelihoodScales } from '../../support/scales.ts';

const actors = new Map([['the-firm', { name: 'The Firm' }]]);

describe('a date on which sources differ', () => {
  const date = {
    reports: [
      { value: '2024-02-17', source: 'notice', asOf: '2024-07' },
      { value: '2024-02-12', source: 'hearing', by: 'the-firm', asOf: '2024-05-01' },
      { value: '2024-02-17', source: 'press' },
    ],
  };

  test('is a range from the first day to the last', () => {
    expect(reportedDate(date)).toMatchObject({
      kind: 'disputed',
      earliest: '2024-02-12',
      latest: '2024-02-17',
      among: [{ text: '2024-02-12' }, { text: '2024-02-17' }],
    });
  });

  test('keeps every report, and the latest one', () => {
    const view = viewDateReports(date, actors);
    expect(view?.reports.map(({ date: { text }, by }) => [text, by?.name])).toEqual([
      ['2024-02-17', undefined],
      ['2024-02-12', 'The Firm'],
      ['2024-02-17', undefined],
    ]);
    expect(view?.latest?.text).toBe('2024-02-17');
  });

  test('has no latest if no report has a date, or if all agree', () => {
    expect(
      viewDateReports({ reports: [{ value: '2024' }, { value: '2023' }] }, actors)?.latest,
    ).toBeUndefined();
    const agreed = { reports: [{ value: '2024', asOf: '2025' }, { value: '2024' }] };
    expect(viewDateReports(agreed, actors)?.latest).toBeUndefined();
    expect(reportedDate(agreed)).toEqual(parseEdtf('2024'));
  });

  test('is the date itself if it is given plainly', () => {
    expect(reportedDate('2024-02-12')).toEqual(parseEdtf('2024-02-12'));
    expect(viewDateReports('2024-02-12', actors)).toBeUndefined();
    expect(reportedDate(undefined)).toBeUndefined();
  });
});

describe('the duration of an incident', () => {
  test.each([
    ['2024-12-25', '2025-06-19', { days: 177 }],
    ['2025-01-02', '2025-01-03', { days: 2 }],
    ['2024-12-25T12:26+02:00', '2025-06-19', { days: 177 }],
    ['2024-12-25T12:26+02:00', '2024-12-25T16:46+02:00', { days: 0, hours: 4, minutes: 20 }],
    ['2024-12-25T12:26+02:00', '2024-12-26T11:26Z', { days: 1, hours: 1, minutes: 0 }],
    ['2024-12-25', '2024-12-25', undefined],
    ['2024-12', '2025-06-19', undefined],
    ['2024-12-25~', '2025-06-19', undefined],
    ['2024-12-25T12:26', '2024-12-25T16:46Z', undefined],
    [undefined, '2025-06-19', undefined],
  ])('from %s to %s', (from, until, expected) => {
    const read = (text: string | undefined) => (text === undefined ? undefined : parseEdtf(text));
    expect(durationOf(read(from), read(until))).toEqual(expected);
  });
});

describe('figures of more or less than one incident', () => {
  const assessment = {
    id: 'a',
    form: 'policy-memo',
    title: 'A',
    asOf: '2025-04-30',
    marking: 'TLP:CLEAR',
    judgments: [],
    incidents: [
      {
        id: 'first',
        title: 'First fire',
        killed: {
          reports: [{ value: 22, source: 's' }],
          per: [{ group: 'police', reports: [{ value: 17, source: 't' }] }],
          across: ['second'],
        },
        counts: [{ of: 'trains', reports: [{ value: 3 }], across: ['second'] }],
      },
      { id: 'second', title: 'Second fire' },
    ],
  } as unknown as Assessment;
  const [first, second] = viewChronology(resolve(assessment, {}), likelihoodScales['icd-203']);

  test('say so at their place', () => {
    expect(first?.quantities[0]).toMatchObject({
      across: ['Second fire'],
      parts: [{ group: 'police', min: 17, max: 17, disputed: false }],
      partSources: ['t'],
    });
    expect(first?.countedWith).toEqual([]);
  });

  test('are named at the other incident, which has none itself', () => {
    expect(second?.countedWith).toEqual([
      {
        incident: 'First fire',
        what: [
          { counted: 'killed', of: undefined },
          { counted: undefined, of: 'trains' },
        ],
      },
    ]);
    expect(second?.quantities).toEqual([]);
  });
});
