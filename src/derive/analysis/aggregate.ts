/**
 * Combines several analysts' probabilities: the median, and the mean of the log odds (Satopää et al. 2014,
 * "Combining multiple probability predictions using a simple logit model", International Journal of Forecasting
 * 30), which gives a step from 95 to 98 % the same weight as one from 40 to 63 %. Averages lie too close to 50
 * %, since nobody knows everything the others know (Baron et al. 2014, "Two reasons to make aggregated
 * probability forecasts more extreme", Decision Analysis 11): so the mean is also given with its log odds
 * multiplied.
 */
export interface Aggregate {
  /** Probabilities from 0 to 1. */
  readonly median: number;
  readonly meanOfLogOdds: number;
  /** `mean` with its log odds multiplied by `EXTREMISING`. */
  readonly extremised: number;
}

/**
 * How far to move the mean away from 50 %. Our own convention: the two papers fit it to data that a single
 * assessment does not have.
 */
export const EXTREMISING = 2.5;

/** No estimate counts as more certain than this: the log odds of 0 and 1 are infinite. */
const SUREST = 0.99;

/** @param probabilities From 0 to 1. `undefined` for fewer than two: one is not an aggregate. */
export function aggregate(probabilities: readonly number[]): Aggregate | undefined {
  if (probabilities.length < 2) return undefined;
  const odds = probabilities.map((p) => logOdds(Math.min(SUREST, Math.max(1 - SUREST, p))));
  const mean = odds.reduce((sum, one) => sum + one, 0) / odds.length;
  return {
    median: medianOf(probabilities),
    meanOfLogOdds: probability(mean),
    extremised: probability(EXTREMISING * mean),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

function logOdds(p: number): number {
  return Math.log(p / (1 - p));
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
