import { expect, test } from 'vitest';
import type { Hypothesis } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const hypotheses: Hypothesis[] = [
  { id: 'alone', statement: ['They acted', 'alone.'], proponents: ['fsb', { name: 'N. N.' }] },
  { id: 'directed', statement: 'They were directed.', likelihood: { term: 'likely' } },
];

test('without hypotheses there are no alternatives', () => {
  expect(memoWith({ matrix: [] }).alternatives).toBeUndefined();
});

test('hypotheses without a matrix have letters and no scores, and none leads', () => {
  const { alternatives } = memoWith({ hypotheses, actors: [{ id: 'fsb', name: 'FSB' }] });
  expect(alternatives?.leaders).toEqual([]);
  expect(alternatives?.hypotheses).toMatchObject([
    {
      letter: 'A',
      statement: 'They acted\nalone.',
      proponents: [{ name: 'FSB', actor: 'fsb' }, { name: 'N. N.' }],
      likelihood: undefined,
      rank: undefined,
      inconsistency: undefined,
      weightedInconsistency: undefined,
    },
    { letter: 'B', likelihood: { low: 55, high: 80 } },
  ]);
});

test('the matrix has a cell for every hypothesis, in their order', () => {
  const { alternatives } = memoWith({
    hypotheses,
    evidence: [{ id: 'e1', statement: 'Calls were made.' }],
    matrix: [
      { evidence: 'e1', relevance: 'high', ratings: { directed: 'CC', alone: 'I' }, note: 'Two calls.' },
      { evidence: 'gone', ratings: { directed: 'I' } },
    ],
  });
  expect(alternatives?.matrix).toStrictEqual([
    {
      number: 1,
      evidence: 'e1',
      statement: 'Calls were made.',
      credibility: undefined,
      relevance: 'high',
      ratings: ['I', 'CC'],
      diagnosticity: 3,
      note: 'Two calls.',
    },
    {
      number: 2,
      evidence: 'gone',
      statement: 'gone',
      credibility: undefined,
      relevance: undefined,
      ratings: ['NA', 'I'],
      diagnosticity: 0,
      note: undefined,
    },
  ]);
  expect(alternatives?.leaders).toEqual(['B']);
  expect(alternatives?.hypotheses.map(({ rank, inconsistency }) => [rank, inconsistency])).toEqual([
    [2, -1],
    [1, -1],
  ]);
});

test('ties are shown as ties', () => {
  const matrix = [{ evidence: 'e', ratings: { alone: 'C' as const, directed: 'CC' as const } }];
  expect(memoWith({ hypotheses, matrix }).alternatives?.leaders).toEqual(['A', 'B']);
});

test('after Z comes AA', () => {
  const many = Array.from({ length: 54 }, (_, index) => ({ id: `h${index}`, statement: 'H.' }));
  const letters = memoWith({ hypotheses: many }).alternatives?.hypotheses.map(({ letter }) => letter);
  expect(letters?.slice(24, 28)).toEqual(['Y', 'Z', 'AA', 'AB']);
  expect(letters?.slice(51)).toEqual(['AZ', 'BA', 'BB']);
});
