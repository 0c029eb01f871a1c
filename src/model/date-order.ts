import { dayNumber } from './day-number.ts';
import type { EdtfDate } from './edtf.ts';

export { dayNumber };

/** What places a date among others. */
type Placed = Pick<EdtfDate, 'earliest' | 'latest' | 'moment'>;

/**
 * Where a date stands among others when it is asked which is later: the middle of the days that it covers. A month is
 * thus neither before its first day nor after its last: "27 May" is later than "May", and "about" moves neither. A date
 * with one open or unknown end stands at the end that is known; one without any has no place. Among dates of the same day
 * one with a time of day stands by it, one without at noon.
 */
export function middleOf(date: Placed | undefined): number | undefined {
  if (date?.moment !== undefined) return date.moment - 0.5;
  const first = date?.earliest ?? date?.latest;
  const last = date?.latest ?? date?.earliest;
  return first === undefined || last === undefined ? undefined : (dayNumber(first) + dayNumber(last)) / 2;
}

/** Compares dates by their middle; one without a place comes before all others. For `sort`, which keeps ties in order. */
export function compareMiddles(a: Placed | undefined, b: Placed | undefined): number {
  const [first, second] = [middleOf(a), middleOf(b)];
  if (first === undefined || second === undefined)
    return Number(first !== undefined) - Number(second !== undefined);
  return first - second;
}
