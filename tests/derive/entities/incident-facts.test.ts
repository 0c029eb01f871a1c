import { expect, test } from 'vitest';
import type { Incident } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const incident: Incident = {
  id: 'bomb',
  title: 'Bomb',
  evidence: ['seen', 'corrected'],
  claims: [{ actor: 'A group', evidence: ['claimed'] }],
  attributions: [{ actor: 'Another group', evidence: ['blamed'] }],
};

const factsOf = (own: Partial<Incident> = {}) =>
  memoWith({
    incidents: [{ ...incident, ...own }],
    evidence: [
      { id: 'seen', statement: 'Two died.' },
      { id: 'corrected', statement: 'Three died.', disputes: ['seen'] },
      { id: 'claimed', statement: 'The group says it did it.' },
      { id: 'blamed', statement: 'The police blame another.', disputes: ['elsewhere'] },
      { id: 'doubted', statement: 'An expert doubts the claim.', disputes: ['claimed'] },
      {
        id: 'denied',
        statement: 'It denies it.',
        speaker: { name: 'The other' },
        disputes: ['gone', 'blamed'],
      },
      { id: 'elsewhere', statement: 'Something else.' },
    ],
  }).incidentFacts[0];

test('what contradicts an account, a claim or an attribution doubts the incident', () => {
  expect(factsOf()?.doubts.map(({ id }) => id)).toEqual(['doubted', 'denied']);
});

test('who doubts an incident is apart from what contradicts it and nobody says', () => {
  expect(factsOf()?.doubters.map(({ id }) => id)).toEqual(['denied']);
  expect(factsOf()?.contradicted.map(({ id }) => id)).toEqual(['doubted']);
});

test('an account that corrects itself does not doubt itself', () => {
  expect(factsOf({ evidence: ['seen'] })?.doubts.map(({ id }) => id)).toContain('corrected');
});

test('evidence for an incident may still doubt its attribution', () => {
  expect(factsOf({ evidence: ['seen', 'doubted'] })?.doubts.map(({ id }) => id)).toContain('doubted');
});

test('the latest come first, those without a date last', () => {
  const dates = ['2015', undefined, '2016-03', '2016-02'];
  const { incidentsLatestFirst } = memoWith({
    incidents: dates.map((date, index) => ({
      id: `i${index}`,
      title: date ?? 'undated',
      ...(date !== undefined && { date }),
    })),
  });
  expect(incidentsLatestFirst.map(({ title }) => title)).toEqual(['2016-03', '2016-02', '2015', 'undated']);
});
