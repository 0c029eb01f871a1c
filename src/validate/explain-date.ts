import { isEdtf } from '../model/edtf.ts';
import { dateFrom, spanFrom } from './meant/date-notation.ts';
import { type Explanation, type Mistake, membersOf, nameOf } from './mistake.ts';
import { code, joinOr, quote } from './words.ts';

const FORMS =
  'Write for instance `2024-03-22`, `2024-03`, `2024`, `2024-03-22/2024-03-24`, `2024/..`, `2016~` or a season (`2024-21` for spring).';
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Text that is no date as EDTF writes it: a day that does not exist, an interval backwards, another notation. */
export function explainDate(mistake: Mistake): Explanation {
  const text = String(mistake.value);
  const ends = text.split('/');
  const impossible = (ends.length <= 2 ? ends : []).map(whyImpossible).find((why) => why !== undefined);
  if (impossible) return { rule: 'invalid-date', message: `${quote(text)} is not a date: ${impossible}.` };
  const [from = '', to = ''] = ends;
  if (ends.length === 2 && isEdtf(from) && isEdtf(to) && isEdtf(`${to}/${from}`)) {
    return {
      rule: 'invalid-date',
      message: `The interval ${quote(text)} ends before it begins.`,
      help: `Write ${code(`${to}/${from}`)}.`,
      fixed: `${to}/${from}`,
    };
  }
  const months = monthsOfSeasons(ends);
  if (months !== undefined) {
    return {
      rule: 'invalid-date',
      message: `${nameOf(mistake.path, true)} is ${quote(text)}: a season can neither be marked as doubtful nor begin or end an interval.`,
      help: `Give its months: ${code(months)}.`,
    };
  }
  const span = spanFrom(membersOf(mistake.file).asOf, text);
  const meant = span === undefined ? dateFrom(text) : [span];
  return {
    rule: 'invalid-date',
    message: `${nameOf(mistake.path, true)} is ${text === '' ? 'empty' : quote(text)}, which is not a date as written here (EDTF).`,
    help: meant.length > 0 ? `Write ${joinOr(meant.map(code))}.` : FORMS,
  };
}

/** First and last month of spring, summer, autumn and winter of the northern half; winter ends in the next year. */
const SEASON_MONTHS: Readonly<Record<string, readonly [string, string]>> = {
  21: ['03', '05'],
  22: ['06', '08'],
  23: ['09', '11'],
  24: ['12', '02'],
};

/** `2024-21?` to `2024-03/2024-05?`, `2024-24/2025-21` to `2024-12/2025-05`; `undefined` where no end is a season. */
function monthsOfSeasons(ends: readonly string[]): string | undefined {
  const spans = ends.map((end) => {
    const [, year = '', season = '', doubt = ''] = /^(\d{4})-(2[1-4])([?~%]?)$/.exec(end) ?? [];
    const months = SEASON_MONTHS[season];
    if (!months) return isEdtf(end) || end === '..' ? { from: end, to: end, season: false } : undefined;
    const next = season === '24' ? String(Number(year) + 1).padStart(4, '0') : year;
    return { from: `${year}-${months[0]}`, to: `${next}-${months[1]}${doubt}`, season: true };
  });
  const [first, last] = [spans.at(0), spans.at(-1)];
  if (ends.length > 2 || !first || !last || !spans.some((span) => span?.season)) return undefined;
  const written = `${first.from}/${last.to}`;
  return isEdtf(written) ? written : undefined;
}

/** Why a text in the form of a day or month names none: "30 February does not exist; …". */
function whyImpossible(text: string): string | undefined {
  const [, years, months, days] = /^(-?\d{4})-(\d{2})(?:-(\d{2}))?[?~%]?$/.exec(text) ?? [];
  if (years === undefined || months === undefined) return undefined;
  const month = Number(months);
  const name = MONTHS[month - 1];
  if (name === undefined) {
    const isSeason = month >= 21 && month <= 24 && days === undefined;
    return isSeason ? undefined : `there is no month ${months}`;
  }
  if (days === undefined) return undefined;
  const year = Number(years);
  const count = lengthOfMonth(year, month);
  const day = Number(days);
  if (day >= 1 && day <= count) return undefined;
  const written = day === 0 ? `day ${days} of ${name}` : `${day} ${name}`;
  return `${written} does not exist; ${name} ${year} has ${count} days`;
}

/** Of the Gregorian calendar, carried back before 1582 as ISO 8601 does. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
