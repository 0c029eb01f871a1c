import { dayNumber } from '../../model/day-number.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Direction } from '../../model/generated/types.ts';
import { viewDate } from './dates.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

export interface TrendView {
  readonly id: string;
  /** Name of the actor, or words. */
  readonly subject: string;
  readonly measure: string | undefined;
  readonly unit: string | undefined;
  readonly direction: Direction;
  readonly period: EdtfDate | undefined;
  readonly series: readonly {
    readonly at: EdtfDate | undefined;
    readonly value: number;
    readonly source: string | undefined;
    /** Whether its source is named behind it: the next value is of another. */
    readonly endsSource: boolean;
  }[];
  readonly method: string | undefined;
  readonly breaks: readonly { readonly at: EdtfDate | undefined; readonly reason: string }[];
  readonly drivers: readonly string[];
  readonly confidence: ConfidenceLevel | undefined;
  readonly summary: string | undefined;
  readonly evidence: readonly string[];
}

export function viewTrends(assessment: ResolvedAssessment): TrendView[] {
  return (assessment.trends ?? []).map((trend) => ({
    id: trend.id,
    subject: assessment.knownActors.get(trend.subject)?.name ?? trend.subject,
    measure: trend.measure,
    unit: trend.unit,
    direction: trend.direction,
    period: viewDate(trend.period),
    series: (trend.series ?? [])
      .map(({ at, value, source }) => ({ at: viewDate(at), value, source }))
      .toSorted((a, b) => inTime(a.at, b.at))
      .map((point, index, all) => ({
        ...point,
        endsSource: point.source !== undefined && all[index + 1]?.source !== point.source,
      })),
    method: proseText(trend.method),
    breaks: (trend.breaks ?? []).map(({ at, reason }) => ({
      at: viewDate(at),
      reason: proseText(reason) ?? '',
    })),
    drivers: trend.drivers ?? [],
    confidence: trend.confidence,
    summary: proseText(trend.summary),
    evidence: trend.evidence ?? [],
  }));
}

/** Compares by time, whatever the order in the file; a value without a date sorts last. */
function inTime(one: EdtfDate | undefined, other: EdtfDate | undefined): number {
  const [a, b] = [one, other].map((date) => {
    const day = date?.earliest ?? date?.latest;
    return date?.moment ?? (day === undefined ? Number.MAX_VALUE : dayNumber(day));
  });
  return (a ?? 0) - (b ?? 0);
}
