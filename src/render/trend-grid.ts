import type { TrendView } from '../derive/entities/trends.ts';
import type { DatePoint } from '../model/edtf.ts';
import { dateText } from './wording/dates.ts';
import type { Messages } from './wording/messages.ts';
import { decimal } from './wording/phrases.ts';

/** Longest series given in a sentence: longer ones become a table. */
export const MAX_LISTED = 24;

/** One value of a series as a cell; empty if there is none for that period. */
interface GridCell {
  readonly text: string;
  readonly source: string | undefined;
}

/** A long series as a table: years by months, months by days, or decades by years. */
export interface TrendGrid {
  readonly what: string;
  readonly unit: string | undefined;
  /** The source of all values, if there is only one: it is given once, with the caption. */
  readonly source: string | undefined;
  /** Headers of the columns after the first. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly GridCell[] }[];
}

interface Place {
  readonly row: string;
  readonly column: number;
}

/**
 * Long series as two-dimensional tables, so that two hundred values take a third of a page; a series with dates
 * of different kinds, or with a repeated date, keeps one row for each value.
 */
export function trendGrids(trends: readonly TrendView[], messages: Messages): TrendGrid[] {
  return trends.filter(isLong).map((trend) => {
    const { subject, measure, unit, series } = trend;
    const what = measure === undefined ? subject : `${subject}, ${measure}`;
    const sources = new Set(series.map(({ source }) => source));
    const shared = sources.size === 1 ? series[0]?.source : undefined;
    const cell = ({ value, source }: TrendView['series'][number]): GridCell => ({
      text: decimal(value, messages, 2),
      source: shared === undefined ? source : undefined,
    });
    return {
      what,
      unit,
      source: shared,
      ...(laidOut(trend, cell, messages) ?? listed(trend, cell, messages)),
    };
  });
}

/** Whether a trend's series is too long for a sentence. */
export function isLong({ series }: TrendView): boolean {
  return series.length > MAX_LISTED;
}

type ToCell = (value: TrendView['series'][number]) => GridCell;
type Layout = Pick<TrendGrid, 'columns' | 'rows'>;

function laidOut({ series }: TrendView, cell: ToCell, messages: Messages): Layout | undefined {
  const points = series.map(({ at }) => (at?.kind === 'date' && at.start === at.end ? at.start : undefined));
  if (!points.every((point): point is DatePoint => typeof point === 'object' && isExact(point)))
    return undefined;
  const kinds = new Set(points.map(kindOf));
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1) return undefined;
  const rows = new Map<string, Map<number, GridCell>>();
  const used = new Set<number>();
  for (const [index, point] of points.entries()) {
    const value = series[index];
    const { row, column } = placeOf(point, kind, messages);
    const cells = rows.get(row) ?? new Map<number, GridCell>();
    if (value === undefined || cells.has(column)) return undefined;
    cells.set(column, cell(value));
    rows.set(row, cells);
    used.add(column);
  }
  const columns = [...used].sort((a, b) => a - b);
  const none: GridCell = { text: '', source: undefined };
  return {
    columns: columns.map((column) => headOf(column, kind, messages)),
    rows: [...rows].map(([name, cells]) => ({
      name,
      cells: columns.map((column) => cells.get(column) ?? none),
    })),
  };
}

/** One row for each value. */
function listed({ series }: TrendView, cell: ToCell, messages: Messages): Layout {
  return {
    columns: [messages.text('trend.column.value')],
    rows: series.map((value) => ({
      name: value.at === undefined ? '' : dateText(value.at, messages),
      cells: [cell(value)],
    })),
  };
}

type Kind = 'year' | 'month' | 'day';

function isExact({ uncertain, approximate, season, time, unknownYearDigits, year }: DatePoint): boolean {
  return !uncertain && !approximate && season === undefined && !time && unknownYearDigits === 0 && year > 0;
}

function kindOf({ month, day }: DatePoint): Kind {
  return day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
}

function placeOf({ year, month = 1, day = 1 }: DatePoint, kind: Kind, messages: Messages): Place {
  if (kind === 'month') return { row: String(year), column: month };
  if (kind === 'year') {
    const decade = year - (year % 10);
    return { row: `${decade}–${decade + 9}`, column: year % 10 };
  }
  return { row: `${monthName(month, 'long', messages)} ${year}`, column: day };
}

function headOf(column: number, kind: Kind, messages: Messages): string {
  if (kind === 'month') return monthName(column, 'short', messages);
  return kind === 'year' ? `…${column}` : String(column);
}

function monthName(month: number, style: 'short' | 'long', { language }: Messages): string {
  // The middle of the month, so that no time zone shifts it.
  const date = new Date(Date.UTC(2000, month - 1, 15));
  return new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(date);
}
