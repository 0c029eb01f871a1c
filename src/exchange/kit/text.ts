import { parseEdtf } from '../../model/edtf.ts';
import type { Prose } from '../../model/generated/types.ts';
import { shortened } from '../../model/shown-text.ts';

/** Longest text taken over, in UTF-16 code units: with escaping added it stays within what a file may hold. */
export const MAX_IMPORTED_TEXT = 12_000;

/** A value as short text for a list of losses. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/**
 * Text of any kind on one line: white space becomes one space, control characters are removed. May be empty.
 */
export function oneLine(text: string, most = 300): string {
  const line = text
    .slice(0, most * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return shortened(line, most);
}

/**
 * Plain text as prose: Markdown and citation syntax is escaped, so that it prints as it stands. Empty lines
 * divide paragraphs; one paragraph becomes a string, several become an array of lines.
 */
export function plainProse(text: string): Prose {
  const paragraphs = text
    .slice(0, MAX_IMPORTED_TEXT)
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) =>
      escapeMarkdown(
        paragraph
          .replace(/[^\S\n]+/g, ' ')
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      ),
    )
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length < 2) return paragraphs[0] ?? '';
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? [paragraph] : ['', paragraph]));
}

/** Escapes the characters Markdown would interpret with a backslash; removes control characters. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\p{Cc}]/gu, (found) => (found === '\n' ? found : ''))
      .replace(/[\\`*_[\]<>|~$]|&(?=[#\w]+;)/g, '\\$&')
      // A backslash does not stop `@` from starting a citation.
      .replace(/(?<![\p{L}\p{N}.])@(?=\S)/gu, '&#64;')
      .replace(/^(\s*)([#+\-=]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) =>
        /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
      )
  );
}

/** Prose lines joined into one text, as other formats hold it. */
export function joinProse(prose: Prose): string {
  return typeof prose === 'string' ? prose : prose.join('\n');
}

/** A text of another format as prose: an array if it has several lines. */
export function splitProse(text: string): Prose {
  return text.includes('\n') ? text.split('\n') : text;
}

/** Markdown prose as plain words, for names and labels in other formats: markup and citations are removed. */
export function plainWords(prose: Prose): string {
  return joinProse(prose)
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('&#64;', '@')
    .replace(/(?<!\\)(\*\*|__|\*|`)(?=\S)(.+?)(?<!\\)\1/g, '$2')
    .replace(/\\([\\`*_[\]<>|~$#+\-=.)&])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The day of a time stamp (`2016-08-08T15:50:10.983Z`, or seconds since 1970 as digits); `undefined` if it is
 * not one.
 */
export function dayOf(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const day = /^\d{9,11}$/.test(time.trim())
    ? new Date(Number(time) * 1000).toISOString().slice(0, 10)
    : time.trim().slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) && parseEdtf(day) ? day : undefined;
}

/** Two days as a date or an interval; an end before the beginning is left out. */
export function daysOf(first: string | undefined, last: string | undefined): string | undefined {
  const [start, end] = [dayOf(first), dayOf(last)];
  if (start === undefined || end === undefined) return start ?? end;
  return end > start ? `${start}/${end}` : start;
}

/**
 * First and last moment of a date as time stamps (UTC), of whole days or of a time of day with its zone. An
 * open or unknown end is absent.
 */
export function momentsOf(date: string | undefined): { readonly first?: string; readonly last?: string } {
  const read = date === undefined ? undefined : parseEdtf(date);
  const moment = (day: string | undefined) =>
    day !== undefined && /^\d{4}-/.test(day) ? `${day}T00:00:00.000Z` : undefined;
  const zoned = typeof read?.start === 'object' && read.start.time?.zone !== undefined;
  if (zoned && read.moment !== undefined) {
    const first = new Date(Math.round(read.moment * 86_400_000)).toISOString();
    return { first, last: first };
  }
  const [first, last] = [moment(read?.earliest), moment(read?.latest)];
  return { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}
