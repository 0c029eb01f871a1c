import { expect, test } from 'vitest';
import { memoWith } from '../../support/assessments.ts';

test('the event is the incident with most entries; the others keep the order of the chronology', () => {
  const { event } = memoWith({
    incidents: [
      { id: 'late', title: 'Late', date: '2024-03-24', evidence: ['e'] },
      {
        id: 'attack',
        title: 'Attack',
        date: '2024-03-22',
        killed: { reports: [{ value: 133 }, { value: 145 }] },
        claims: [{ actor: 'somebody' }],
      },
      { id: 'early', title: 'Early', date: '2024-03-07' },
    ],
  }).eventReport;
  expect(event.incident?.id).toBe('attack');
  expect(event.others.map(({ id }) => id)).toEqual(['early', 'late']);
});

test('of incidents with equally many entries the event is the latest', () => {
  const { event } = memoWith({
    incidents: [
      { id: 'second', title: 'Second', date: '2016-03-30' },
      { id: 'first', title: 'First', date: '2016-03-29' },
    ],
  }).eventReport;
  expect(event.incident?.id).toBe('second');
});

test('the event is the incident that most judgments are about, however much is on record of another', () => {
  const { eventReport, incidentBrief } = memoWith({
    incidents: [
      { id: 'known', title: 'Known', date: '2024-03-22', killed: { reports: [{ value: 133 }] } },
      { id: 'asked', title: 'Asked', date: '2024-03-01' },
      { id: 'newest', title: 'Newest', date: '2025-05-05' },
      { id: 'newer', title: 'Newer', date: '2025-05-04' },
      { id: 'new', title: 'New', date: '2025-05-03' },
    ],
    judgments: [
      { id: 'j1', statement: 'One.', about: ['incidents/known'] },
      { id: 'j2', statement: 'Two.', about: ['incidents/asked'] },
      { id: 'j3', statement: 'Three.', about: ['asked', 'incidents/known-not'] },
    ],
  });
  expect(eventReport.event.incident?.id).toBe('asked');
  const leanest = incidentBrief.at(-1)?.incidents.shown.map(({ id }) => id);
  expect(leanest).toContain('asked');
  expect(leanest).not.toContain('known');
});

test('consequences name each audience once, those for nobody in particular last', () => {
  const { consequences } = memoWith({
    implications: [
      { id: 'i1', statement: 'One.' },
      { id: 'i2', for: 'the police', statement: 'Two.', judgments: ['attacks-continue'] },
      { id: 'i3', for: ['the army', 'the police'], statement: 'Three.' },
      { id: 'i4', for: ['the police'], statement: 'Four.' },
    ],
  }).eventReport;
  expect(consequences).toEqual([
    {
      audience: ['the police'],
      items: [
        { statement: 'Two.', judgments: [1] },
        { statement: 'Four.', judgments: [] },
      ],
    },
    { audience: ['the army', 'the police'], items: [{ statement: 'Three.', judgments: [] }] },
    { audience: [], items: [{ statement: 'One.', judgments: [] }] },
  ]);
});

test('subjects: those of the judgments, with their numbers', () => {
  const { subjects } = memoWith({
    actors: [{ id: 'iskp', name: 'ISKP' }],
    relationships: [{ id: 'own-network', from: 'iskp', to: 'cell', type: 'directs' }],
    judgments: [
      { id: 'j1', statement: 'One.', about: ['actors/iskp', 'j2'] },
      { id: 'j2', statement: 'Two.', about: ['iskp', 'actors/iskp', 'relationships/own-network'] },
    ],
  });
  expect(subjects).toEqual([
    { subject: { kind: 'named', name: 'ISKP' }, judgments: [1, 2] },
    { subject: { kind: 'judgment', number: 2 }, judgments: [1] },
    { subject: { kind: 'named', name: 'ISKP – cell' }, judgments: [2] },
  ]);
});
