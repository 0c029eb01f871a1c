import type { DurationView } from '../../derive/entities/dates.ts';
import type { DatePoint, EdtfDate, TimeOfDay } from '../../model/edtf.ts';
import type { Messages } from './messages.ts';

/** A date in the words of a language: "22–24 March 2024", "about May 2024", "since 2017". */
export function dateText(date: EdtfDate, messages: Messages): string {
  const { start, end, among } = date;
  if (among) return amongText(among, messages);
  if (typeof start === 'object' && typeof end === 'object') {
    return date.kind === 'date' ? pointText(start, messages) : intervalText(start, end, messages);
  }
  if (typeof start === 'object') {
    return end === 'open'
      ? placedText('date.since', start, messages)
      : messages.text('date.from-unknown', { date: pointText(start, messages) });
  }
  if (typeof end === 'object')
    return messages.text(start === 'open' ? 'date.until-open' : 'date.until-unknown', {
      date: pointText(end, messages),
    });
  return messages.text('date.unknown');
}

/** Alternative dates: "12 February or 17 February 2024"; a common year is said once. */
function amongText(dates: readonly EdtfDate[], messages: Messages): string {
  const years = new Set(
    dates.map(({ start, end }) => (start === end && typeof start === 'object' ? start.year : Number.NaN)),
  );
  const plain = dates.every(
    ({ kind, start }) =>
      kind === 'date' &&
      typeof start === 'object' &&
      start.day !== undefined &&
      !start.uncertain &&
      !start.approximate &&
      !start.time,
  );
  return messages.choice(
    dates.map((date, index) =>
      plain && years.size === 1 && index < dates.length - 1
        ? dayText(date, messages)
        : dateText(date, messages),
    ),
  );
}

/**
 * A deadline: "by 31 December 2025", "by the end of 2026", or the interval with its end: "from May to the end
 * of June 2025".
 */
export function horizonText(date: EdtfDate, messages: Messages): string {
  const { kind, start, end } = date;
  if (typeof end === 'object' && (kind === 'date' || typeof start !== 'object')) {
    return placedText('date.by', end, messages);
  }
  if (typeof start !== 'object') return dateText(date, messages);
  const from = placedText('date.from', start, messages);
  return typeof end === 'object'
    ? messages.text('date.within', { from, to: placedText('date.to', end, messages) })
    : messages.text('date.onward', { from });
}

/**
 * A date in a phrase that needs an inflected form: "by the end of May 2025", "с весны 2025 года". If the last
 * digits of a year are unknown, an end means the last possible year, a beginning the first.
 */
function placedText(
  place: 'date.by' | 'date.from' | 'date.since' | 'date.to',
  point: DatePoint,
  messages: Messages,
): string {
  const { month, day, season, unknownYearDigits } = point;
  const isEnd = place === 'date.by' || place === 'date.to';
  const unknown = isEnd ? 10 ** unknownYearDigits - 1 : 0;
  const year = yearText({ ...point, year: point.year + unknown }, messages);
  const phrase =
    season !== undefined
      ? messages.text(`${place}.season.${season}`, { year })
      : month === undefined
        ? messages.text(`${place}.year`, { year })
        : day === undefined
          ? messages.text(`${place}.month`, { month: monthName(month, 'day', messages), year })
          : messages.text(`${place}.day`, { date: bareText(point, messages) });
  const near = point.approximate ? messages.text('date.by-approximate', { phrase }) : phrase;
  return point.uncertain ? messages.text('date.uncertain-phrase', { phrase: near }) : near;
}

/** Day and month only, where the year is clear; the whole date if it is not known to the day. */
export function dayText(date: EdtfDate, messages: Messages): string {
  const { start } = date;
  if (date.among || typeof start !== 'object' || start.month === undefined || start.day === undefined) {
    return dateText(date, messages);
  }
  return messages.text('date.day-without-year', {
    day: dayNumber(start.day, messages),
    month: monthName(start.month, 'day', messages),
  });
}

/** What both ends share is said once: "22–24 March 2024", "May–June 2023". */
function intervalText(start: DatePoint, end: DatePoint, messages: Messages): string {
  const plain = ![start, end].some(
    (point) =>
      point.uncertain || point.approximate || point.unknownYearDigits > 0 || point.time !== undefined,
  );
  const sameYear = start.year === end.year;
  if (plain && sameYear && start.month !== undefined && end.month !== undefined) {
    const { month } = start;
    if (month === end.month && start.day !== undefined && end.day !== undefined) {
      if (start.day === end.day) return pointText(start, messages);
      const days = messages.text('date.days', { from: dayNumber(start.day, messages), to: end.day });
      return messages.text('date.day', {
        day: days,
        month: monthName(month, 'day', messages),
        year: yearText(start, messages),
      });
    }
    if (start.day !== undefined && end.day !== undefined) {
      const from = { day: dayNumber(start.day, messages), month: monthName(month, 'day', messages) };
      return messages.text('date.range', {
        from: messages.text('date.day-without-year', from),
        to: pointText(end, messages),
      });
    }
    if (start.day === undefined && end.day === undefined) {
      const months = messages.text('date.range-tight', {
        from: monthName(month, 'month', messages),
        to: monthName(end.month, 'month', messages),
      });
      return messages.text('date.month', { month: months, year: yearText(start, messages) });
    }
  }
  const yearsOnly = plain && [start, end].every((point) => point.month === undefined && !point.season);
  return messages.text(yearsOnly ? 'date.range-tight' : 'date.range', {
    from: pointText(start, messages),
    to: pointText(end, messages),
  });
}

/** The day of the month as the language writes it: the first is "1er" in French. */
function dayNumber(day: number, messages: Messages): string {
  return day === 1 ? messages.text('date.first-day') : String(day);
}

function pointText(point: DatePoint, messages: Messages): string {
  const text = bareText(point, messages);
  if (point.approximate && point.uncertain)
    return messages.text('date.approximate-uncertain', { date: text });
  if (point.approximate) return messages.text('date.approximate', { date: text });
  if (point.uncertain) return messages.text('date.uncertain', { date: text });
  return text;
}

function bareText(point: DatePoint, messages: Messages): string {
  const { month, day, season } = point;
  const year = yearText(point, messages);
  if (point.unknownYearDigits > 0) return yearsText(point, messages);
  if (season !== undefined) return messages.text(`date.season.${season}`, { year });
  if (month === undefined) return year;
  if (day === undefined)
    return messages.text('date.month', { month: monthName(month, 'month', messages), year });
  const date = messages.text('date.day', {
    day: dayNumber(day, messages),
    month: monthName(month, 'day', messages),
    year,
  });
  return point.time === undefined
    ? date
    : messages.text('date.timed', { date, time: timeText(point.time, messages) });
}

/** "12:26 (UTC+2)"; with seconds if known. */
function timeText({ hour, minute, second, zone }: TimeOfDay, messages: Messages): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [hour, minute, ...(second ? [second] : [])].map(two).join(':');
  if (zone === undefined) return time;
  const ahead = Math.abs(zone);
  const minutes = ahead % 60 === 0 ? '' : `:${two(ahead % 60)}`;
  const name = zone === 0 ? 'UTC' : `UTC${zone < 0 ? '−' : '+'}${Math.floor(ahead / 60)}${minutes}`;
  return messages.text('date.zoned', { time, zone: name });
}

/** Beside as many days hours say nothing. */
const MANY_DAYS = 7;

/** "176 days"; "4 hours 20 minutes" if both ends have a time of day. */
export function durationText(duration: DurationView, messages: Messages): string {
  const parts: [key: string, count: number][] = [['duration.days', duration.days]];
  if ('hours' in duration && duration.days < MANY_DAYS)
    parts.push(['duration.hours', duration.hours], ['duration.minutes', duration.minutes]);
  return parts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => messages.text(key, { count }))
    .join(' ');
}

/** Years with unknown last digits: "2010s", "between 1900 and 1999". */
function yearsText({ year, unknownYearDigits, ...rest }: DatePoint, messages: Messages): string {
  if (unknownYearDigits === 1 && year > 0) return messages.text('date.decade', { year });
  const span = 10 ** unknownYearDigits - 1;
  const [first, last] = year < 0 ? [year - span, year] : [year, year + span];
  const text = (at: number) => yearText({ ...rest, unknownYearDigits, year: at }, messages);
  return messages.text('date.century', { year: text(first), last: text(last) });
}

/** ISO 8601 has a year 0, which is 1 BCE; -0049 is 50 BCE. */
function yearText({ year }: DatePoint, messages: Messages): string {
  return year <= 0 ? messages.text('date.bce', { year: 1 - year }) : String(year);
}

/** Some languages inflect the month after a day ("22 марта" beside "март"). */
function monthName(month: number, where: 'day' | 'month', messages: Messages): string {
  const inflected = `month-of-day.${month}`;
  return messages.text(where === 'day' && messages.has(inflected) ? inflected : `month.${month}`);
}
