import type { EdtfDate } from '../model/edtf.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';

/** A date of a row: as the file has it (EDTF), with the first and the last day it covers (ISO), where they are known. */
export type DateValue = Readonly<Pick<EdtfDate, 'text' | 'earliest' | 'latest'>>;

/** What stands in a column; `undefined` where the file says nothing. */
export type Value = string | number | boolean | DateValue | readonly string[] | undefined;

export interface Column {
  /** As a query and a CSV file name it. */
  readonly name: string;
  /**
   * `text` is searched for words, `term` is one of a few words and compared whole, `list` holds several, of which one has
   * to fit; `flag` is true or false.
   */
  readonly kind: 'text' | 'term' | 'list' | 'number' | 'date' | 'flag';
  /** What it says, in a few words. */
  readonly about: string;
  /** Terms from the least to the most, where they can be compared; those that mean the same are one entry, parted by `|`. */
  readonly order?: readonly string[];
  /** The column of the edition that has the order, where its scale or scheme is not the one shipped. */
  readonly ownOrder?: string;
  /** Another column whose words mean the same: names and aliases beside ids. It is not shown. */
  readonly also?: string;
  /** Not shown: only searched. */
  readonly hidden?: boolean;
  /** What depends on the day (`YYYY-MM-DD`) is worked out when it is asked for; it stands in no row. */
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

/** The table of a name that a user gave. Throws UsageFault, with what was meant, where there is none. */
export function tableNamed(given: string): TableName {
  const found = tableNames.find((name) => name === given);
  if (found !== undefined) return found;
  const meant = nearest(given, tableNames);
  throw new UsageFault(
    `There is no table ${given}. ${meant === undefined ? `There are ${tableNames.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}

/** A row: what an entry says (the columns of its table), and what its edition says of itself (`editionColumns`). */
export interface Row {
  /** Columns that are not said are not there. */
  readonly edition: Cells;
  value(column: string): Value;
}

export function isDate(value: Value): value is DateValue {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** What a row has in a column on a day, whether it says it itself or its edition does. */
export function valueIn(row: Row, { name, onDay }: Column, today: string): Value {
  return onDay ? onDay(row, today) : row.value(name);
}

/** The terms of a column from the least to the most, by the scale or scheme of a row's edition. */
export function orderOf(
  { edition }: Pick<Row, 'edition'>,
  { order, ownOrder }: Column,
): readonly string[] | undefined {
  const own = ownOrder === undefined ? undefined : edition[ownOrder];
  return isList(own) ? own : order;
}

/** The place of a term in an order; -1 for none. A marking may have prefixes and caveats around its label. */
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

/** A value in one line, as CSV and a terminal show it. */
export function valueText(value: Value): string {
  if (value === undefined) return '';
  if (isList(value)) return value.join('; ');
  if (isDate(value)) return value.text;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
