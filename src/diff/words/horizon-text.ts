import { type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import { counted } from './value-text.ts';

const DAY = 86_400_000;

/**
 * How a horizon changed: `six months longer`, `begins a year later`, `half a year later` if both ends moved
 * alike; `undefined` if either is not a date, or there is no simple description. A date that is not an interval
 * is a deadline, and has no beginning.
 */
export function horizonText(before: unknown, after: unknown): string | undefined {
  const [old, fresh] = [before, after].map((value) =>
    typeof value === 'string' ? parseEdtf(value) : undefined,
  );
  if (!old || !fresh) return undefined;
  const haveBeginnings = [before, after].map((value) => String(value).includes('/'));
  const begins = haveBeginnings.includes(false) ? NOTHING : between(old.earliest, fresh.earliest);
  const isOpen = { before: endsNever(old), after: endsNever(fresh) };
  if (isOpen.before !== isOpen.after) return isOpen.after ? 'without an end now' : 'with an end now';
  const ends = isOpen.after ? NOTHING : between(nextDay(old.latest), nextDay(fresh.latest));
  if (!begins || !ends) return undefined;
  if (haveBeginnings.includes(false)) {
    const moved = isNone(ends) ? undefined : `${amount(ends)} ${ends.sign > 0 ? 'later' : 'earlier'}`;
    if (!haveBeginnings.includes(true)) return moved ?? 'the same last day';
    return `${moved ? `ends ${moved}` : 'the same last day'}, ${haveBeginnings[1] ? 'with a beginning' : 'without a beginning'} now`;
  }
  if (isNone(begins))
    return isNone(ends) ? undefined : `${amount(ends)} ${ends.sign > 0 ? 'longer' : 'shorter'}`;
  const way = (span: Span) => (span.sign > 0 ? 'later' : 'earlier');
  if (isNone(ends)) return `begins ${amount(begins)} ${way(begins)}`;
  if (amount(begins) === amount(ends) && begins.sign === ends.sign) return `${amount(ends)} ${way(ends)}`;
  return `begins ${amount(begins)} ${way(begins)}, ends ${amount(ends)} ${way(ends)}`;
}

function endsNever({ end }: EdtfDate): boolean {
  return end === 'open' || end === 'unknown';
}

/** The time between two days: whole months if both are the same day of a month, otherwise days. */
interface Span {
  readonly sign: number;
  readonly months: number;
  readonly days: number;
}

const NOTHING: Span = { sign: 0, months: 0, days: 0 };

function isNone({ sign }: Span): boolean {
  return sign === 0;
}

function between(before: string | undefined, after: string | undefined): Span | undefined {
  if (before === undefined || after === undefined) return before === after ? NOTHING : undefined;
  const [from, to] = [new Date(before), new Date(after)];
  const days = Math.round((to.getTime() - from.getTime()) / DAY);
  if (Number.isNaN(days)) return undefined;
  const months =
    from.getUTCDate() === to.getUTCDate()
      ? 12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth()
      : 0;
  return { sign: Math.sign(days), months: Math.abs(months), days: Math.abs(days) };
}

/**
 * From the end of June to the end of December is six months, which the last days of these months do not show.
 */
function nextDay(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const date = new Date(day);
  return Number.isNaN(date.getTime()) ? day : new Date(date.getTime() + DAY).toISOString().slice(0, 10);
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
];

function amount({ months, days }: Span): string {
  if (months === 0) return days % 7 === 0 ? inWords(days / 7, 'week') : inWords(days, 'day');
  return months % 12 === 0 ? inWords(months / 12, 'year') : inWords(months, 'month');
}

function inWords(count: number, unit: string): string {
  const text = NUMBERS[count];
  return text === undefined ? counted(count, unit) : `${text} ${unit}${count === 1 ? '' : 's'}`;
}
