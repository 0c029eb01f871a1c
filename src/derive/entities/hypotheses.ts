import type { Hypothesis, LowMediumHigh, MatrixRow } from '../../model/generated/types.ts';

/** Analysis of competing hypotheses. Source: R. Heuer, Psychology of Intelligence Analysis (1999), ch. 8. */

export type Rating = MatrixRow['ratings'][string];

export interface HypothesisScore {
  readonly id: string;
  /** Sum of inconsistency, 0 or less: I counts -1, II counts -2; consistency never counts. */
  readonly inconsistency: number;
  /** The same, with each row multiplied by credibility and relevance (PARC ACH). */
  readonly weightedInconsistency: number;
  /** 1 for the least weighted inconsistency; equal scores share a rank. */
  readonly rank: number;
}

export interface EvidenceDiagnosticity {
  readonly id: string;
  /** How much the item separates the hypotheses: 0 (not at all) to 4. */
  readonly diagnosticity: number;
}

const INCONSISTENCY: Readonly<Record<Rating, number>> = { CC: 0, C: 0, N: 0, I: -1, II: -2, NA: 0 };
const POSITION: Readonly<Record<Exclude<Rating, 'NA'>, number>> = { CC: -2, C: -1, N: 0, I: 1, II: 2 };

/** Weights of PARC ACH: a factor of the square root of two up or down. */
const WEIGHT: Readonly<Record<LowMediumHigh, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 };

/** Scores closer than this are equal: products of square roots have rounding errors. */
const TIE = 1e-9;

/** Weight of a row: credibility times relevance; a missing value counts as medium. */
export function rowWeight(row: MatrixRow): number {
  return WEIGHT[row.credibility ?? 'medium'] * WEIGHT[row.relevance ?? 'medium'];
}

/**
 * A row's rating of a hypothesis; `NA` if there is none. Looks at own keys only: an id may be `constructor`.
 */
export function ratingOf(row: MatrixRow, hypothesis: string): Rating {
  return (Object.hasOwn(row.ratings, hypothesis) ? row.ratings[hypothesis] : undefined) ?? 'NA';
}

/** Scores and ranks of all hypotheses, in the order of the file. */
export function scoreHypotheses(
  hypotheses: readonly Pick<Hypothesis, 'id'>[],
  matrix: readonly MatrixRow[],
  weightOf: (row: MatrixRow) => number = rowWeight,
): HypothesisScore[] {
  const scores = hypotheses.map(({ id }) => {
    let inconsistency = 0;
    let weightedInconsistency = 0;
    for (const row of matrix) {
      const points = INCONSISTENCY[ratingOf(row, id)];
      inconsistency += points;
      weightedInconsistency += points * weightOf(row);
    }
    return { id, inconsistency, weightedInconsistency };
  });
  return scores.map((score) => ({
    ...score,
    rank: 1 + scores.filter((s) => s.weightedInconsistency > score.weightedInconsistency + TIE).length,
  }));
}

/**
 * Row diagnosticity: the row's spread on CC=-2 to II=+2, `NA` left out; a uniform row is not diagnostic (0).
 * Source: Heuer 1999, ch. 8, step 3.
 */
export function diagnosticity(row: MatrixRow): number {
  const positions = Object.values(row.ratings)
    .filter((rating) => rating !== 'NA')
    .map((rating) => POSITION[rating]);
  return positions.length === 0 ? 0 : Math.max(...positions) - Math.min(...positions);
}

/** Ids of the hypotheses that lead: more than one when they tie. */
export function leaders(scores: readonly HypothesisScore[]): string[] {
  return scores.filter((score) => score.rank === 1).map((score) => score.id);
}
