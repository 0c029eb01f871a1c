import edtf, { type EdtfNode, parse } from 'edtf';

/** One end of a date: the parts that are known. `month` and `day` count from 1; seasons are 21 to 24. */
export interface DatePoint {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
  /** How many trailing digits of the year are unknown: 1 for `201X`. */
  readonly unknownYearDigits: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** A date in EDTF (ISO 8601-2:2019, levels 0 and 1). */
export interface EdtfDate {
  readonly text: string;
  readonly kind: 'date' | 'interval';
  /** For an interval: `open` is `..`, `unknown` is an empty end. */
  readonly start: DatePoint | 'open' | 'unknown';
  readonly end: DatePoint | 'open' | 'unknown';
  /** First and last day covered, `YYYY-MM-DD`; an open or unknown end is absent. */
  readonly earliest?: string;
  readonly latest?: string;
}

const YEAR_DIGITS = 0b1111;
const MONTH_DIGITS = 0b110000;
const DAY_DIGITS = 0b11000000;

/** The longest text that is read as a date; the schemas allow no longer one, and the grammar slows on long texts. */
const LONGEST = 60;

/** Whether a text is a date as the schemas ask. A date that does not exist (30 February) is none. */
export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

/** Reads a date; `undefined` when it is none, when it does not exist, or when an interval runs backwards. */
export function parseEdtf(text: string): EdtfDate | undefined {
  if (text.length > LONGEST) return undefined;
  let node: EdtfNode;
  try {
    node = parse(text, { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] });
    edtf(text, { level: 1 }); // building the value is what finds a reversed interval
  } catch {
    return undefined;
  }
  if (node.type !== 'Interval') {
    const point = toPoint(node);
    if (!exists(point)) return undefined;
    return {
      text,
      kind: 'date',
      start: point,
      end: point,
      earliest: firstDay(point),
      latest: lastDay(point),
    };
  }
  const [from, to] = text.split('/');
  const start = toEnd(node.values?.[0], from);
  const end = toEnd(node.values?.[1], to);
  if (![start, end].every((point) => typeof point === 'string' || exists(point))) return undefined;
  return {
    text,
    kind: 'interval',
    start,
    end,
    ...(typeof start === 'object' && { earliest: firstDay(start) }),
    ...(typeof end === 'object' && { latest: lastDay(end) }),
  };
}

/** The package lets 29 February pass in years that have none. */
function exists({ year, month, day }: DatePoint): boolean {
  return month === undefined || day === undefined || day <= daysInMonth(year, month);
}

function toEnd(node: EdtfNode | number | null | undefined, text: string | undefined): EdtfDate['start'] {
  if (typeof node === 'object' && node !== null && node.values) return toPoint(node);
  return text === '..' ? 'open' : 'unknown';
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
