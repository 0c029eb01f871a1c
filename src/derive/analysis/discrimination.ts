import type { Forecast } from './forecasts.ts';

/** How well forecasts separate what happened from what did not, whatever their level. */
export interface Discrimination {
  /**
   * Area under the receiver operating characteristic: the chance that something that happened was given more than something
   * that did not, a tie counting half. 0.5 is none, 1 is perfect.
   */
  readonly auc: number;
  /** Standard error of the area. */
  readonly standardError: number;
  /**
   * Ends of its 95 % interval; `undefined` if the standard error is 0 or unknown (only one case of a kind, or
   * perfect separation), since an interval without width would suggest that a few cases are proof.
   */
  readonly interval: readonly [low: number, high: number] | undefined;
  /** How many happened, and how many did not: the area rests on the smaller number. */
  readonly happened: number;
  readonly failed: number;
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The area is the statistic of Mann and Whitney over the number of pairs (Hanley and McNeil, Radiology 143, 1982, 29–36); its
 * standard error is that of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988, 837–845), which assumes no distribution;
 * the interval is taken on the logit of the area, so that it stays between 0 and 1 (Pepe, The Statistical Evaluation of
 * Medical Tests, 2003, 5.2.5).
 *
 * @returns `undefined` where everything happened or nothing did.
 */
export function discrimination(forecasts: readonly Forecast[]): Discrimination | undefined {
  const happened = forecasts.filter(({ outcome }) => outcome).map(({ probability }) => probability);
  const failed = forecasts.filter(({ outcome }) => !outcome).map(({ probability }) => probability);
  if (happened.length === 0 || failed.length === 0) return undefined;
  // For each one, the share of the others that it is on the right side of.
  const above = happened.map((one) => meanOf(failed.map((other) => order(one, other))));
  const below = failed.map((other) => meanOf(happened.map((one) => order(one, other))));
  const auc = meanOf(above);
  const standardError = Math.sqrt(varianceOf(above) / happened.length + varianceOf(below) / failed.length);
  return {
    auc,
    standardError,
    interval: intervalOf(auc, standardError),
    happened: happened.length,
    failed: failed.length,
  };
}

function order(one: number, other: number): number {
  return one > other ? 1 : one === other ? 0.5 : 0;
}

function intervalOf(auc: number, error: number): readonly [number, number] | undefined {
  if (!(error > 0) || auc <= 0 || auc >= 1) return undefined;
  const logit = Math.log(auc / (1 - auc));
  const half = (Z * error) / (auc * (1 - auc));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return [back(logit - half), back(logit + half)];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance (n - 1); NaN for a single value. */
function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
