import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Judgment, Marking } from '../../model/generated/types.ts';
import { type Aggregate, aggregate } from '../analysis/aggregate.ts';
import { type LikelihoodView, viewLikelihood } from '../analysis/likelihood.ts';
import { viewDate } from './dates.ts';
import { asList, proseText } from './resolve.ts';

export interface EstimateView {
  readonly by: string;
  readonly likelihood: LikelihoodView;
  readonly confidence: ConfidenceLevel | undefined;
  readonly on: EdtfDate | undefined;
  readonly note: string | undefined;
}

export interface DissentView {
  readonly by: readonly string[];
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly reason: string | undefined;
  readonly evidence: readonly string[];
  readonly marking: Marking | undefined;
}

export interface BaseRateView {
  readonly event: string;
  readonly count: number;
  readonly of: number;
  /** In percent. */
  readonly percent: number;
  readonly period: EdtfDate | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
}

/** Views other than the authors', and how similar cases turned out before. */
export interface OtherViews {
  readonly estimates: readonly EstimateView[];
  /** Absent if fewer than two gave an estimate. */
  readonly aggregate: Aggregate | undefined;
  readonly dissents: readonly DissentView[];
  readonly baseRate: BaseRateView | undefined;
}

export function viewOtherViews(
  { estimates = [], dissents = [], baseRate }: Judgment,
  scale: LikelihoodScale,
): OtherViews {
  const views = estimates.flatMap((estimate): EstimateView[] => {
    const likelihood = viewLikelihood(scale, estimate.likelihood);
    const { by, confidence, on, note } = estimate;
    return likelihood ? [{ by, likelihood, confidence, on: viewDate(on), note: proseText(note) }] : [];
  });
  return {
    estimates: views,
    aggregate: aggregate(views.map(({ likelihood }) => middleOf(likelihood))),
    dissents: dissents.map((dissent) => ({
      by: asList(dissent.by),
      statement: proseText(dissent.statement) ?? '',
      likelihood: dissent.likelihood && viewLikelihood(scale, dissent.likelihood),
      reason: proseText(dissent.reason),
      evidence: dissent.evidence ?? [],
      marking: dissent.marking,
    })),
    baseRate: baseRate && {
      event: baseRate.event,
      count: baseRate.count,
      of: baseRate.of,
      percent: (100 * baseRate.count) / baseRate.of,
      period: viewDate(baseRate.period),
      source: baseRate.source,
      note: proseText(baseRate.note),
    },
  };
}

/** The midpoint of a term's or range's band, as when forecasts are scored. */
function middleOf({ low, high }: LikelihoodView): number {
  return (low + high) / 200;
}
