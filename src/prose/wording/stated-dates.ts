/** When a statement says that something will have come true: a span in which its last day lies, as days `YYYY-MM-DD`. */
export interface StatedDate {
  /** As it is written: "by the end of 2026". */
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_NAMES = MONTHS.split('|');
const YEAR = '(?<year>20\\d\\d)';
const LEAD =
  '(?<lead>[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Tt]hroughout|[Tt]hrough|[Dd]uring|[Ww]ithin|[Ii]n|[Nn]o\\s+later\\s+than|[Uu]p\\s+to|[Tt]o)';
const PART =
  '(?<part>(?:the\\s+)?(?:very\\s+)?(?:end|close|beginning|start|middle)\\s+of|early(?:\\s+in)?|mid-?|late(?:\\s+in)?|the\\s+(?:first|second)\\s+half\\s+of|the\\s+(?:first|second|third|fourth|last)\\s+quarter\\s+of)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const STATED = new RegExp(
  `\\b${LEAD}\\s+(?:${PART}\\s*)?(?:(?<iso>20\\d\\d-\\d\\d-\\d\\d)|(?:${DAY}\\s+(?:of\\s+)?)?(?<month>${MONTHS})(?:\\s+(?<usDay>\\d{1,2})(?:st|nd|rd|th)?,)?\\s+(?:of\\s+)?${YEAR}|${YEAR.replace('year', 'only')})(?![\\d–-])(?!\\s+(?:elections?|vote|polls?|census|budget|season|summit|report))`,
  'g',
);

/** The dates by which a sentence says that its event comes true. What is quoted has to be filled before. */
export function statedDates(own: string): StatedDate[] {
  return [...own.matchAll(STATED)].flatMap((match) => {
    const { lead = '', part = '', iso, day, usDay, month, year, only } = match.groups ?? {};
    const span = iso ? ([iso, iso] as const) : spanOf(year ?? only ?? '', month, day ?? usDay);
    if (!span) return [];
    const [earliest, latest] = endsOf(lead.toLowerCase(), part.replace(/\s+/g, ' '), span);
    return [{ text: match[0].replace(/\s+/g, ' '), earliest, latest }];
  });
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
  if (/end|close/.test(part)) return [last, last];
  if (/beginning|start/.test(part)) return [dayBefore(first), inside(first, last, 0.34)];
  if (part.startsWith('early')) return [first, inside(first, last, 0.5)];
  if (/mid/.test(part)) return [inside(first, last, 0.3), inside(first, last, 0.75)];
  if (part.startsWith('late')) return [inside(first, last, 0.6), last];
  if (/first half/.test(part)) return [inside(first, last, 0.49), inside(first, last, 0.51)];
  const quarter = ['first quarter', 'second quarter', 'third quarter'].findIndex((name) =>
    part.includes(name),
  );
  if (quarter >= 0)
    return [inside(first, last, 0.24 + quarter * 0.25), inside(first, last, 0.26 + quarter * 0.25)];
  if (part !== '') return [last, last];
  if (lead === 'before') return [dayBefore(first), first];
  return ['by', 'until', 'till', 'up to', 'to', 'no later than'].includes(lead)
    ? [dayBefore(first), last]
    : [last, last];
}

const MILLISECONDS = 86_400_000;

function dayBefore(day: string): string {
  return dayAt(Date.parse(`${day}T00:00:00Z`) - MILLISECONDS);
}

/** A day within a span, by the share of it that has passed. */
function inside(first: string, last: string, share: number): string {
  const [from, to] = [Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)];
  return dayAt(from + Math.round(((to - from) * share) / MILLISECONDS) * MILLISECONDS);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
