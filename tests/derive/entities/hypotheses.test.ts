import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  diagnosticity,
  leaders,
  type Rating,
  ratingOf,
  rowWeight,
  scoreHypotheses,
} from '../../../src/derive/entities/hypotheses.ts';
import type { MatrixRow } from '../../../src/model/generated/types.ts';

const four = ['h1', 'h2', 'h3', 'h4'].map((id) => ({ id }));

/** A row from its cells: `row('e1', 'C C N I')`. */
function row(evidence: string, cells: string, weights: Partial<MatrixRow> = {}): MatrixRow {
  const ratings = Object.fromEntries(cells.split(' ').map((cell, i) => [`h${i + 1}`, cell as Rating]));
  return { evidence, ratings, ...weights };
}

describe('the worked example of the reference', () => {
  const factors = new Map([
    ['e1', 1],
    ['e2', 0.81],
    ['e3', 0.8],
    ['e4', 0.42],
    ['e5', 0.72],
  ]);
  const matrix = [
    row('e1', 'C C C I'),
    row('e2', 'C N I I'),
    row('e3', 'I CC N N'),
    row('e4', 'C I C C'),
    row('e5', 'C N II I'),
  ];
  const weightOf = ({ evidence }: MatrixRow) => factors.get(evidence) ?? Number.NaN;

  test('weighted inconsistency 0.80, 0.42, 2.25, 2.53; raw 1, 1, 3, 3; the second leads', () => {
    const scores = scoreHypotheses(four, matrix, weightOf);
    expect(scores.map((s) => (-s.weightedInconsistency).toFixed(2))).toEqual([
      '0.80',
      '0.42',
      '2.25',
      '2.53',
    ]);
    expect(scores.map((s) => s.inconsistency)).toEqual([-1, -1, -3, -3]);
    expect(scores.map((s) => s.rank)).toEqual([2, 1, 3, 4]);
    expect(leaders(scores)).toEqual(['h2']);
  });

  test('without the third item the first leads, with nothing against it', () => {
    const without = matrix.filter(({ evidence }) => evidence !== 'e3');
    const scores = scoreHypotheses(four, without, weightOf);
    expect(scores[0]).toEqual({ id: 'h1', inconsistency: 0, weightedInconsistency: 0, rank: 1 });
    expect(leaders(scores)).toEqual(['h1']);
  });

  test('no other single item changes the leader', () => {
    for (const left of ['e1', 'e2', 'e4', 'e5']) {
      const without = matrix.filter(({ evidence }) => evidence !== left);
      expect(leaders(scoreHypotheses(four, without, weightOf))).toEqual(['h2']);
    }
  });

  test('diagnosticity of its rows', () => {
    expect(matrix.map(diagnosticity)).toEqual([2, 2, 3, 2, 3]);
  });
});

describe('weights', () => {
  test.each([
    [{}, 1],
    [{ credibility: 'medium', relevance: 'medium' }, 1],
    [{ credibility: 'high' }, Math.SQRT2],
    [{ relevance: 'low' }, Math.SQRT1_2],
    [{ credibility: 'high', relevance: 'high' }, 2],
    [{ credibility: 'low', relevance: 'low' }, 0.5],
    [{ credibility: 'high', relevance: 'low' }, 1],
  ] as const)('%j: %d', (weights, expected) => {
    expect(rowWeight(row('e', 'C', weights))).toBeCloseTo(expected, 12);
  });

  test('they weigh inconsistency, not its raw sum', () => {
    const [score] = scoreHypotheses([{ id: 'h1' }], [row('e', 'II', { credibility: 'high' })]);
    expect(score?.inconsistency).toBe(-2);
    expect(score?.weightedInconsistency).toBeCloseTo(-2 * Math.SQRT2, 12);
  });
});

describe('scores', () => {
  test('consistent ratings never count', () => {
    const scores = scoreHypotheses(four, [row('e1', 'CC C N NA'), row('e2', 'CC CC CC CC')]);
    expect(scores.map((s) => s.weightedInconsistency)).toEqual([0, 0, 0, 0]);
    expect(scores.map((s) => s.rank)).toEqual([1, 1, 1, 1]);
    expect(leaders(scores)).toEqual(['h1', 'h2', 'h3', 'h4']);
  });

  test('equal scores share a rank, and the next rank is skipped', () => {
    const scores = scoreHypotheses(four, [row('e1', 'I C C II')]);
    expect(scores.map((s) => s.rank)).toEqual([3, 1, 1, 4]);
    expect(leaders(scores)).toEqual(['h2', 'h3']);
  });

  test('scores that differ only by rounding of square roots are equal', () => {
    const high = { credibility: 'high', relevance: 'low' } as const;
    const scores = scoreHypotheses(four.slice(0, 2), [row('e1', 'I C', high), row('e2', 'C I')]);
    expect(scores[0]?.weightedInconsistency).not.toBe(scores[1]?.weightedInconsistency);
    expect(scores.map((s) => s.rank)).toEqual([1, 1]);
  });

  test('a row without a rating for a hypothesis does not affect it', () => {
    const scores = scoreHypotheses(four, [{ evidence: 'e', ratings: { h1: 'II' } }]);
    expect(scores.map((s) => s.inconsistency)).toEqual([-2, 0, 0, 0]);
  });

  test('without evidence all tie; without hypotheses there are none', () => {
    expect(leaders(scoreHypotheses(four, []))).toHaveLength(4);
    expect(scoreHypotheses([], [row('e', 'I')])).toEqual([]);
  });

  test('an id that is a property of every object is an id like others', () => {
    const ratings: MatrixRow['ratings'] = { h1: 'I' };
    expect(ratingOf({ evidence: 'e', ratings }, 'constructor')).toBe('NA');
    const scores = scoreHypotheses([{ id: 'constructor' }, { id: 'h1' }], [{ evidence: 'e', ratings }]);
    expect(scores.map((s) => [s.weightedInconsistency, s.rank])).toEqual([
      [0, 1],
      [-1, 2],
    ]);
  });
});

describe('diagnosticity', () => {
  test.each([
    ['CC II', 4],
    ['C I', 2],
    ['CC C', 1],
    ['N II', 2],
    ['C C C', 0],
    ['II II', 0],
    ['CC NA', 0],
    ['NA NA', 0],
    ['C NA I', 2],
  ])('%s: %d', (cells, expected) => {
    expect(diagnosticity(row('e', cells))).toBe(expected);
  });

  test('a row without ratings separates nothing', () => {
    expect(diagnosticity({ evidence: 'e', ratings: {} })).toBe(0);
  });
});

describe('for any matrix', () => {
  const rating = fc.constantFrom<Rating>('CC', 'C', 'N', 'I', 'II', 'NA');
  const grade = fc.constantFrom('low', 'medium', 'high');
  const anyRow: fc.Arbitrary<MatrixRow> = fc.record({
    evidence: fc.constant('e'),
    credibility: grade,
    relevance: grade,
    ratings: fc.record({ h1: rating, h2: rating, h3: rating, h4: rating }),
  });
  const matrices = fc.array(anyRow, { maxLength: 12 });

  /** Sums in another order differ by dust. */
  const rounded = (matrix: readonly MatrixRow[]) =>
    scoreHypotheses(four, matrix).map((s) => ({
      ...s,
      weightedInconsistency: Math.round(s.weightedInconsistency * 1e9),
    }));

  test('the order of rows never matters', () => {
    const shuffled = matrices.chain((matrix) =>
      fc.tuple(
        fc.constant(matrix),
        fc.shuffledSubarray(matrix, { minLength: matrix.length, maxLength: matrix.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([matrix, other]) => {
        expect(rounded(other)).toEqual(rounded(matrix));
      }),
    );
  });

  test('a row of nothing but N changes no score', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(scoreHypotheses(four, [...matrix, row('n', 'N N N N')])).toEqual(
          scoreHypotheses(four, matrix),
        );
      }),
    );
  });

  test('there is a leader, no score is above 0, and a leader has the least against it', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const scores = scoreHypotheses(four, matrix);
        const best = Math.max(...scores.map((s) => s.weightedInconsistency));
        expect(best).toBeLessThanOrEqual(0);
        expect(leaders(scores)).toEqual(
          scores.filter((s) => best - s.weightedInconsistency < 1e-6).map((s) => s.id),
        );
      }),
    );
  });
});
