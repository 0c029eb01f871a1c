import { parseEdtf } from '../../model/edtf.ts';
import type { Quantity, QuantityReport } from '../../model/generated/types.ts';

/** What follows from the reports of a count. Figures are whole numbers of people or things. */
export interface QuantitySummary {
  /** Smallest figure reported; 0 when it is only a ceiling ("at most 5"), which no report closes below. */
  readonly min: number;
  /** Largest figure reported; absent when it is only a floor ("at least 5"), which no report closes above. */
  readonly max: number | undefined;
  /** The report with the latest date; the later one in the file when dates tie or are missing. */
  readonly latest: QuantityReport;
  /** True when not all reports give the same figure. */
  readonly disputed: boolean;
}

/** Lower and upper end of what one report says; an end that the report leaves open is absent. */
export function boundsOf(report: QuantityReport): { min: number | undefined; max: number | undefined } {
  const { value } = report;
  if (value === undefined) return { min: report.min, max: report.max };
  switch (report.qualifier) {
    case 'at-least':
      return { min: value, max: undefined };
    case 'more-than':
      return { min: value + 1, max: undefined };
    case 'at-most':
      return { min: undefined, max: value };
    case 'fewer-than':
      return { min: undefined, max: Math.max(0, value - 1) };
    default:
      return { min: value, max: value };
  }
}

/** Range, latest and dispute of a count. The range contains every figure reported. */
export function summarizeQuantity(quantity: Quantity): QuantitySummary | undefined {
  const [first, ...others] = quantity.reports;
  if (first === undefined) return undefined;
  const bounds = quantity.reports.map(boundsOf);
  const figures = bounds.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const lowest = Math.min(...figures);
  const highest = Math.max(...figures);
  const closedBelow = bounds.some(({ min }) => min === lowest);
  const closedAbove = bounds.some(({ max }) => max === highest);
  const latest = others.reduce((best, report) => (dayOf(report) >= dayOf(best) ? report : best), first);
  return {
    min: closedBelow ? lowest : 0,
    max: closedAbove ? highest : undefined,
    latest,
    disputed: new Set(bounds.map(({ min, max }) => `${min}-${max}`)).size > 1,
  };
}

/** A report without a date counts as older than any with one; one with an open end counts from its first day. */
function dayOf(report: QuantityReport): string {
  const date = report.asOf === undefined ? undefined : parseEdtf(report.asOf);
  return date?.latest ?? date?.earliest ?? '';
}
