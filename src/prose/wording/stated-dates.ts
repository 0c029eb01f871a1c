import { CARDINAL, cardinalValue } from '../likelihood/numerals.ts';

/** When a statement says that something will have come true: a span in which its last day lies, as days `YYYY-MM-DD`. */
export interface StatedDate {
  /** As it is written: "by the end of 2026". */
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
  /** The day that the words name, where it is counted and the span around it is ours. */
  readonly counted?: string;
}

/** The days from which a text that says "the next two years" may count: its cut-off, its publication. */
export interface CountedFrom {
  readonly earliest: string;
  readonly latest: string;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_NAMES = MONTHS.split('|');
const YEAR = '(?<year>20\\d\\d)';
/** Not behind a word that makes the date that of something else: "the vote due in June 2026". */
const NOT_OF_ANOTHER =
  '(?<!\\b(?:due|scheduled|planned|slated|elected|expiring|opening|starting|beginning|dated)\\s+)';
const LEAD =
  '(?<lead>[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Tt]hroughout|[Tt]hrough|[Dd]uring|[Ww]ithin|[Ii]n|[Ii]nto|[Oo]ver|[Nn]o\\s+later\\s+than|[Uu]p\\s+to|[Tt]o|[Bb]etween\\s+(?:now|20\\d\\d)\\s+and|[Ff]or(?=\\s+the\\s+re(?:st|mainder)\\s))';
const PART =
  '(?<part>(?:the\\s+)?(?:very\\s+)?(?:end|close|beginning|start|middle|rest|remainder|course)\\s+of|(?:the\\s+)?(?:year-)?end[-\\s]|early(?:\\s+in)?|mid-?|late(?:\\s+in)?|the\\s+(?:first|second)\\s+half\\s+of|the\\s+(?:first|second|third|fourth|last)\\s+quarter\\s+of|Q[1-4](?:\\s+of)?|H[12](?:\\s+of)?)';
const SEASON =
  '(?:the\\s+)?(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\\s+of)?\\s+(?<seasonYear>20\\d\\d)(?<winterEnd>[-–/](?:20)?\\d\\d)?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** Words behind a date that make it part of a name: "before the 2026 elections". */
const NO_NAME =
  '(?!\\s+(?:elections?|vote|polls?|census|budget|season|summit|report|campaign|offensive|Games|Olympics|harvest|session|term)\\b)';
const STATED = new RegExp(
  `${NOT_OF_ANOTHER}\\b${LEAD}\\s+(?:(?:about|around|roughly)\\s+)?(?:${PART}\\s*)?(?:(?<iso>20\\d\\d-\\d\\d-\\d\\d)|${SEASON}|(?:${DAY}\\s+(?:of\\s+)?)?(?<month>${MONTHS})(?:\\s+(?<usDay>\\d{1,2})(?:st|nd|rd|th)?,)?\\s+(?:of\\s+)?${YEAR}|${YEAR.replace('year', 'only')})(?![\\d–-])${NO_NAME}`,
  'g',
);

const UNIT = '(?<unit>day|week|month|quarter|year|decade)s?';
const NUMBER = `(?<least>${CARDINAL})(?:\\s*(?:–|-|to|or)\\s*(?<most>${CARDINAL}))?[\\s-]`;
/** "Over the next two years", "in the coming year"; "for" only of what lasts; "within two years" only of what is to come. */
const COUNTED = new RegExp(
  [
    `\\b(?:over|in|within|during|through|throughout|across|(?<=\\b(?:hold|last|continue|remain|stay|persist|endure|survive|go\\s+on)\\b[^.;:]{0,60})for)\\s+the\\s+(?:next|coming)\\s+(?:${NUMBER})?${UNIT}`,
    `(?<=\\b(?:will|likely|unlikely|chance)\\b[^.;]{0,150})\\bwithin\\s+(?:${NUMBER.replace('least', 'lower').replace('most', 'upper')}|an?\\s+)${UNIT.replace('unit', 'other')}`,
  ]
    .map((one) => `${one}\\b(?![’'-])(?!\\s+(?:of|after|from|following|since|or|before)\\b(?!\\s+now))`)
    .join('|'),
  'gi',
);

/**
 * The dates by which a sentence says that its event comes true. What is quoted has to be filled before.
 *
 * @param from from when "the next two years" is counted; without it, such periods are left out
 */
export function statedDates(own: string, from?: CountedFrom): StatedDate[] {
  return [...datesIn(own), ...(from ? periodsIn(own, from) : [])];
}

function datesIn(own: string): StatedDate[] {
  return [...own.matchAll(STATED)].flatMap((match) => {
    const { lead = '', part = '', iso, day, usDay, month, year, only } = match.groups ?? {};
    const { season, seasonYear = '', winterEnd } = match.groups ?? {};
    const words = { lead: lead.toLowerCase().replace(/\s+/g, ' '), part: partOf(part) };
    const text = match[0].replace(/\s+/g, ' ');
    if (season !== undefined) {
      const ends = seasonEnds(words.lead, words.part, season.toLowerCase(), Number(seasonYear), winterEnd);
      return ends ? [{ text, earliest: ends[0], latest: ends[1] }] : [];
    }
    const span = iso ? ([iso, iso] as const) : spanOf(year ?? only ?? '', month, day ?? usDay);
    if (!span) return [];
    const [earliest, latest] = endsOf(words.lead, words.part, span);
    return [{ text, earliest, latest }];
  });
}

/** The words for a part of a period; `Q3` and `H1` written out. */
function partOf(part: string): string {
  const [, kind, number] = /^([QH])([1-4])/.exec(part) ?? [];
  if (kind === undefined) return part.replace(/\s+/g, ' ');
  return `the ${['first', 'second', 'third', 'fourth'][Number(number) - 1]} ${kind === 'Q' ? 'quarter' : 'half'} of`;
}

/** First month of each season, as in Europe, Asia and North America. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
/** Days by which a season of the calendar ends after that of the weather. */
const LATER = 22;

/**
 * The same of a season, whose ends nobody agrees on. "The winter of 2026" begins or ends in 2026; the other seasons belong to one year, and
 * only a winter has two.
 */
function seasonEnds(
  lead: string,
  part: string,
  season: string,
  year: number,
  winterEnd: string | undefined,
): Span | undefined {
  const isWinter = season === 'winter';
  if (winterEnd !== undefined && (!isWinter || Number(winterEnd.slice(-2)) !== (year + 1) % 100))
    return undefined;
  const month = SEASONS[season] ?? 1;
  const begin = isWinter && winterEnd === undefined ? year - 1 : year;
  const spans = (begin === year ? [year] : [begin, year]).map(
    (first): Span => [dayAt(Date.UTC(first, month - 1, 1)), dayAt(Date.UTC(first, month + 2, 0))],
  );
  const ends = spans.map((span) => endsOf(lead, part, span));
  return [ends[0]?.[0] ?? '', daysAfter(ends.at(-1)?.[1] ?? '', LATER)];
}

/** Least days by which a horizon may miss the end of a period that is counted, and its least share of the period. */
const LEEWAY = { days: 31, share: 1 / 8 };

function periodsIn(own: string, from: CountedFrom): StatedDate[] {
  return [...own.matchAll(COUNTED)].flatMap((match) => {
    // "After 2014 attacks fell over the next two years" counts from 2014.
    const [year] = /\b(?:1\d|20)\d\d\b/.exec(own.slice(0, match.index)) ?? [];
    if (year !== undefined && year < from.latest.slice(0, 4)) return [];
    const { least, most, unit, lower, upper, other } = match.groups ?? {};
    const few = cardinalValue(least ?? lower ?? 'one');
    const many = cardinalValue(most ?? upper ?? least ?? lower ?? 'one');
    const each = (unit ?? other ?? '').toLowerCase();
    const [first, last] = [after(from.earliest, few, each), after(from.latest, many, each)];
    if (first === undefined || last === undefined || last < first) return [];
    const length = (Date.parse(last) - Date.parse(from.latest)) / MILLISECONDS;
    const leeway = Math.round(Math.max(LEEWAY.days, length * LEEWAY.share));
    return [
      {
        text: match[0].replace(/\s+/g, ' '),
        earliest: daysAfter(first, -leeway),
        latest: daysAfter(last, leeway),
        counted: after(from.earliest, many, each) ?? last,
      },
    ];
  });
}

const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
/** Longest period that is counted, in months: more is no horizon. */
const LONGEST = 1_200;

/** The day so many units later; that of a shorter month is its last. */
function after(day: string, count: number, unit: string): string | undefined {
  const months = MONTHS_IN[unit];
  if (months === undefined) {
    const days = count * (unit === 'week' ? 7 : 1);
    return days > 0 && days < LONGEST * 28 ? daysAfter(day, days) : undefined;
  }
  const total = count * months;
  if (!Number.isInteger(total) || total <= 0 || total > LONGEST) return undefined;
  const [year = 0, month = 0, own = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + total, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + total, Math.min(own, last)));
}

type Span = readonly [first: string, last: string];

function spanOf(year: string, month: string | undefined, day: string | undefined): Span | undefined {
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const number = MONTH_NAMES.indexOf(month) + 1;
  const plain = `${year}-${String(number).padStart(2, '0')}`;
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  if (day === undefined) return [`${plain}-01`, `${plain}-${last}`];
  const own = `${plain}-${day.padStart(2, '0')}`;
  return Number(day) >= 1 && Number(day) <= last ? [own, own] : undefined;
}

/** Between which days the last day lies. "By 2026" may mean its beginning or its end; "by the end of 2026" one day. */
function endsOf(lead: string, part: string, [first, last]: Span): Span {
  if (/end|close|rest|remainder|course/.test(part)) return [last, last];
  if (/beginning|start/.test(part)) return [dayBefore(first), inside(first, last, 0.34)];
  if (part.startsWith('early')) return [first, inside(first, last, 0.5)];
  if (/mid/.test(part)) return [inside(first, last, 0.3), inside(first, last, 0.75)];
  if (part.startsWith('late')) return [inside(first, last, 0.6), last];
  const share = SHARES.find(([name]) => part.includes(name));
  if (share) {
    const [, begins, ends] = share;
    const beginning = begins === 0 ? dayBefore(first) : inside(first, last, begins - 0.01);
    const latest = ends === 1 ? last : inside(first, last, ends + 0.01);
    return [isUntil(lead) ? beginning : inside(first, last, ends - 0.01), latest];
  }
  if (lead === 'before') return [dayBefore(first), first];
  return isUntil(lead) ? [dayBefore(first), last] : [last, last];
}

/** Whether a word may lead to the beginning of a period or to its end. */
function isUntil(lead: string): boolean {
  return /^(?:by|until|till|up to|to|into|no later than|between)\b/.test(lead);
}

/** Parts of a year, and where each begins and ends in it. */
const SHARES: readonly (readonly [name: string, begins: number, ends: number])[] = [
  ['first half', 0, 0.5],
  ['second half', 0.5, 1],
  ['first quarter', 0, 0.25],
  ['second quarter', 0.25, 0.5],
  ['third quarter', 0.5, 0.75],
  ['fourth quarter', 0.75, 1],
  ['last quarter', 0.75, 1],
];

const MILLISECONDS = 86_400_000;

function dayBefore(day: string): string {
  return daysAfter(day, -1);
}

function daysAfter(day: string, days: number): string {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS);
}

/** A day within a span, by the share of it that has passed. */
function inside(first: string, last: string, share: number): string {
  const [from, to] = [Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)];
  return dayAt(from + Math.round(((to - from) * share) / MILLISECONDS) * MILLISECONDS);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
