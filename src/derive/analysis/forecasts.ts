import {
  type LikelihoodBand,
  type LikelihoodScale,
  likelihoodScaleOf,
} from '../../model/conventions/conventions.ts';
import type { Judgment, Likelihood } from '../../model/generated/types.ts';
import { viewDate } from '../entities/dates.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';
import { termOfPercent, viewLikelihood } from './likelihood.ts';

/** What every output with a score has to say beside it: no standard says how to score a term. */
export const FORECAST_CONVENTION =
  'A term is scored at the midpoint of its band and a range at its midpoint. This is a convention of this program, not of the scale.';

/** A probability that was given, and the outcome. */
export interface Forecast {
  /** From 0 to 1. */
  readonly probability: number;
  /** True when what was forecast happened. */
  readonly outcome: boolean;
}

/** Forecasts of one band (or of one value), and how often they came true. All numbers but `count` from 0 to 1. */
export interface CalibrationBin {
  /** Ends of the band; equal where the bin is one value. */
  readonly low: number;
  readonly high: number;
  /** At least 1: bins without a forecast are left out. */
  readonly count: number;
  readonly meanForecast: number;
  readonly observedRate: number;
}

/** Scores of a set of forecasts; all but `count` and `calibration` are `undefined` if the set is empty. */
export interface ForecastScores {
  readonly count: number;
  /** Binary form, mean (f - o)²: from 0 (best) to 1. Brier's own form of 1950 sums over both categories and is twice this. */
  readonly brier: number | undefined;
  /** Mean of -ln p(what happened): 0 is best; `Infinity` when something happened that was given no chance. */
  readonly logScore: number | undefined;
  /** The three parts of the score: brier = reliability - resolution + uncertainty. */
  readonly reliability: number | undefined;
  readonly resolution: number | undefined;
  readonly uncertainty: number | undefined;
  /** 1 - brier / uncertainty: 0 is no better than always giving the base rate. `undefined` at a base rate of 0 or 1. */
  readonly skill: number | undefined;
  /** How often what was forecast happened. */
  readonly baseRate: number | undefined;
  /** From the least to the most likely. */
  readonly calibration: readonly CalibrationBin[];
}

/** A resolved judgment as a forecast. */
export interface ScoredJudgment extends Forecast {
  readonly id: string;
  /** The term the file gives; absent where it gives a range. */
  readonly term?: string;
}

/** The judgments of an assessment as forecasts. Each is in one of `scored`, `unresolved` and `withoutLikelihood`. */
export interface Forecasts {
  /** In the order of the file. */
  readonly scored: readonly ScoredJudgment[];
  /** How many have no resolution yet. */
  readonly unresolved: number;
  /** How many are resolved but have no likelihood: they cannot be scored. */
  readonly withoutLikelihood: number;
  /**
   * Ids of the unresolved judgments whose horizon ended before a day (`YYYY-MM-DD`), in the order of the file.
   * A less exact day counts from its first day. A horizon without an end is never overdue, and nothing is
   * overdue for a text that is not a date.
   */
  overdue(asOf: string): string[];
}

/**
 * Scores forecasts. Sources: G. Brier, Monthly Weather Review 78 (1950), in the binary form; A. Murphy, Journal of
 * Applied Meteorology 12 (1973), for the three parts, which are exact because each bin holds one distinct value.
 * The calibration table has the bands of the scale as bins, where one is given. What no single band holds (an edge that
 * two share, a gap of the PHIA yardstick, 0 and 1) has a bin for each value, as has everything without a scale.
 */
export function scoreForecasts(items: readonly Forecast[], scale?: LikelihoodScale): ForecastScores {
  if (items.length === 0) return noScores;
  // Floating-point sums depend on the order of their terms: the scores must not.
  const sorted = items.toSorted(
    (a, b) => a.probability - b.probability || Number(a.outcome) - Number(b.outcome),
  );
  const values = calibrationOf(sorted);
  const baseRate = rateOf(sorted);
  const uncertainty = baseRate * (1 - baseRate);
  const brier = mean(sorted, ({ probability, outcome }) => (probability - Number(outcome)) ** 2);
  const weighted = (square: (bin: CalibrationBin) => number) =>
    sum(values, (bin) => bin.count * square(bin)) / sorted.length;
  return {
    count: sorted.length,
    brier,
    logScore: mean(sorted, ({ probability, outcome }) => -Math.log(outcome ? probability : 1 - probability)),
    reliability: weighted((bin) => (bin.meanForecast - bin.observedRate) ** 2),
    resolution: weighted((bin) => (bin.observedRate - baseRate) ** 2),
    uncertainty,
    skill: baseRate === 0 || baseRate === 1 ? undefined : 1 - brier / uncertainty,
    baseRate,
    calibration: scale ? calibrationOf(sorted, scale) : values,
  };
}

/** The judgments of an assessment as forecasts, at the midpoints described in `FORECAST_CONVENTION`. */
export function forecastsOf(assessment: Pick<ResolvedAssessment, 'judgments' | 'standards'>): Forecasts {
  const scale = likelihoodScaleOf(assessment);
  const open = assessment.judgments.filter(({ resolution }) => resolution === undefined);
  const scored = assessment.judgments.flatMap((judgment) => scoredJudgment(judgment, scale) ?? []);
  return {
    scored,
    unresolved: open.length,
    withoutLikelihood: assessment.judgments.length - open.length - scored.length,
    overdue: (asOf) => {
      const today = ordinal(viewDate(asOf)?.earliest);
      return open.flatMap(({ id, horizon }) => (ordinal(viewDate(horizon)?.latest) < today ? id : []));
    },
  };
}

const noScores: ForecastScores = {
  count: 0,
  brier: undefined,
  logScore: undefined,
  reliability: undefined,
  resolution: undefined,
  uncertainty: undefined,
  skill: undefined,
  baseRate: undefined,
  calibration: [],
};

function scoredJudgment(judgment: Judgment, scale: LikelihoodScale): ScoredJudgment | undefined {
  const { id, likelihood, resolution } = judgment;
  if (!resolution || !likelihood) return undefined;
  const probability = midpoint(scale, likelihood);
  if (probability === undefined) return undefined;
  const { term } = likelihood;
  return { id, ...(term !== undefined && { term }), probability, outcome: resolution.outcome };
}

/**
 * The probability (0 to 1) at which a likelihood is scored. A range is used as written in the file: the view of
 * a likelihood is rounded for print. `undefined` for a term that no scale has.
 */
export function midpoint(scale: LikelihoodScale, likelihood: Likelihood): number | undefined {
  const { range } = likelihood;
  if (range) {
    const [low = 0, high = 0] = range;
    return withoutDust((low + high) / 2);
  }
  const view = viewLikelihood(scale, likelihood);
  return view && withoutDust((view.low + view.high) / 200);
}

/** Rounds, so that equal forecasts are equal numbers, whether they come from a term or from a range. */
function withoutDust(probability: number): number {
  return Math.round(probability * 1e8) / 1e8;
}

/**
 * Forecasts by tenths (0–10 %, 10–20 % …), for forecasts on several scales, whose bands cannot share one table.
 */
export function calibrationByTenths(items: readonly Forecast[]): CalibrationBin[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const held = items.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10 + 1e-9)) === tenth,
    );
    return {
      low: tenth / 10,
      high: (tenth + 1) / 10,
      count: held.length,
      meanForecast: withoutDust(mean(held, ({ probability }) => probability)),
      observedRate: rateOf(held),
    };
  }).filter(({ count }) => count > 0);
}

/** Bins of forecasts sorted in ascending order. */
function calibrationOf(sorted: readonly Forecast[], scale?: LikelihoodScale): CalibrationBin[] {
  const bins = new Map<LikelihoodBand | number, Forecast[]>();
  for (const item of sorted) {
    const key = (scale && bandOf(scale, item.probability)) ?? item.probability;
    const bin = bins.get(key);
    if (bin) bin.push(item);
    else bins.set(key, [item]);
  }
  return [...bins].map(([key, held]) => ({
    ...(typeof key === 'number' ? { low: key, high: key } : { low: key.low / 100, high: key.high / 100 }),
    count: held.length,
    // In floating point, the mean of equal numbers can differ from them.
    meanForecast: typeof key === 'number' ? key : withoutDust(mean(held, ({ probability }) => probability)),
    observedRate: rateOf(held),
  }));
}

function bandOf(scale: LikelihoodScale, probability: number): LikelihoodBand | undefined {
  // In floating point, 0.55 * 100 is a little more than 55, which is a band edge.
  const lookup = termOfPercent(scale, Math.round(probability * 1e8) / 1e6);
  return lookup.kind === 'term' ? lookup.band : undefined;
}

function rateOf(items: readonly Forecast[]): number {
  return mean(items, ({ outcome }) => Number(outcome));
}

function mean<T>(items: readonly T[], value: (item: T) => number): number {
  return sum(items, value) / items.length;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** A day as a number that grows with time; as text, days with negative or five-digit years do not sort. */
function ordinal(day: string | undefined): number {
  const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  return (Number(year) * 12 + Number(month)) * 31 + Number(date);
}
