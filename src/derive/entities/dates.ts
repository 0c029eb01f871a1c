import { dayNumber, middleOf } from '../../model/date-order.ts';
import { type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import type { DateReport, ReportedDate } from '../../model/generated/types.ts';
import { type PartyView, type ResolvedAssessment, resolveParty } from './resolve.ts';

/** A date of the file, parsed; `undefined` if absent. Validation has already refused unreadable dates. */
export function viewDate(text: string | undefined): EdtfDate | undefined {
  return text === undefined ? undefined : parseEdtf(text);
}

/**
 * The information cut-off, which every file has. Validation has refused unreadable ones, but the return type
 * needs a value.
 */
export function viewCutOff(text: string): EdtfDate {
  return parseEdtf(text) ?? { text, kind: 'interval', start: 'unknown', end: 'unknown' };
}

/** The reports of a date, and what follows from them. */
export interface DateReportsView {
  readonly reports: readonly {
    readonly date: EdtfDate;
    readonly source: string | undefined;
    readonly by: PartyView | undefined;
    readonly asOf: EdtfDate | undefined;
  }[];
  /** The date in the latest report, if reports differ and one of them is the latest. */
  readonly latest: EdtfDate | undefined;
}

/** A date, or the reported dates combined into one: their common value, or one of several (`disputed`). */
export function reportedDate(date: ReportedDate | undefined): EdtfDate | undefined {
  if (date === undefined || typeof date === 'string') return viewDate(date);
  return oneOf(date.reports.flatMap(({ value }) => viewDate(value) ?? []));
}

/** The reports of a date; `undefined` for a plain date. */
export function viewDateReports(
  date: ReportedDate | undefined,
  actors: ResolvedAssessment['knownActors'],
): DateReportsView | undefined {
  if (date === undefined || typeof date === 'string') return undefined;
  const reports = date.reports.flatMap((report) => {
    const read = viewDate(report.value);
    return read === undefined ? [] : [viewReport(report, read, actors)];
  });
  const places = reports.map(({ asOf }) => middleOf(asOf) ?? Number.NEGATIVE_INFINITY);
  const last = Math.max(...places);
  const newest = reports.filter((_, index) => Number.isFinite(last) && places[index] === last);
  const latest = oneOf(newest.map((report) => report.date));
  return { reports, latest: oneOf(reports.map((report) => report.date))?.among ? latest : undefined };
}

function viewReport(
  { source, by, asOf }: DateReport,
  date: EdtfDate,
  actors: ResolvedAssessment['knownActors'],
): DateReportsView['reports'][number] {
  return { date, source, by: by === undefined ? undefined : resolveParty(by, actors), asOf: viewDate(asOf) };
}

/**
 * Combines several dates into one. The chronology's axis and the order of incidents use the days that span all
 * of them.
 */
function oneOf(dates: readonly EdtfDate[]): EdtfDate | undefined {
  const different = [...new Map(dates.map((date) => [date.text, date])).values()].sort(
    (a, b) => startOf(a) - startOf(b),
  );
  const [first] = different;
  if (first === undefined || different.length === 1) return first;
  const last = different.toSorted((a, b) => endOf(a) - endOf(b)).at(-1) ?? first;
  return {
    text: different.map(({ text }) => text).join(' | '),
    kind: 'disputed',
    start: first.start,
    end: last.end,
    ...(first.earliest !== undefined && { earliest: first.earliest }),
    ...(last.latest !== undefined && { latest: last.latest }),
    among: different,
  };
}

function startOf({ moment, earliest }: EdtfDate): number {
  return moment ?? (earliest === undefined ? Number.NEGATIVE_INFINITY : dayNumber(earliest));
}

function endOf({ moment, latest }: EdtfDate): number {
  return moment ?? (latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(latest));
}

/**
 * How long something lasted: days, counting the first and the last, or hours and minutes if both ends have a
 * time of day.
 */
export type DurationView =
  | { readonly days: number }
  | { readonly days: number; readonly hours: number; readonly minutes: number };

/**
 * The duration between two dates that are both certain and known to the day; `undefined` if they are the same
 * day. Two times of day must both have a time zone, or neither.
 */
export function durationOf(
  from: EdtfDate | undefined,
  until: EdtfDate | undefined,
): DurationView | undefined {
  const [start, end] = [from, until].map((date) =>
    date?.kind === 'date' && typeof date.start === 'object' ? date.start : undefined,
  );
  if (!from?.earliest || !until?.earliest || !start?.day || !end?.day) return undefined;
  if ([start, end].some(({ uncertain, approximate }) => uncertain || approximate)) return undefined;
  if (from.moment !== undefined && until.moment !== undefined) {
    if ((start.time?.zone === undefined) !== (end.time?.zone === undefined)) return undefined;
    const minutes = Math.round((until.moment - from.moment) * 1440);
    if (minutes <= 0) return undefined;
    return {
      days: Math.floor(minutes / 1440),
      hours: Math.floor((minutes % 1440) / 60),
      minutes: minutes % 60,
    };
  }
  // A strike from Monday to Wednesday lasts three days: both ends are days of it.
  const days = dayNumber(until.earliest) - dayNumber(from.earliest) + 1;
  return days > 1 ? { days } : undefined;
}
