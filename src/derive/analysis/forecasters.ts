import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';
import { aggregate } from './aggregate.ts';
import { type Discrimination, discrimination } from './discrimination.ts';
import { type Forecast, type ForecastScores, forecastsOf, midpoint, scoreForecasts } from './forecasts.ts';

/** Whose forecast: the team's (a judgment's own likelihood), a named analyst's, or the aggregate of several. */
export type Forecaster =
  | { readonly kind: 'team' }
  | { readonly kind: 'analyst'; readonly name: string }
  | { readonly kind: 'aggregate'; readonly method: 'median' | 'mean-of-log-odds' | 'extremised' };

/** A forecast with its forecaster and its judgment. */
export interface MadeForecast extends Forecast {
  readonly by: Forecaster;
  /** The judgment: `assessment/judgment`. */
  readonly judgment: string;
}

/** The record of one forecaster. */
export interface ForecasterRecord {
  readonly by: Forecaster;
  readonly scores: ForecastScores;
  /** `undefined` where everything happened or nothing did. */
  readonly discrimination: Discrimination | undefined;
  /** Which scores have too few forecasts behind them. */
  readonly scarcity: Scarcity;
}

/**
 * With 30 forecasts a share near one half is known to within 18 points either way (95 %), about the width of an
 * ICD 203 band: with fewer, nobody can be told apart from somebody a band too high or too low. Our own
 * threshold, from that arithmetic.
 */
export const MIN_FORECASTS = 30;

/**
 * Fewest cases that happened, and that did not: with fewer, a single case moves the area under the curve by a
 * tenth or more. Our own threshold.
 */
export const MIN_OF_A_KIND = 10;

export interface Scarcity {
  /** Too few for Brier score, log score and calibration. */
  readonly forecasts: boolean;
  /** Too few for discrimination. */
  readonly ofAKind: boolean;
}

/**
 * Every forecast on the resolved judgments of an assessment: the team's, each analyst's, and the aggregate of
 * their estimates.
 */
export function madeForecasts(
  assessment: Pick<ResolvedAssessment, 'id' | 'judgments' | 'standards'>,
): MadeForecast[] {
  const scale = likelihoodScaleOf(assessment);
  const team = forecastsOf(assessment).scored.map(({ id, probability, outcome }) => ({
    by: { kind: 'team' as const },
    judgment: `${assessment.id}/${id}`,
    probability,
    outcome,
  }));
  const minds = assessment.judgments.flatMap(({ id, resolution, estimates = [] }): MadeForecast[] => {
    if (!resolution) return [];
    const judgment = `${assessment.id}/${id}`;
    const { outcome } = resolution;
    const own = estimates.flatMap(({ by, likelihood }) => {
      const probability = midpoint(scale, likelihood);
      return probability === undefined ? [] : { name: by, probability };
    });
    const together = aggregate(own.map(({ probability }) => probability));
    return [
      ...own.map(({ name, probability }) => ({
        by: { kind: 'analyst' as const, name },
        judgment,
        probability,
        outcome,
      })),
      ...(together === undefined
        ? []
        : [
            { method: 'median' as const, probability: together.median },
            { method: 'mean-of-log-odds' as const, probability: together.meanOfLogOdds },
            { method: 'extremised' as const, probability: together.extremised },
          ].map(({ method, probability }) => ({
            by: { kind: 'aggregate' as const, method },
            judgment,
            probability,
            outcome,
          }))),
    ];
  });
  return [...team, ...minds];
}

/**
 * The record of each forecaster: the team first, then the aggregates, then analysts by name. If not everybody
 * estimated every judgment, records cover different judgments: only those over the same ones can be compared
 * (`sameJudgments`).
 */
export function forecasterRecords(forecasts: readonly MadeForecast[]): ForecasterRecord[] {
  const byForecaster = new Map<string, MadeForecast[]>();
  for (const forecast of forecasts) {
    const key = keyOf(forecast.by);
    byForecaster.set(key, [...(byForecaster.get(key) ?? []), forecast]);
  }
  return [...byForecaster]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, made]) => {
      const by = made[0]?.by;
      if (by === undefined) return [];
      const found = discrimination(made);
      return {
        by,
        scores: scoreForecasts(made),
        discrimination: found,
        scarcity: {
          forecasts: made.length < MIN_FORECASTS,
          ofAKind: Math.min(found?.happened ?? 0, found?.failed ?? 0) < MIN_OF_A_KIND,
        },
      };
    });
}

/** The forecasts on those judgments that all of these forecasters forecast: the basis of a fair comparison. */
export function sameJudgments(forecasts: readonly MadeForecast[], by: readonly Forecaster[]): MadeForecast[] {
  const keys = new Set(by.map(keyOf));
  const own = forecasts.filter((forecast) => keys.has(keyOf(forecast.by)));
  const voices = new Map<string, Set<string>>();
  for (const { judgment, by: who } of own)
    voices.set(judgment, (voices.get(judgment) ?? new Set()).add(keyOf(who)));
  return own.filter(({ judgment }) => voices.get(judgment)?.size === keys.size);
}

/** Sorts the team before the aggregates, and these before people. */
function keyOf(by: Forecaster): string {
  if (by.kind === 'team') return '0';
  return by.kind === 'aggregate'
    ? `1${['median', 'mean-of-log-odds', 'extremised'].indexOf(by.method)}`
    : `2${by.name}`;
}
