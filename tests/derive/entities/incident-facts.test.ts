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

const idsOf = (doubts: readonly { readonly id: string }[] = []) => doubts.map(({ id }) => id);

test('of one accusation, who disputes it is apart from what contradicts it and nobody says', () => {
  const claimed = factsOf({ attributions: [] });
  expect(idsOf(claimed?.doubters)).toEqual([]);
  expect(idsOf(claimed?.contradicted)).toEqual(['doubted']);
  expect(idsOf(claimed?.claims[0]?.contradicted)).toEqual([]);
  const blamed = factsOf({ claims: [] });
  expect(idsOf(blamed?.doubters)).toEqual(['denied']);
  expect(idsOf(blamed?.contradicted)).toEqual([]);
});

test('of several accusations, each has what disputes it, and the incident what disputes all of them or the account', () => {
  const facts = factsOf();
  expect(idsOf(facts?.claims[0]?.contradicted)).toEqual(['doubted']);
  expect(idsOf(facts?.attributions[0]?.doubters)).toEqual(['denied']);
  expect([idsOf(facts?.doubters), idsOf(facts?.contradicted)]).toEqual([[], []]);
  const both = factsOf({
    evidence: ['seen'],
    attributions: [{ actor: 'Another group', evidence: ['claimed', 'blamed'] }],
  });
  expect(idsOf(both?.contradicted)).toEqual(['corrected', 'doubted']);
  expect(idsOf(both?.attributions[0]?.doubters)).toEqual(['denied']);
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
