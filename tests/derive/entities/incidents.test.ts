import { describe, expect, test } from 'vitest';
import type { Incident, Register } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const dated = (date?: string, id = date ?? 'undated'): Incident => ({
  id: id.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  title: id,
  ...(date !== undefined && { date }),
});

const titlesOf = (...incidents: Incident[]) => memoWith({ incidents }).chronology.map(({ title }) => title);

describe('the chronology', () => {
  test('is sorted by first day, then by last day; an open beginning counts by its end', () => {
    const inOrder = [
      '../2010',
      '2015-01',
      '2015-01/2015-03',
      '2015/..',
      '2016~',
      '2024-21',
      '2024-03-22',
      '2024-03-22/2024-03-24',
      '2024-05?',
    ];
    expect(titlesOf(...[...inOrder].reverse().map((date) => dated(date)))).toEqual(inOrder);
  });

  test('incidents without a date come last, in the order of the file', () => {
    expect(titlesOf(dated(undefined, 'x'), dated('2024'), dated(undefined, 'a'), dated('../..'))).toEqual([
      '2024',
      'x',
      'a',
      '../..',
    ]);
  });

  test('ties keep the order of the file', () => {
    expect(titlesOf(dated('2024', 'b'), dated('2024', 'a'), dated('2024~', 'c'))).toEqual(['b', 'a', 'c']);
  });
});

const register: Register = { actors: [{ id: 'iskp', name: 'Khorasan Province' }] };

test('an incident with all its fields', () => {
  const [incident] = memoWith(
    {
      incidents: [
        {
          id: 'i',
          title: 'I',
          date: '2024-03-22',
          dateNote: ['Evening,', 'local time.'],
          place: 'Krasnogorsk',
          type: 'armed-assault',
          outcome: 'completed',
          target: 'a concert',
          weapons: ['rifles', 'petrol'],
          arrested: { reports: [{ value: 11 }] },
          killed: {
            reports: [
              { value: 133, asOf: '2024-03-23' },
              { value: 145, asOf: '2024-06', by: 'iskp' },
            ],
            note: 'Includes the missing.',
          },
          attributions: [{ actor: 'iskp', by: ['FSB'], likelihood: { term: 'likely' }, confidence: 'high' }],
          claims: [{ actor: 'iskp', by: { office: 'spokesman' }, date: '2024-03-22', evidence: ['e'] }],
          summary: ['Fire.', 'Shots.'],
        },
      ],
    },
    register,
  ).chronology;
  expect(incident).toMatchObject({
    dateNote: 'Evening,\nlocal time.',
    place: { name: 'Krasnogorsk' },
    target: ['a concert'],
    weapons: ['rifles', 'petrol'],
    summary: 'Fire.\nShots.',
    evidence: [],
    attributions: [
      {
        actor: { name: 'Khorasan Province', actor: 'iskp' },
        by: [{ name: 'FSB' }],
        likelihood: { low: 55, high: 80 },
        confidence: 'high',
        evidence: [],
      },
    ],
    claims: [{ by: [{ name: 'spokesman' }], date: { latest: '2024-03-22' }, evidence: ['e'] }],
  });
  expect(incident?.quantities.map(({ counted }) => counted)).toEqual(['killed', 'arrested']);
  expect(incident?.quantities[0]).toMatchObject({
    min: 133,
    max: 145,
    latest: [{ value: 145 }],
    disputed: true,
    note: 'Includes the missing.',
    reports: [
      { report: { value: 133 }, by: undefined, asOf: { latest: '2024-03-23' } },
      { report: { value: 145 }, by: { name: 'Khorasan Province' }, asOf: { latest: '2024-06-30' } },
    ],
  });
});

test('disputed figures are those of counts on which reports differ, in the order of the chronology', () => {
  const { disputedFigures } = memoWith({
    incidents: [
      { ...dated('2024', 'later'), killed: { reports: [{ value: 1 }, { value: 2 }] } },
      {
        ...dated('2023', 'earlier'),
        injured: { reports: [{ value: 8 }, { value: 9 }] },
        killed: { reports: [{ value: 7 }, { value: 7 }] },
      },
    ],
  });
  expect(disputedFigures.map(({ incident, counted, report }) => [incident, counted, report.value])).toEqual([
    ['earlier', 'injured', 8],
    ['earlier', 'injured', 9],
    ['later', 'killed', 1],
    ['later', 'killed', 2],
  ]);
});
