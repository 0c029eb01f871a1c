import { parseEdtf } from '../model/edtf.ts';
import type { Quantity, QuantityReport } from '../model/generated/types.ts';

/** What follows from the reports of a count. Figures are whole numbers of people or things. */
export interface QuantitySummary {
  /** Smallest and largest figure any report allows; `max` is absent when a report is open upwards ("at least"). */
  readonly min: number;
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
  const openUpwards = bounds.some(({ max }) => max === undefined);
  const highest = Math.max(...figures);
  const closedAbove = bounds.some(({ max }) => max === highest);
  const latest = others.reduce((best, report) => (dayOf(report) >= dayOf(best) ? report : best), first);
  return {
    min: Math.min(...figures),
    max: openUpwards && !closedAbove ? undefined : highest,
    latest,
    disputed: new Set(bounds.map(({ min, max }) => `${min}-${max}`)).size > 1,
  };
}

/** A report without a date counts as older than any with one. */
function dayOf(report: QuantityReport): string {
  return (report.asOf && parseEdtf(report.asOf)?.latest) ?? '';
}
