import { parseEdtf } from '../../model/edtf.ts';
import type { Incident } from '../../model/generated/types.ts';
import type { Loss } from '../interfaces.ts';
import { shown } from '../kit/text.ts';
import type { TableMapping } from './mapping.ts';
import type { Table } from './read.ts';

/** A row that remembers which of its columns were read: a column nobody read is a loss. */
export class Row {
  readonly #read = new Set<string>();

  constructor(
    readonly heads: readonly string[],
    readonly cells: readonly string[],
    /** As spreadsheets count: the column names are row 1. */
    readonly number: number,
    readonly mapping: TableMapping,
  ) {}

  /** The text of a field; `undefined` if it is empty or means "not known". */
  text(field: string): string | undefined {
    const head = this.mapping.columns[field];
    return head === undefined ? undefined : this.column(head);
  }

  column(head: string): string | undefined {
    this.#read.add(head);
    const words = this.#cell(head);
    return words === '' || this.mapping.unknown.includes(words) ? undefined : words;
  }

  /** A whole number of zero or more; anything else stays unread. */
  count(field: string): number | undefined {
    const words = this.text(field);
    if (words === undefined) return undefined;
    if (/^\d{1,9}(?:\.0{1,2})?$/.test(words)) return Number(words);
    // In a whole number, a sign before three digits separates thousands.
    if (/^\d{1,3}(?:([.,’'\u00A0\u202F ])\d{3})(?:\1\d{3})?$/.test(words))
      return Number(words.replace(/\D/g, ''));
    this.#unread(field);
    return undefined;
  }

  degrees(field: string, most: number): number | undefined {
    const words = this.text(field)?.replace(',', '.');
    if (words === undefined) return undefined;
    const value = /^-?\d{1,3}(?:\.\d{1,15})?$/.test(words) ? Number(words) : Number.NaN;
    if (Math.abs(value) <= most) return value;
    this.#unread(field);
    return undefined;
  }

  date(field: string): string | undefined {
    const words = this.text(field);
    if (words === undefined) return undefined;
    const date = dateOf(words, this.mapping.dates);
    if (date === undefined) this.#unread(field);
    return date;
  }

  /** Marks a field as unread: what was read had no place. */
  #unread(field: string): void {
    const head = this.mapping.columns[field];
    if (head !== undefined) this.#read.delete(head);
  }

  giveBack(field: string): void {
    this.#unread(field);
  }

  at(head?: string): string {
    return `row ${this.number}${head === undefined ? '' : `, column "${shown(head)}"`}`;
  }

  #cell(head: string): string {
    return (this.cells[this.heads.indexOf(head)] ?? '').trim();
  }

  unread(): readonly Loss[] {
    return this.heads.flatMap((head): Loss[] => {
      const words = this.#cell(head);
      if (this.#read.has(head) || words === '' || this.mapping.unknown.includes(words)) return [];
      const isMapped = Object.values(this.mapping.columns).includes(head);
      const why = isMapped
        ? 'It cannot be read as what the mapping says it is.'
        : 'The mapping has no place for this column.';
      return [
        { at: this.at(head), what: `column "${shown(head)}"`, why, degree: 'dropped', value: shown(words) },
      ];
    });
  }
}

export function rowsOf({ heads, rows }: Table, mapping: TableMapping): readonly Row[] {
  return rows.map((cells, index) => new Row(heads, cells, index + 2, mapping));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as tables write it: EDTF, possibly with a time of day (which is left out), in words ("22 March 2024",
 * "March 2024"), with dots (day first, as is usual with dots), as spreadsheets store it (45373, 22-Mar-24), in
 * eight digits, or with slashes if the mapping says the order or only one order is a date.
 */
export function dateOf(words: string, order?: TableMapping['dates']): string | undefined {
  const text = words.replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  if (parseEdtf(text)) return text;
  const [, fullYear, inMonth, onDay] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (fullYear !== undefined) return known(fullYear, Number(inMonth), Number(onDay));
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) return ofSpreadsheet(Number(text));
  const [, day = '', name = '', written = ''] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d\d)$/.exec(text) ?? [];
  // Two-digit years as spreadsheets read them: 1930 to 2029.
  const year = written.length === 2 ? `${Number(written) < 30 ? 20 : 19}${written}` : written;
  if (written.length === 2 && day === '') return undefined; // "Mar 24" may be a day of March
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month > 0) return known(year, month, day === '' ? undefined : Number(day));
  const [, first = '', sign = '', second = '', inYear = ''] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (inYear === '') return undefined;
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = sign === '.' || order === 'day-first' || (order === undefined && a > 12);
  const monthFirst = !dayFirst && (order === 'month-first' || (order === undefined && b > 12) || a === b);
  if (dayFirst) return known(inYear, b, a);
  return monthFirst ? known(inYear, a, b) : undefined;
}

/**
 * A spreadsheet's day number: 45373 is 22 March 2024 (days since 30 December 1899). Numbers below 20000, in
 * 1954, are not taken for dates.
 */
function ofSpreadsheet(days: number): string | undefined {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
  return parseEdtf(date) ? date : undefined;
}

function known(year: string, month: number, day: number | undefined): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  return parseEdtf(date) ? date : undefined;
}

/** The incident type for the words of a cell; `undefined` if the mapping has none. */
export function typeOf(words: string | undefined, { types }: TableMapping): Incident['type'] | undefined {
  return words !== undefined && Object.hasOwn(types, words) ? types[words] : undefined;
}
