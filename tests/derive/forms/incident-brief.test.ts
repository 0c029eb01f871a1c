import { expect, test } from 'vitest';
import type { Incident } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const incident = (id: string, own: Partial<Incident> = {}): Incident => ({
  id,
  title: id,
  date: `2025-0${id}-01`,
  ...own,
});

const attributions = ['A', 'B', 'C'].map((actor) => ({ actor, evidence: [] }));

test('the event with most entries is in every variant that shows incidents, the latest first', () => {
  const { incidentBrief } = memoWith({
    incidents: [incident('1', { attributions }), incident('2'), incident('3'), incident('4'), incident('5')],
  });
  const shown = incidentBrief.map(({ incidents }) => incidents.shown.map(({ id }) => id));
  expect(shown[0]).toEqual(['5', '4', '3', '1']);
  expect(shown[2]).toEqual(['5', '1']);
  expect(shown.at(-1)).toEqual(['1']);
});

test('an incident with more accounts than the brief has room for is shortened, and complete in the annex', () => {
  const [brief] = memoWith({ incidents: [incident('1', { attributions }), incident('2')] }).incidentBrief;
  const [latest, long] = brief?.incidents.shown ?? [];
  expect(latest?.shortened).toBe(false);
  expect(long?.shortened).toBe(true);
  expect(long?.attributions).toHaveLength(2);
  expect(brief?.incidents.rest.map(({ id, attributions: all }) => [id, all.length])).toEqual([['1', 3]]);
});

test('everything that is not in the brief is in the annex, in every variant', () => {
  const memo = memoWith({
    incidents: [incident('1'), incident('2'), incident('3'), incident('4'), incident('5')],
    judgments: ['a', 'b', 'c', 'd'].map((id) => ({ id, statement: `${id}.`, key: id !== 'd' })),
    recommendations: ['x', 'y', 'z'].map((id) => ({ id, action: `${id}.` })),
    implications: ['x', 'y', 'z'].map((id) => ({ id, statement: `${id}.` })),
  });
  for (const { incidents, judgments, recommendations, implications } of memo.incidentBrief) {
    for (const parted of [incidents, judgments, recommendations, implications]) {
      const ids = [...parted.shown, ...parted.rest].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(incidents.shown.length + incidents.rest.length).toBe(5);
    expect(judgments.shown.length + judgments.rest.length).toBe(4);
    expect(judgments.shown.every(({ key }) => key)).toBe(true);
    expect(judgments.hasKeyInAnnex).toBe(judgments.rest.some(({ key }) => key));
    expect(judgments.keyCount).toBe(3);
    expect(recommendations.shown.length + recommendations.rest.length).toBe(3);
    // Where something is recommended, implications are for the annex.
    expect(implications.shown).toEqual([]);
  }
});

test('signs keep the numbers of the file, observed or not, in the brief and in the annex', () => {
  const statuses = ['unknown', 'observed', 'unknown', 'observed', 'unknown'] as const;
  const indicators = statuses.map((status, index) => ({ id: `i${index}`, statement: `${index}.`, status }));
  const numbers = memoWith({ indicators }).incidentBrief.map(({ signs }) => [
    signs.shown.map(({ number }) => number),
    signs.rest.map(({ number }) => number),
  ]);
  expect(numbers[0]).toEqual([[1, 2, 3, 4, 5], []]);
  expect(numbers[4]).toEqual([
    [2, 4],
    [1, 3, 5],
  ]);
});
