import { middleOf } from '../../model/date-order.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { Quantity, QuantityReport } from '../../model/generated/types.ts';

/** What follows from the reports of a count. Figures are whole numbers of people or things. */
export interface QuantitySummary {
  /** Smallest figure reported; 0 if there is only a ceiling ("at most 5"). */
  readonly min: number;
  /** Largest figure reported; absent if there is only a floor ("at least 5"). */
  readonly max: number | undefined;
  /** Largest figure named by any report, even as a floor. */
  readonly highest: number;
  /**
   * One report for each different figure, from the smallest: "2" comes before "more than 2". "About 5" and "5"
   * are the same figure, represented by the later report.
   */
  readonly figures: readonly QuantityReport[];
  /** The figures with the latest date; several where reports of that date differ, none where no report has a date. */
  readonly latest: readonly QuantityReport[];
  /** Whether any report leaves an end open. */
  readonly open: boolean;
  /** True when not all reports give the same figure. */
  readonly disputed: boolean;
}

/** Lower and upper end of a report; absent if the report leaves that end open. */
export function boundsOf(report: QuantityReport): { min: number | undefined; max: number | undefined } {
  const { value } = report;
  if (value === undefined) return { min: report.min, max: report.max };
  // For whole numbers, "more than" begins one above; for measurements, at the value.
  const step = Number.isInteger(value) ? 1 : 0;
  switch (report.qualifier) {
    case 'at-least':
      return { min: value, max: undefined };
    case 'more-than':
      return { min: value + step, max: undefined };
    case 'at-most':
      return { min: undefined, max: value };
    case 'fewer-than':
      return { min: undefined, max: Math.max(0, value - step) };
    default:
      return { min: value, max: value };
  }
}

/** Range, latest and dispute of a count. The range contains every figure reported. */
export function summarizeQuantity(quantity: Pick<Quantity, 'reports'>): QuantitySummary | undefined {
  if (quantity.reports.length === 0) return undefined;
  const bounds = quantity.reports.map(boundsOf);
  const ends = bounds.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const lowest = Math.min(...ends);
  const highest = Math.max(...ends);
  const closedBelow = bounds.some(({ min }) => min === lowest);
  const closedAbove = bounds.some(({ max }) => max === highest);
  const figures = differentFigures(quantity.reports);
  return {
    min: closedBelow ? lowest : 0,
    max: closedAbove ? highest : undefined,
    highest,
    figures,
    latest: differentFigures(latestOf(quantity.reports)),
    open: bounds.some(({ min, max }) => min === undefined || max === undefined),
    disputed: figures.length > 1,
  };
}

/**
 * One report of each figure, from the smallest: by the lower end, then by the upper, an open end sorting last.
 */
export function differentFigures(reports: readonly QuantityReport[]): QuantityReport[] {
  const byFigure = new Map<string, QuantityReport>();
  for (const report of byDate(reports)) byFigure.set(figureKey(report), report);
  return [...byFigure.values()].sort((a, b) => {
    const [one, other] = [boundsOf(a), boundsOf(b)];
    return (one.min ?? 0) - (other.min ?? 0) || compareUpper(one.max, other.max);
  });
}

/** A key for the figure of a report, equal for equal bounds. */
export function figureKey(report: QuantityReport): string {
  const { min, max } = boundsOf(report);
  return `${min}-${max}`;
}

function compareUpper(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.POSITIVE_INFINITY) < (b ?? Number.POSITIVE_INFINITY) ? -1 : 1;
}

/** All reports with the latest date; undated reports are never the latest. */
function latestOf(reports: readonly QuantityReport[]): QuantityReport[] {
  const places = reports.map(placeOf);
  const last = Math.max(...places.map((place) => place ?? Number.NEGATIVE_INFINITY));
  return reports.filter((_, index) => places[index] === last);
}

function byDate(reports: readonly QuantityReport[]): QuantityReport[] {
  const place = (report: QuantityReport) => placeOf(report) ?? Number.NEGATIVE_INFINITY;
  return reports.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function placeOf({ asOf }: QuantityReport): number | undefined {
  return asOf === undefined ? undefined : middleOf(parseEdtf(asOf));
}
