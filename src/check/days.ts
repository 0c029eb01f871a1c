import { viewDate } from '../derive/entities/dates.ts';

const DAY = 86_400_000;

/** First day of a date of the file as a day number that grows with time; `undefined` if it has none. */
export function firstDay(date: string | undefined): number | undefined {
  return dayOf(viewDate(date)?.earliest);
}

/** Last day of a date of the file, in the same way. */
export function lastDay(date: string | undefined): number | undefined {
  return dayOf(viewDate(date)?.latest);
}

function dayOf(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / DAY;
}
