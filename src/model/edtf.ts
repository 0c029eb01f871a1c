import edtf, { type EdtfNode, parse } from 'edtf';
import { dayNumber } from './day-number.ts';

/** One end of a date: the parts that are known. `month` and `day` count from 1; seasons are 21 to 24. */
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

/** A time of day as it was written: by the clock of its zone, where one is given. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Minutes that the zone is ahead of UTC; absent where none is given: local time. */
  readonly zone?: number;
}

/** A date in EDTF (ISO 8601-2:2019, levels 0 and 1). */
export interface EdtfDate {
  readonly text: string;
  /** `disputed`: one of several, of which `among` has each once, from the earliest; no file writes it so. */
  readonly kind: 'date' | 'interval' | 'disputed';
  /** For an interval: `open` is `..`, `unknown` is an empty end. */
  readonly start: DatePoint | 'open' | 'unknown';
  readonly end: DatePoint | 'open' | 'unknown';
  /** First and last day covered, `YYYY-MM-DD`; an open or unknown end is absent. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Of a date with a time of day: the moment in days since 1970 (UTC where a zone is given), with its fraction. */
  readonly moment?: number;
  readonly among?: readonly EdtfDate[];
}

const YEAR_DIGITS = 0b1111;
const MONTH_DIGITS = 0b110000;
const DAY_DIGITS = 0b11000000;

/** The longest text that is read as a date; the schemas allow no longer one, and the grammar slows on long texts. */
const MAX_LENGTH = 60;

/** Whether a text is a date as the schemas ask. A date that does not exist (30 February) is none. */
export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

/** What has been read: an assessment names the same few dates again and again. */
const known = new Map<string, EdtfDate | undefined>();
const MAX_CACHED = 10_000;

/** Reads a date; `undefined` when it is none, when it does not exist, or when an interval runs backwards. */
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

/** An interval must not begin after it ends. Where parts are uncertain or unknown, the package judges. */
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

/** Approximate dates compare as the dates they are near, as in the package. */
function isCertain(point: DatePoint): boolean {
  return point.unknownYearDigits === 0 && point.season === undefined;
}

/**
 * Most dates are plain, or in doubt as a whole; the grammar of the package takes a millisecond for each, and ten to be made
 * ready, which every run would feel.
 */
const PLAIN = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%])?$/;

/** Level 0 writes seconds; a source seldom has them, so they may be missing. Programs write fractions, which nobody prints. */
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
  // A season in doubt is none: the package does not read it either.
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

/** The package lets 29 February pass in years that have none. */
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

/** What the unknown digits of a year can add to it: `201X` is 2010 to 2019, `-019X` is -199 to -190. */
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
