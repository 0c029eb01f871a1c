import { edtfOfCsl } from '../../model/csl-date.ts';
import { type DatePoint, type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import type { CslItem } from '../../model/generated/types.ts';
import { dateText } from '../wording/dates.ts';
import { escapeInline } from '../wording/escape.ts';
import type { Messages } from '../wording/messages.ts';
import { shortNames } from './names.ts';
import { plainTitle } from './titles.ts';

/** A short name for an item in Markdown: "Ratelle 2024", or its title or kind where it has no author. */
export function shortReferenceText(csl: CslItem, messages: Messages): string {
  return escapeInline(shortReference(csl, messages));
}

/** The same as plain text. */
export function shortReference(csl: CslItem, messages: Messages): string {
  const name =
    shortNames(csl, messages) ??
    plainTitle(
      csl['title-short'] ??
        csl.title ??
        csl['container-title-short'] ??
        csl['container-title'] ??
        csl.publisher ??
        messages.text(`csl.${csl.type}`),
    );
  const date = parseEdtf(edtfOfCsl(csl.issued) ?? '');
  const year = date && yearsText(date, messages) + (csl['year-suffix'] ?? '');
  if (!year || endsWith(name, year)) return name;
  // "Internet Crime Report 2024 2025" and "Author between 1900 and 1999" need something between the two.
  const isPlain = /^\p{N}/u.test(year) && !/\p{N}$/u.test(name);
  return messages.text(isPlain ? 'reference.short' : 'reference.short-apart', { name, year });
}

/** Whether a name says the year already. */
function endsWith(name: string, year: string): boolean {
  return name.endsWith(year) && !/\p{N}$/u.test(name.slice(0, -year.length));
}

/** The years of a date in words: "2024", "2019–2021", "since 2019", "2020s", "50 BCE". */
function yearsText(date: EdtfDate, messages: Messages): string {
  const start = yearOf(date.start);
  const end = yearOf(date.end);
  const isOne = typeof start === 'object' && JSON.stringify(start) === JSON.stringify(end);
  const years: EdtfDate = { text: date.text, kind: isOne ? 'date' : date.kind, start, end };
  // A doubt is a mark here: "2016?".
  if (!isOne || !start.uncertain) return dateText(years, messages);
  const sure = { ...start, uncertain: false };
  const year = dateText({ ...years, start: sure, end: sure }, messages);
  return messages.text('reference.year-uncertain', { year });
}

/** The year of a date. A doubt about a date that is known to the month is about the month. */
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
