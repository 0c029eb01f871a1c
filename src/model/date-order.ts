import { dayNumber } from './day-number.ts';
import type { EdtfDate } from './edtf.ts';

export { dayNumber };

/** The parts of a date needed for ordering. */
type Placed = Pick<EdtfDate, 'earliest' | 'latest' | 'moment'>;

/**
 * The position of a date for deciding which is later: the middle of the days it covers. A month is thus neither
 * before its first day nor after its last: "27 May" is later than "May", and "about" changes neither. A date
 * with one open or unknown end is at the known end; one without any has no position. Among dates of the same
 * day, one with a time of day is at that time, others at noon.
 */
export function middleOf(date: Placed | undefined): number | undefined {
  if (date?.moment !== undefined) return date.moment - 0.5;
  const first = date?.earliest ?? date?.latest;
  const last = date?.latest ?? date?.earliest;
  return first === undefined || last === undefined ? undefined : (dayNumber(first) + dayNumber(last)) / 2;
}

/** Compares dates by their middle; one without a position comes first. For `sort`, which is stable. */
export function compareMiddles(a: Placed | undefined, b: Placed | undefined): number {
  const [first, second] = [middleOf(a), middleOf(b)];
  if (first === undefined || second === undefined)
    return Number(first !== undefined) - Number(second !== undefined);
  return first - second;
}
