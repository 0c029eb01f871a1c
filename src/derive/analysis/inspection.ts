import type { Assessment, Quantity, QuantityReport, Register } from '../../model/generated/types.ts';
import type { EvidenceDiagnosticity } from '../entities/hypotheses.ts';
import type { Counted } from '../entities/incidents.ts';
import { summarizeQuantity } from '../entities/quantity.ts';
import {
  changeOver,
  type QuantityChange,
  type SourceSpread,
  spreadBySource,
} from '../entities/quantity-spread.ts';
import { resolve } from '../entities/resolve.ts';
import { deriveMemo, type MemoView } from '../memo-view.ts';
import { chains, type EvidenceChain } from './chain.ts';
import { type Incoherence, incoherences } from './coherence.ts';
import { type ForecasterRecord, forecasterRecords, type MadeForecast, madeForecasts } from './forecasters.ts';
import {
  calibrationByTenths,
  FORECAST_CONVENTION,
  type ForecastScores,
  forecastsOf,
  type ScoredJudgment,
  scoreForecasts,
} from './forecasts.ts';
import type { LikelihoodView } from './likelihood.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

/** Everything computed from one assessment, as `inspect` shows it. Ids are those of the file. */
export interface Inspection {
  readonly id: string;
  readonly title: string;
  readonly quantities: readonly InspectedQuantity[];
  readonly chronology: readonly InspectedIncident[];
  readonly hypotheses: readonly InspectedHypothesis[];
  readonly evidence: readonly EvidenceDiagnosticity[];
  readonly sensitivity: Sensitivity | undefined;
  readonly judgments: readonly InspectedJudgment[];
  readonly incoherences: readonly Incoherence[];
  readonly forecasts: InspectedForecasts;
}

export interface InspectedQuantity {
  readonly incident: string;
  readonly counted: Counted;
  /** Titles of the other incidents that these figures cover too; absent if there are none. */
  readonly across?: readonly string[];
  readonly min: number;
  /** Absent when a report is open upwards. */
  readonly max: number | undefined;
  /** The figure of the latest date, or the range where its reports differ; absent where no report has a date. */
  readonly latest: LatestFigure | undefined;
  readonly disputed: boolean;
  readonly reports: number;
  readonly bySource: readonly SourceSpread[];
  /** Absent with fewer than two days reported. */
  readonly change: QuantityChange | undefined;
}

export type LatestFigure = Pick<QuantityReport, 'value' | 'qualifier' | 'min' | 'max' | 'asOf'>;

export interface InspectedIncident {
  readonly id: string;
  readonly title: string;
  /** EDTF. */
  readonly date: string | undefined;
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
}

export interface InspectedHypothesis {
  readonly id: string;
  readonly inconsistency: number;
  readonly weightedInconsistency: number;
  readonly rank: number;
}

export interface InspectedJudgment {
  readonly id: string;
  readonly number: number;
  readonly key: boolean;
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: string | undefined;
  readonly horizon: string | undefined;
  readonly chain: EvidenceChain | undefined;
}

export interface InspectedForecasts extends ForecastScores {
  /** How a term becomes a number; shown beside every score. */
  readonly convention: string;
  readonly scored: readonly ScoredJudgment[];
  readonly unresolved: number;
  readonly withoutLikelihood: number;
  /** Ids of judgments whose horizon has passed and that nobody has resolved. */
  readonly overdue: readonly string[];
  /** Every forecast with its forecaster: the team, analysts, and the aggregate of their estimates. */
  readonly made: readonly MadeForecast[];
  /** The record of each forecaster; a forecaster without a resolved forecast has none. */
  readonly forecasters: readonly ForecasterRecord[];
}

/** Computes everything. `today` is an ISO day; only what is overdue depends on it. */
export function inspect(assessment: Assessment, register: Register, today: string): Inspection {
  const resolved = resolve(assessment, register);
  const view = deriveMemo(assessment, register);
  const { scored, unresolved, withoutLikelihood, overdue } = forecastsOf(resolved);
  const made = madeForecasts(resolved);
  return {
    id: view.id,
    title: view.title,
    quantities: quantitiesOf(view),
    chronology: view.chronology.map(({ id, title, date }) => ({
      id,
      title,
      date: date?.text,
      earliest: date?.earliest,
      latest: date?.latest,
    })),
    hypotheses: (view.alternatives?.hypotheses ?? []).flatMap(
      ({ id, inconsistency, weightedInconsistency, rank }) =>
        inconsistency === undefined || weightedInconsistency === undefined || rank === undefined
          ? []
          : { id, inconsistency, weightedInconsistency, rank },
    ),
    evidence: (view.alternatives?.matrix ?? []).map((row) => ({
      id: row.evidence,
      diagnosticity: row.diagnosticity,
    })),
    sensitivity: sensitivityOf(resolved),
    judgments: judgmentsOf(view, chains(resolved)),
    incoherences: incoherences(resolved),
    forecasts: {
      ...scoreForecasts(scored, view.scale),
      convention: FORECAST_CONVENTION,
      scored,
      unresolved,
      withoutLikelihood,
      overdue: overdue(today),
      made,
      forecasters: forecasterRecords(made),
    },
  };
}

/**
 * Scores over several assessments, whose scales may differ. Judgments are identified as `assessment/judgment`.
 */
export function inspectTogether(inspections: readonly Inspection[]): InspectedForecasts {
  const named = (id: string, judgment: string) => `${id}/${judgment}`;
  const scored = inspections.flatMap(({ id, forecasts }) =>
    forecasts.scored.map((item) => ({ ...item, id: named(id, item.id) })),
  );
  const sum = (pick: (forecasts: InspectedForecasts) => number) =>
    inspections.reduce((total, { forecasts }) => total + pick(forecasts), 0);
  const made = inspections.flatMap(({ forecasts }) => forecasts.made);
  return {
    made,
    forecasters: forecasterRecords(made),
    ...scoreForecasts(scored),
    calibration: calibrationByTenths(scored),
    convention: FORECAST_CONVENTION,
    scored,
    unresolved: sum((forecasts) => forecasts.unresolved),
    withoutLikelihood: sum((forecasts) => forecasts.withoutLikelihood),
    overdue: inspections.flatMap(({ id, forecasts }) =>
      forecasts.overdue.map((judgment) => named(id, judgment)),
    ),
  };
}

function quantitiesOf(view: MemoView): InspectedQuantity[] {
  return view.chronology.flatMap(({ id, quantities }) =>
    quantities.map(({ counted, min, max, latest, disputed, reports, across }) => ({
      incident: id,
      counted,
      ...(across.length > 0 && { across }),
      min,
      max,
      latest: latestOf(latest),
      disputed,
      reports: reports.length,
      bySource: spreadBySource({ reports: reports.map(({ report }) => report) }),
      change: changeOver({ reports: reports.map(({ report }) => report) }),
    })),
  );
}

function latestOf(reports: readonly QuantityReport[]): LatestFigure | undefined {
  const [first, ...others] = reports;
  if (first === undefined) return undefined;
  const { value, qualifier, asOf } = first;
  const { min, max } = others.length === 0 ? first : spanOf(reports);
  return {
    ...(others.length === 0 && value !== undefined && { value }),
    ...(others.length === 0 && qualifier !== undefined && { qualifier }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(asOf !== undefined && { asOf }),
  };
}

function spanOf(reports: readonly QuantityReport[]): Pick<QuantityReport, 'min' | 'max'> {
  const { min, max } = summarizeQuantity({ reports: [...reports] as Quantity['reports'] }) ?? {};
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function judgmentsOf(view: MemoView, known: ReadonlyMap<string, EvidenceChain>): InspectedJudgment[] {
  return view.judgments.all.map(({ id, number, key, statement, likelihood, confidence, horizon }) => ({
    id,
    number,
    key,
    statement,
    likelihood,
    confidence: confidence?.level,
    horizon: horizon?.text,
    chain: known.get(id),
  }));
}
