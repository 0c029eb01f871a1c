import { scaleUtc } from 'd3-scale';
import { type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import type { Words } from './words.ts';

const DAY = 86_400_000;

/** The days of a date, as milliseconds since 1970; an open or unknown end is absent. */
export interface Span {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** A date as a span that includes its last day. */
export function spanOf(date: EdtfDate): Span {
  return {
    from: date.earliest === undefined ? undefined : msOf(date.earliest),
    to: date.latest === undefined ? undefined : msOf(date.latest) + DAY,
  };
}

/** Whether a date is one day. */
export function isDay(date: EdtfDate): boolean {
  return date.earliest !== undefined && date.earliest === date.latest;
}

/** Whether either end of a date is uncertain or approximate. */
export function isVague(date: EdtfDate): boolean {
  return [date.start, date.end].some((end) => typeof end === 'object' && (end.uncertain || end.approximate));
}

/** Milliseconds of a `YYYY-MM-DD` with a sign before years BCE, which `Date.parse` does not accept. */
function msOf(iso: string): number {
  const [, sign = '', year = '', month = '', day = ''] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(sign + year), Number(month) - 1, Number(day));
  return date.getTime();
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface TimeAxis {
  /** Position of a moment in pixels. */
  at(ms: number): number;
  readonly ticks: readonly Tick[];
}

/** A linear time axis between two positions, with at most about `most` ticks, at least `apart` pixels apart. */
export function timeAxis(
  from: number,
  to: number,
  range: readonly [number, number],
  most: number,
  apart: number,
  words: Words,
): TimeAxis {
  const scale = scaleUtc()
    .domain(to > from ? [from, to] : [from - DAY, from + DAY])
    .range([...range]);
  const ticks = ticksApart(scale, most, apart);
  const parts = ticks.every(isNewYear) ? 1 : ticks.every(isNewMonth) ? 2 : 3;
  return {
    at: (ms) => scale(ms),
    ticks: ticks.map((tick) => ({ at: scale(tick), text: tickText(tick, parts, words) })),
  };
}

/** At most this many ticks, on whole days, at least `apart` pixels apart. */
function ticksApart(scale: ReturnType<typeof scaleUtc<number>>, most: number, apart: number): Date[] {
  for (let count = Math.floor(most); count > 1; count -= 1) {
    const ticks = scale.ticks(count).filter((tick) => tick.getTime() % DAY === 0);
    const places = ticks.map((tick) => scale(tick));
    if (places.every((place, index) => index === 0 || place - (places[index - 1] ?? place) >= apart))
      return ticks;
  }
  return scale
    .ticks(1)
    .filter((tick) => tick.getTime() % DAY === 0)
    .slice(0, 1);
}

function isNewMonth(tick: Date): boolean {
  return tick.getUTCDate() === 1;
}

function isNewYear(tick: Date): boolean {
  return isNewMonth(tick) && tick.getUTCMonth() === 0;
}

/** The label of a tick: its year, month, or day. */
function tickText(tick: Date, parts: 1 | 2 | 3, words: Words): string {
  const [year, month, day] = [tick.getUTCFullYear(), tick.getUTCMonth() + 1, tick.getUTCDate()];
  const text = [year, month, day].slice(0, parts).map((part) => String(part).padStart(2, '0'));
  const date = parseEdtf([text[0]?.padStart(4, '0'), ...text.slice(1)].join('-'));
  if (!date) return String(year);
  return parts === 3 ? words.day(date) : words.date(date);
}
