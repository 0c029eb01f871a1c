import { edtfOfCsl } from '../../model/csl-date.ts';
import { type DatePoint, type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import type { CslItem } from '../../model/generated/types.ts';
import { dateText } from '../wording/dates.ts';
import { escapeInline } from '../wording/escape.ts';
import type { Messages } from '../wording/messages.ts';
import { STANDS_ALONE } from './full.ts';
import { shortNames } from './names.ts';
import { plainTitle } from './titles.ts';

/** A short name for an item in Markdown: "Ratelle 2024", or its title, as in the full reference, where it has no author. */
export function shortReferenceText(csl: CslItem, messages: Messages): string {
  const alone = (title: string) => `*${escapeInline(title)}*`;
  return named(csl, messages, { plain: escapeInline, alone, part: quotedIn(messages, escapeInline) });
}

/** The same as plain text. */
export function shortReference(csl: CslItem, messages: Messages): string {
  return named(csl, messages, { plain: asIs, alone: asIs, part: quotedIn(messages, asIs) });
}

/** The same without quotation marks, where it is cut to the width of a column. */
export function bareReference(csl: CslItem, messages: Messages): string {
  return named(csl, messages, { plain: asIs, alone: asIs, part: asIs });
}

/** How names are set, titles of what stands alone, and titles of parts. */
interface Setting {
  readonly plain: (text: string) => string;
  readonly alone: (title: string) => string;
  readonly part: (title: string) => string;
}

function asIs(text: string): string {
  return text;
}

function quotedIn(messages: Messages, plain: Setting['plain']): Setting['part'] {
  return (title) => messages.text('reference.quoted', { title: plain(title) });
}

function named(csl: CslItem, messages: Messages, setting: Setting): string {
  const people = shortNames(csl, messages);
  const title = people === undefined ? (csl['title-short'] ?? csl.title) : undefined;
  const name =
    people ??
    plainTitle(
      title ??
        csl['container-title-short'] ??
        csl['container-title'] ??
        csl.publisher ??
        messages.text(`csl.${csl.type}`),
    );
  const date = parseEdtf(edtfOfCsl(csl.issued) ?? '');
  const year = date && yearsText(date, messages) + (csl['year-suffix'] ?? '');
  const text = title === undefined ? setting.plain(name) : titled(name, csl, setting);
  if (!year || endsWith(name, year)) return text;
  // "Internet Crime Report 2024 2025" and "Author between 1900 and 1999" need something between the two, and so does a title.
  const isPlain = title === undefined && /^\p{N}/u.test(year) && !/\p{N}$/u.test(name);
  return messages.text(isPlain ? 'reference.short' : 'reference.short-apart', {
    name: text,
    year: setting.plain(year),
  });
}

/** A title as the full reference has it: in italics, or quoted where it is a part of something. A description in brackets is bare. */
function titled(title: string, { type }: CslItem, { plain, alone, part }: Setting): string {
  if (title.startsWith('[')) return plain(title);
  return STANDS_ALONE.has(type) ? alone(title) : part(title);
}

/** Whether a name already ends with the year. */
function endsWith(name: string, year: string): boolean {
  return name.endsWith(year) && !/\p{N}$/u.test(name.slice(0, -year.length));
}

/** The years of a date in words: "2024", "2019–2021", "since 2019", "2020s", "50 BCE". */
function yearsText(date: EdtfDate, messages: Messages): string {
  const start = yearOf(date.start);
  const end = yearOf(date.end);
  const isOne = typeof start === 'object' && JSON.stringify(start) === JSON.stringify(end);
  const years: EdtfDate = { text: date.text, kind: isOne ? 'date' : date.kind, start, end };
  // An uncertain date has a mark here: "2016?".
  if (!isOne || !start.uncertain) return dateText(years, messages);
  const sure = { ...start, uncertain: false };
  const year = dateText({ ...years, start: sure, end: sure }, messages);
  return messages.text('reference.year-uncertain', { year });
}

/** The year of a date. Uncertainty about a date known to the month is about the month, not the year. */
function yearOf(end: EdtfDate['start']): EdtfDate['start'] {
  if (typeof end !== 'object') return end;
  const { year, unknownYearDigits, uncertain, approximate, month, season }: DatePoint = end;
  const isOfYear = month === undefined && season === undefined;
  return {
    year,
    unknownYearDigits,
    uncertain: uncertain && isOfYear,
    approximate: approximate && isOfYear,
  };
}
