import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../../src/derive/entities/judgments.ts';
import type { Judgment } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const named = (id: string, rest: Partial<Judgment> = {}): Judgment => ({ id, statement: `${id}.`, ...rest });

function judgmentsOf(...judgments: Judgment[]) {
  return memoWith({
    judgments,
    evidence: [
      { id: 'e1', statement: ['Seen.', 'Twice.'] },
      { id: 'e2', statement: 'Denied.' },
    ],
    assumptions: [{ id: 'a1', statement: 'It holds.' }],
  }).judgments;
}

const numbered = (views: readonly { readonly id: string; readonly number: number }[]) =>
  views.map(({ id, number }) => `${number} ${id}`);

describe('numbers', () => {
  test('key judgments come first, each group in the order of the file', () => {
    const { key, others, all } = judgmentsOf(
      named('a'),
      named('b', { key: true }),
      named('c', { key: false }),
      named('d', { key: true }),
    );
    expect(numbered(key)).toEqual(['1 b', '2 d']);
    expect(numbered(others)).toEqual(['3 a', '4 c']);
    expect(numbered(all)).toEqual(['1 b', '2 d', '3 a', '4 c']);
  });

  test('if none is marked as key, all are', () => {
    const { key, others } = judgmentsOf(named('a'), named('b', { key: false }));
    expect(numbered(key)).toEqual(['1 a', '2 b']);
    expect(key.every((view) => view.key)).toBe(true);
    expect(others).toEqual([]);
  });

  test('implied judgments are listed by number, in rising order; unknown ids are left out', () => {
    const { all } = judgmentsOf(
      named('a', { implies: ['c', 'nothing', 'b'] }),
      named('b'),
      named('c', { key: true }),
    );
    expect(all.find(({ id }) => id === 'a')?.implies).toEqual([1, 3]);
    expect(numbersOf(undefined, new Map())).toEqual([]);
  });
});

test('a judgment with all its fields', () => {
  const { all } = judgmentsOf(
    named('a', {
      statement: ['It will', 'happen.'],
      likelihood: { term: 'very likely' },
      confidence: { level: 'moderate', basis: ['Two', 'sources.'] },
      horizon: '2024/2025',
      evidence: ['e1'],
      contraryEvidence: ['e2', 'e1', 'gone'],
      assumptions: ['a1', 'gone'],
      wouldChange: 'A truce.',
      resolution: { outcome: false, on: '2025-01-31' },
      marking: 'TLP:AMBER',
    }),
  );
  expect(all).toMatchObject([
    {
      statement: 'It will\nhappen.',
      likelihood: { low: 80, high: 95, term: 'very likely' },
      confidence: { level: 'moderate', basis: 'Two\nsources.' },
      horizon: { earliest: '2024-01-01', latest: '2025-12-31' },
      evidence: ['e1'],
      contraryEvidence: [
        { id: 'e2', statement: 'Denied.' },
        { id: 'e1', statement: 'Seen.\nTwice.' },
      ],
      assumptions: [1],
      wouldChange: 'A truce.',
      resolution: { outcome: false, on: { latest: '2025-01-31' }, evidence: [] },
      marking: 'TLP:AMBER',
    },
  ]);
});

test('confidence without a basis has none', () => {
  const { all } = judgmentsOf(named('a', { confidence: { level: 'high' } }));
  expect(all[0]?.confidence).toStrictEqual({ level: 'high', basis: undefined });
});
