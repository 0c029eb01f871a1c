import { isEdtf } from '../model/edtf.ts';
import { dateFrom } from './date-notation.ts';
import { type Explanation, type Mistake, nameOf } from './mistake.ts';
import { code, joinOr, quote } from './words.ts';

const FORMS =
  'Write for instance `2024-03-22`, `2024-03`, `2024`, `2024-03-22/2024-03-24`, `2024/..` or `2016~`.';
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
  if (impossible) return { rule: 'invalid-date', message: `${quote(text)} is no date: ${impossible}.` };
  const [from = '', to = ''] = ends;
  if (ends.length === 2 && isEdtf(from) && isEdtf(to) && isEdtf(`${to}/${from}`)) {
    return {
      rule: 'invalid-date',
      message: `The interval ${quote(text)} ends before it begins.`,
      help: `Write ${code(`${to}/${from}`)}.`,
      fixed: `${to}/${from}`,
    };
  }
  const meant = dateFrom(text);
  return {
    rule: 'invalid-date',
    message: `${nameOf(mistake.path, true)} is ${text === '' ? 'empty' : quote(text)}, which is not a date as written here (EDTF).`,
    help: meant.length > 0 ? `Write ${joinOr(meant.map(code))}.` : FORMS,
  };
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
