import { dayNumber } from '../model/date-order.ts';
import { parseEdtf } from '../model/edtf.ts';
import type { DateValue } from './columns.ts';

/** The first and the last day that a date in a query covers. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** A date is before another if all of it is; `:` and `=` ask whether it lies within. */
export function isDateFitting(
  { earliest, latest }: DateValue,
  compare: string,
  { first, last }: Days,
): boolean {
  const from = earliest === undefined ? Number.NEGATIVE_INFINITY : dayNumber(earliest);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(latest);
  if (compare === '<') return to < first;
  if (compare === '<=') return to <= last;
  if (compare === '>') return from > last;
  if (compare === '>=') return from >= first;
  return from >= first && to <= last;
}

const FROM_TODAY = /^today(?:([+-])(\d{1,5})([dwmy]))?$/i;
const DAY = 86_400_000;

/** Parses a date in a query; `undefined` if it is not one. */
export function dateReader(wanted: string): ((today: string) => Days) | undefined {
  const [relative, sign, amount, unit] = FROM_TODAY.exec(wanted) ?? [];
  if (relative !== undefined) {
    const by = Number(`${sign ?? '+'}${amount ?? 0}`);
    return (today) => {
      const day = shifted(dayNumber(today), by, unit?.toLowerCase() ?? 'd');
      return { first: day, last: day };
    };
  }
  const date = parseEdtf(wanted);
  if (!date) return undefined;
  const first = date.earliest === undefined ? Number.NEGATIVE_INFINITY : dayNumber(date.earliest);
  const last = date.latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(date.latest);
  return () => ({ first, last });
}

function shifted(day: number, by: number, unit: string): number {
  if (unit === 'd' || unit === 'w') return day + by * (unit === 'w' ? 7 : 1);
  const date = new Date(day * DAY);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + by * (unit === 'y' ? 12 : 1));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, lastDay)); // a month after 31 January is 28 February
  return Math.floor(date.getTime() / DAY);
}
