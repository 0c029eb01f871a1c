import edtf, { type EdtfNode, parse } from 'edtf';
import { dayNumber } from './day-number.ts';

/** One end of a date: its known parts. `month` and `day` count from 1; seasons are 21 to 24. */
export interface DatePoint {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
  /** Only with a day. */
  readonly time?: TimeOfDay;
  /** How many trailing digits of the year are unknown: 1 for `201X`. */
  readonly unknownYearDigits: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** A time of day as written: in the zone given, if any. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Offset of the zone from UTC in minutes; absent for local time. */
  readonly zone?: number;
}

/** A date in EDTF (ISO 8601-2:2019, levels 0 and 1). */
export interface EdtfDate {
  readonly text: string;
  /** `disputed`: one of several, listed once each in `among`, from the earliest; files cannot express it. */
  readonly kind: 'date' | 'interval' | 'disputed';
  /** For an interval: `open` is `..`, `unknown` is an empty end. */
  readonly start: DatePoint | 'open' | 'unknown';
  readonly end: DatePoint | 'open' | 'unknown';
  /** First and last day covered, `YYYY-MM-DD`; absent for an open or unknown end. */
  readonly earliest?: string;
  readonly latest?: string;
  /** For a date with a time of day: days since 1970 (UTC if a zone is given), with fraction. */
  readonly moment?: number;
  readonly among?: readonly EdtfDate[];
}

const YEAR_DIGITS = 0b1111;
const MONTH_DIGITS = 0b110000;
const DAY_DIGITS = 0b11000000;

/** Longest text parsed as a date, as in the schemas; the grammar is slow on long texts. */
const MAX_LENGTH = 60;

/** Whether a text is a date the schemas accept. A date that does not exist (30 February) is not. */
export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

/** Cache: an assessment repeats the same few dates. */
const known = new Map<string, EdtfDate | undefined>();
const MAX_CACHED = 10_000;

/** Parses a date; `undefined` if it is not one, does not exist, or is a reversed interval. */
export function parseEdtf(text: string): EdtfDate | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (known.has(text)) return known.get(text);
  const date = readDate(text);
  if (known.size < MAX_CACHED) known.set(text, date);
  return date;
}

function readDate(text: string): EdtfDate | undefined {
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const start = second === undefined ? readPoint(first) : readEnd(first);
  const end = second === undefined ? start : readEnd(second);
  if (start === undefined || end === undefined) return undefined;
  const earliest = typeof start === 'object' ? firstDay(start) : undefined;
  const latest = typeof end === 'object' ? lastDay(end) : undefined;
  if (second !== undefined && !isInterval(text, start, end)) return undefined;
  return {
    text,
    kind: second === undefined ? 'date' : 'interval',
    start,
    end,
    ...(earliest !== undefined && { earliest }),
    ...(latest !== undefined && { latest }),
    ...(second === undefined && momentOf(start, earliest)),
  };
}

/** The moment of a date with a time of day. */
function momentOf(point: EdtfDate['start'], day: string | undefined): { moment: number } | undefined {
  if (typeof point !== 'object' || !point.time || day === undefined) return undefined;
  const { hour, minute, second = 0, zone = 0 } = point.time;
  return { moment: dayNumber(day) + (hour * 3600 + (minute - zone) * 60 + second) / 86_400 };
}

/** An end of an interval may be open (`..`) or unknown (empty). */
function readEnd(text: string): DatePoint | 'open' | 'unknown' | undefined {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : readPoint(text);
}

/** Whether an interval does not begin after it ends. If parts are uncertain or unknown, the package decides. */
function isInterval(text: string, start: EdtfDate['start'], end: EdtfDate['end']): boolean {
  if (typeof start !== 'object' || typeof end !== 'object') return true;
  if (isCertain(start) && isCertain(end)) {
    const [from, to] = [firstDay(start), firstDay(end)];
    const moments = [momentOf(start, from)?.moment, momentOf(end, to)?.moment] as const;
    if (moments[0] !== undefined && moments[1] !== undefined) return moments[0] <= moments[1];
    return from <= to;
  }
  try {
    edtf(text, { level: 1 });
    return true;
  } catch {
    return false;
  }
}

/** Approximate dates are compared as the dates they are near, as in the package. */
function isCertain(point: DatePoint): boolean {
  return point.unknownYearDigits === 0 && point.season === undefined;
}

/**
 * A fast path: most dates are plain, or uncertain as a whole, and the package's grammar takes a millisecond for
 * each, plus ten to load.
 */
const PLAIN = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%])?$/;

/**
 * Level 0 requires seconds; sources seldom give them, so they are optional. Programs write fractions, which are
 * not printed.
 */
const TIMED = /^(-?\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::\d\d)?)?$/;

function readPoint(text: string): DatePoint | undefined {
  const [timed, date = '', hour, minute, second, zone] = TIMED.exec(text) ?? [];
  if (timed !== undefined) return timedPoint(readPoint(date), [hour, minute, second].map(Number), zone);
  const [plain, year, month, day, doubt] = PLAIN.exec(text) ?? [];
  const point = plain === undefined ? parsePoint(text) : plainPoint(Number(year), month, day, doubt);
  return point && exists(point) ? point : undefined;
}

function timedPoint(
  date: DatePoint | undefined,
  [hour = 0, minute = 0, second = Number.NaN]: readonly number[],
  zone: string | undefined,
): DatePoint | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d)(?::(\d\d))?$/.exec(zone ?? '') ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  if (!date || hour > 23 || minute > 59 || second > 59 || ahead > 14 * 60 || Number(minutes) > 59)
    return undefined;
  return {
    ...date,
    time: {
      hour,
      minute,
      ...(!Number.isNaN(second) && { second }),
      ...(zone === 'Z' && { zone: 0 }),
      ...(sign !== undefined && { zone: sign === '-' && ahead > 0 ? -ahead : ahead }),
    },
  };
}

function plainPoint(year: number, second?: string, day?: string, doubt?: string): DatePoint | undefined {
  const number = Number(second);
  // A season cannot be uncertain: the package does not accept that either.
  const isSeason =
    second !== undefined && day === undefined && doubt === undefined && number >= 21 && number <= 24;
  if (second !== undefined && !isSeason && (number < 1 || number > 12)) return undefined;
  return {
    year,
    ...(isSeason && { season: number }),
    ...(second !== undefined && !isSeason && { month: number }),
    ...(day !== undefined && { day: Number(day) }),
    unknownYearDigits: 0,
    uncertain: doubt === '?' || doubt === '%',
    approximate: doubt === '~' || doubt === '%',
  };
}

function parsePoint(text: string): DatePoint | undefined {
  try {
    return toPoint(parse(text, { level: 1, types: ['Date', 'Year', 'Season'] }));
  } catch {
    return undefined;
  }
}

/** The package accepts 29 February in years without one. */
function exists({ year, month, day }: DatePoint): boolean {
  return month === undefined || day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

function toPoint(node: EdtfNode): DatePoint {
  const [year = 0, second, day] = (node.values ?? []).map(Number);
  const unspecified = typeof node.unspecified === 'number' ? node.unspecified : 0;
  const season = node.type === 'Season' ? second : undefined;
  const monthKnown = season === undefined && second !== undefined && (unspecified & MONTH_DIGITS) === 0;
  const dayKnown = monthKnown && day !== undefined && (unspecified & DAY_DIGITS) === 0;
  return {
    year,
    ...(season !== undefined && { season }),
    ...(monthKnown && { month: second + 1 }),
    ...(dayKnown && { day }),
    unknownYearDigits: (unspecified & YEAR_DIGITS).toString(2).replaceAll('0', '').length,
    uncertain: Boolean(node.uncertain),
    approximate: Boolean(node.approximate),
  };
}

/** The range of years for unknown digits: `201X` is 2010 to 2019, `-019X` is -199 to -190. */
function yearSpan({ year, unknownYearDigits }: DatePoint): { first: number; last: number } {
  const rest = 10 ** unknownYearDigits - 1;
  return year < 0 ? { first: year - rest, last: year } : { first: year, last: year + rest };
}

function firstDay(point: DatePoint): string {
  return isoDay(yearSpan(point).first, point.month ?? firstMonth(point.season) ?? 1, point.day ?? 1);
}

function lastDay(point: DatePoint): string {
  const year = yearSpan(point).last;
  const firstOfSeason = firstMonth(point.season);
  const month = point.month ?? (firstOfSeason === undefined ? 12 : firstOfSeason + 2);
  const ended = month > 12 ? { year: year + 1, month: month - 12 } : { year, month };
  return isoDay(ended.year, ended.month, point.day ?? daysInMonth(ended.year, ended.month));
}

/** Spring (21) begins in March, as in the northern hemisphere; winter (24) ends in the following year. */
function firstMonth(season: number | undefined): number | undefined {
  return season === undefined ? undefined : (season - 21) * 3 + 3;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): string {
  const sign = year < 0 ? '-' : '';
  const digits = (value: number, count: number) => String(Math.abs(value)).padStart(count, '0');
  return `${sign}${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
