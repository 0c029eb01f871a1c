import type { EdtfDate } from '../model/edtf.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';

/** A date of a row: as in the file (EDTF), with the first and last day it covers (ISO), if known. */
export type DateValue = Readonly<Pick<EdtfDate, 'text' | 'earliest' | 'latest'>>;

/** Value of a column; `undefined` if the file says nothing. */
export type Value = string | number | boolean | DateValue | readonly string[] | undefined;

export interface Column {
  /** Its name in queries and CSV files. */
  readonly name: string;
  /**
   * `text` is searched for words; `term` is one of a few words, compared as a whole; `list` has several values,
   * of which one has to match; `flag` is true or false.
   */
  readonly kind: 'text' | 'term' | 'list' | 'number' | 'date' | 'flag';
  /** A short description. */
  readonly about: string;
  /**
   * Terms from the least to the most, if they can be compared; terms with the same meaning are one entry,
   * separated by `
   * `.
   */
  readonly order?: readonly string[];
  /** The edition's column with the order, if its scale or scheme is not a shipped one. */
  readonly ownOrder?: string;
  /** Another column with the same meaning: names and aliases beside ids. It is not shown. */
  readonly also?: string;
  /** Only searched, not shown. */
  readonly hidden?: boolean;
  /** Computes a value that depends on the date (`YYYY-MM-DD`); it is not stored in rows. */
  readonly onDay?: (row: Row, today: string) => Value;
}

export type Cells = Readonly<Record<string, Value>>;

export const tableNames = [
  'judgments',
  'sources',
  'evidence',
  'actors',
  'incidents',
  'gaps',
  'indicators',
  'recommendations',
] as const;

export type TableName = (typeof tableNames)[number];

/** The table with a name from the user. Throws UsageFault, with a suggestion, if there is none. */
export function tableNamed(given: string): TableName {
  const found = tableNames.find((name) => name === given);
  if (found !== undefined) return found;
  const meant = nearest(given, tableNames);
  throw new UsageFault(
    `There is no table ${given}. ${meant === undefined ? `There are ${tableNames.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}

/** A row: an entry's values (the columns of its table), and its edition's values (`editionColumns`). */
export interface Row {
  /** Missing values have no property. */
  readonly edition: Cells;
  value(column: string): Value;
}

export function isDate(value: Value): value is DateValue {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** The value of a row in a column on a date, from the entry or its edition. */
export function valueIn(row: Row, { name, onDay }: Column, today: string): Value {
  return onDay ? onDay(row, today) : row.value(name);
}

/** The terms of a column from the least to the most, by the scale or scheme of the row's edition. */
export function orderOf(
  { edition }: Pick<Row, 'edition'>,
  { order, ownOrder }: Column,
): readonly string[] | undefined {
  const own = ownOrder === undefined ? undefined : edition[ownOrder];
  return isList(own) ? own : order;
}

/**
 * Index of a term in an order; -1 if it is not in it. A marking may have prefixes and caveats around its label.
 */
export function rankIn(order: readonly string[], term: string): number {
  const terms = order.map((entry) => entry.split('|').map(fold));
  const sought = fold(term);
  const exact = terms.findIndex((entry) => entry.includes(sought));
  if (exact >= 0) return exact;
  const length = (entry: readonly string[]) =>
    Math.max(0, ...entry.map((one) => (` ${sought} `.includes(` ${one} `) ? one.length : 0)));
  const longest = Math.max(0, ...terms.map(length));
  return longest === 0 ? -1 : terms.findIndex((entry) => length(entry) === longest);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** A value on one line, for CSV and terminals. */
export function valueText(value: Value): string {
  if (value === undefined) return '';
  if (isList(value)) return value.join('; ');
  if (isDate(value)) return value.text;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
