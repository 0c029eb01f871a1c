import { isEdtf } from '../../model/edtf.ts';
import { plainNumber } from './figure-notation.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** A common notation, and how to write it in EDTF; several if it is ambiguous. */
interface Notation {
  readonly form: RegExp;
  readonly write: (...parts: string[]) => readonly string[];
}

const NOTATIONS: readonly Notation[] = [
  { form: /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, write: (y, m, d) => [day(y, m, d)] },
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, write: (y, m, d) => [day(y, m, d)] },
  { form: /^(\d{4})(\d{2})(\d{2})$/, write: (y, m, d) => [day(y, m, d)] },
  { form: /^(\d{4})[/.-](\d{1,2})$/, write: (y, m) => [`${y}-${pad(m)}`] },
  { form: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, write: (d, m, y) => [day(y, m, d)] },
  { form: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, write: (a, b, y) => [day(y, b, a), day(y, a, b)] },
  { form: /^(\d{1,2})[/.](\d{4})$/, write: (m, y) => [`${y}-${pad(m)}`] },
  {
    form: words(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})`),
    write: (d, m, y) => [day(y, month(m), d)],
  },
  {
    form: words(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`),
    write: (m, d, y) => [day(y, month(m), d)],
  },
  { form: words(`${MONTH},?\\s+(\\d{4})`), write: (m, y) => [`${y}-${month(m)}`] },
  {
    form: words('(spring|summer|autumn|fall|winter)(?:\\s+of)?,?\\s+(\\d{4})'),
    write: (s = '', y) => [`${y}-${SEASONS[s.toLowerCase()]}`],
  },
  {
    form: words(`(\\d{1,2})\\s?(?:-|–|to)\\s?(\\d{1,2})\\s+${MONTH},?\\s+(\\d{4})`),
    write: (from, to, m, y) => [`${day(y, month(m), from)}/${day(y, month(m), to)}`],
  },
  {
    form: words(`${MONTH}\\s?(?:-|–|to)\\s?${MONTH},?\\s+(\\d{4})`),
    write: (from, to, y) => [`${y}-${month(from)}/${y}-${month(to)}`],
  },
  { form: words('q([1-4])[\\s/-]?(\\d{4})'), write: (q, y) => [months(y, Number(q) * 3 - 2, 3)] },
  { form: words('(\\d{4})[\\s/-]?q([1-4])'), write: (y, q) => [months(y, Number(q) * 3 - 2, 3)] },
  { form: words('h([12])[\\s/-]?(\\d{4})'), write: (h, y) => [months(y, Number(h) * 6 - 5, 6)] },
  {
    form: words('(?:the\\s+)?(first|second)\\s+half\\s+of\\s+(\\d{4})'),
    write: (half = '', y) => [months(y, half.toLowerCase() === 'first' ? 1 : 7, 6)],
  },
  { form: /^(\d{3})0s$/, write: (decade) => [`${decade}X`] },
];

/** A day in any notation followed by a time of day: `2024-03-09 14:30`, `9 March 2024, 14.30 UTC`. */
const TIMED =
  /^(.+?),?(?:\s+|T)(?:at\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** The day and time in EDTF; empty if it is not a day. */
function timedFrom(text: string): string[] {
  const [whole, date, hour = '', minute, second, zone = ''] = TIMED.exec(text) ?? [];
  if (whole === undefined) return [];
  const seconds = second === undefined ? '' : `:${second}`;
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return dateFrom(date)
    .map((one) => `${one}T${pad(hour)}:${minute}${seconds}${offset}`)
    .filter(isEdtf);
}

const AFFIXES: readonly Notation[] = [
  {
    form: words('(?:ca?\\.?|circa|about|approx(?:imately|\\.)?|around|~)\\s*(\\S.*)'),
    write: (date) => dateFrom(date).map((one) => `${one}~`),
  },
  {
    form: words('(?:since|from|after)\\s+(\\S.*)'),
    write: (date) => dateFrom(date).map((one) => `${one}/..`),
  },
  {
    form: words('(?:until|till|before|up to)\\s+(\\S.*)'),
    write: (date) => dateFrom(date).map((one) => `../${one}`),
  },
  {
    form: words(
      '(?:from\\s+|between\\s+)?(\\S.*?)\\s*(?:\\s-\\s|–|—|\\s+to\\s+|\\s+and\\s+|\\.\\.)\\s*(\\S.*)',
    ),
    write: (from, to) => dateFrom(from).flatMap((start) => dateFrom(to).map((end) => `${start}/${end}`)),
  },
  { form: /^(\d{4})-(\d{4})$/, write: (from, to) => [`${from}/${to}`] },
  // EDTF cannot express a part of a month or year; the month or year is still true.
  { form: words('(?:by|in|during|for)\\s+(\\S.*)'), write: (date) => dateFrom(date) },
  {
    form: words(
      '(?:the\\s+)?(?:early|mid|late|beginning of|middle of|end of|night of|morning of|evening of)[\\s-]+(?:the\\s+)?(\\S.*)',
    ),
    write: (date) => dateFrom(date),
  },
];

/** A date in another notation (`22.03.2024`, `March 2024`, `c. 2016`) in EDTF; empty if it is not recognised. */
export function dateFrom(text = ''): string[] {
  const trimmed = text.trim();
  if (trimmed.length > 60) return [];
  if (isEdtf(trimmed)) return [trimmed];
  const timed = timedFrom(trimmed);
  if (timed.length > 0) return timed;
  for (const { form, write } of [...AFFIXES, ...NOTATIONS]) {
    const match = form.exec(trimmed);
    const dates = match ? write(...match.slice(1)).filter(isEdtf) : [];
    if (dates.length > 0) return [...new Set(dates)];
  }
  return [];
}

/** `within six months`, `the next 12 months` counted from a day, as an interval; `undefined` for anything else. */
export function spanFrom(day: unknown, text: string): string | undefined {
  if (text.length > 60) return undefined;
  const [, count = '', unit = ''] =
    /^(?:(?:with)?in|over|for|during)?\s*(?:the\s+)?(?:(?:next|coming|following)\s+)?(\d{1,3}|[a-z]+)\s+(week|month|year)s?$/i.exec(
      text.trim(),
    ) ?? [];
  const many = plainNumber(count.replace(/^an?$/i, 'one')) ?? 0;
  if (many === 0 || typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isEdtf(day))
    return undefined;
  const end = new Date(`${day}T00:00:00Z`);
  const date = end.getUTCDate();
  if (unit.toLowerCase() === 'week') end.setUTCDate(date + many * 7);
  else {
    end.setUTCDate(1);
    end.setUTCMonth(end.getUTCMonth() + many * (unit.toLowerCase() === 'year' ? 12 : 1) + 1, 0); // the last day of that month
    end.setUTCDate(Math.min(date, end.getUTCDate()));
  }
  const span = `${day}/${end.toISOString().slice(0, 10)}`;
  return isEdtf(span) ? span : undefined;
}

function words(form: string): RegExp {
  return new RegExp(`^${form}$`, 'i');
}

function day(year = '', monthNumber = '', dayNumber = ''): string {
  return `${year}-${pad(monthNumber)}-${pad(dayNumber)}`;
}

/** A number of months of a year, from one on, as an interval. */
function months(year = '', from: number, count: number): string {
  return `${year}-${pad(String(from))}/${year}-${pad(String(from + count - 1))}`;
}

function pad(number = ''): string {
  return number.padStart(2, '0');
}

/** `March` or `Mar` to `03`. */
function month(name = ''): string {
  return pad(String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1));
}
