import { describe, expect, test } from 'vitest';
import type { Assessment, MatrixRow } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

type Ratings = MatrixRow['ratings'];

/** The verdict on the versions a, b and c by these rows; all rest on one source unless stated otherwise. */
function verdictOf(rows: readonly Ratings[], properties: Partial<Assessment> = {}) {
  const ids = rows.map((_, index) => `e${index + 1}`);
  return memoWith({
    hypotheses: ['a', 'b', 'c'].map((id) => ({ id, statement: id })),
    evidence: ids.map((id) => ({ id, statement: id })),
    matrix: rows.map((ratings, index) => ({ evidence: ids[index] ?? '', ratings })),
    ...properties,
  }).eventReport.verdict;
}

test('there is no verdict without a matrix, or for a single version', () => {
  expect(verdictOf([])).toBeUndefined();
  expect(verdictOf([{ a: 'C' }], { hypotheses: [{ id: 'a', statement: 'a' }] })).toBeUndefined();
});

test('the leader, then the others from the least inconsistent on', () => {
  expect(verdictOf([{ a: 'C', b: 'II', c: 'I' }])).toMatchObject({
    leaders: ['A'],
    tie: false,
    best: 0,
    others: [
      { letter: 'C', score: -1 },
      { letter: 'B', score: -2 },
    ],
  });
});

test('a tie', () => {
  const verdict = verdictOf([{ a: 'I', b: 'I', c: 'II' }]);
  expect(verdict).toMatchObject({ leaders: ['A', 'B'], tie: true, best: -1, others: [{ letter: 'C' }] });
});

describe('what separates the versions', () => {
  test('the rows with the widest spread, and the uniform rows', () => {
    const verdict = verdictOf([
      { a: 'C', b: 'I', c: 'N' },
      { a: 'C', b: 'C', c: 'C' },
      { a: 'CC', b: 'I', c: 'N' },
    ]);
    expect(verdict).toMatchObject({ telling: [3], undecided: [2] });
  });

  test('nothing, if too many rows do so equally or none does', () => {
    expect(verdictOf(Array.from({ length: 4 }, () => ({ a: 'C', b: 'I', c: 'N' })))?.telling).toEqual([]);
    expect(verdictOf([{ a: 'C', b: 'C', c: 'C' }])?.telling).toEqual([]);
  });
});

describe('what the lead depends on', () => {
  test('single items, together if the same version leads without them', () => {
    const verdict = verdictOf([
      { a: 'N', b: 'I', c: 'II' },
      { a: 'N', b: 'I', c: 'II' },
      { a: 'I', b: 'N', c: 'II' },
    ]);
    expect(verdict).toMatchObject({
      leaders: ['A'],
      robust: false,
      fragile: [{ items: [1, 2], sources: [], several: true, leaders: ['A', 'B'], tie: true }],
    });
  });

  test('nothing, if every single item can be left out', () => {
    const verdict = verdictOf([
      { a: 'N', b: 'II', c: 'II' },
      { a: 'N', b: 'II', c: 'II' },
    ]);
    expect(verdict).toMatchObject({ robust: true, fragile: [] });
  });

  test('the one source behind everything: no single item matters, but without the source nothing is left', () => {
    const citations = [{ source: 's' }];
    const verdict = verdictOf(
      [
        { a: 'N', b: 'II', c: 'II' },
        { a: 'N', b: 'II', c: 'II' },
      ],
      {
        sources: [{ id: 's', csl: { type: 'report' }, reliability: 'E' }],
        evidence: ['e1', 'e2'].map((id) => ({ id, statement: id, citations })),
      },
    );
    expect(verdict).toMatchObject({
      robust: true,
      fragile: [
        { items: [], sources: ['s'], poor: false, several: false, leaders: [], tie: false },
        { items: [], sources: [], poor: true, leaders: [] },
      ],
    });
  });
});

test('a leader on which most of the evidence has no rating is vague', () => {
  expect(
    verdictOf([
      { a: 'N', b: 'II', c: 'C' },
      { a: 'NA', b: 'C', c: 'II' },
      { a: 'C', b: 'I', c: 'I' },
    ])?.vague,
  ).toEqual(['A']);
});

describe('the likelihoods given to the versions', () => {
  const withTerms = (...terms: ('likely' | 'unlikely' | 'very unlikely')[]) =>
    ['a', 'b', 'c'].map((id, index) => {
      const term = terms[index];
      return { id, statement: id, ...(term && { likelihood: { term } }) };
    });
  const rows = [{ a: 'C', b: 'I', c: 'II' }] satisfies Ratings[];

  test.each([
    [['likely', 'unlikely', 'very unlikely'], { letters: ['A'], agrees: true }],
    [['unlikely', 'likely', 'very unlikely'], { letters: ['B'], agrees: false }],
    [['likely', 'likely', 'unlikely'], { letters: ['A', 'B'], agrees: false }],
  ] as const)('%j', (terms, expected) => {
    expect(verdictOf(rows, { hypotheses: withTerms(...terms) })?.likeliest).toEqual(expected);
  });

  test('are not printed if a version has none', () => {
    expect(verdictOf(rows, { hypotheses: withTerms('likely', 'unlikely') })?.likeliest).toBeUndefined();
  });
});
