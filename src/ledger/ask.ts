import { cellText } from '../model/csv.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import { editionColumns } from './columns/edition.ts';
import {
  type Column,
  isDate,
  isList,
  orderOf,
  type Row,
  rankIn,
  type TableName,
  type Value,
  valueIn,
  valueText,
} from './columns.ts';
import { readQuery } from './query.ts';
import { tables } from './tables.ts';
import type { Ledger } from './types.ts';

export interface Question {
  readonly of: TableName;
  /** See `query.ts`; all rows if left out. */
  readonly query?: string;
  /** Only current editions if left out. */
  readonly editions?: 'current' | 'all';
  /** A column, with `:desc` for descending order. */
  readonly sort?: string;
  /** Columns to show; by default those of the table. */
  readonly columns?: readonly string[];
}

export interface Answer {
  readonly of: TableName;
  /** `YYYY-MM-DD`: decides what is overdue. */
  readonly today: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Suggestion for a word in a query without results. */
  readonly hint?: string;
}

/** The columns of a table that can be queried and shown. */
export function columnsOf(table: TableName): readonly Column[] {
  return [...editionColumns, ...tables[table].columns].filter(({ hidden }) => !hidden);
}

/** Answers a question. Throws UsageFault for a question that cannot be parsed. */
export function ask(ledger: Ledger, question: Question, today: string): Answer {
  const { of, query = '', editions = 'current', sort } = question;
  const table = tables[of];
  const read = readQuery(query, table, () => ledger.rows(of));
  const order = sort === undefined ? undefined : sorting(sort, of);
  const columns = question.columns?.map((name) => columnNamed(name, of)) ?? columnsOf(of);
  const found = ledger
    .rows(of)
    .filter((row) => (editions === 'all' || row.value('current') === true) && read.matches(row, today));
  const rows = order ? sorted(found, order, today) : found;
  const hint = rows.length === 0 ? meantFlag(read.words, of) : undefined;
  return { of, today, columns, rows, ...(hint !== undefined && { hint }) };
}

/** The value of each column, by name: dates as in the file, nothing for missing values. */
export function rowAsData({ columns, today }: Pick<Answer, 'columns' | 'today'>, row: Row) {
  const entries = columns.map((column) => {
    const value = valueIn(row, column, today);
    const data = isDate(value) ? value.text : value;
    return [column.name, data ?? (column.kind === 'list' ? [] : undefined)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The same as text, for a table. Of a list, `most` members are named, and the rest are counted. */
export function rowAsText(
  { columns, today }: Pick<Answer, 'columns' | 'today'>,
  row: Row,
  most = Number.POSITIVE_INFINITY,
): Readonly<Record<string, string>> {
  const textOf = (value: Value) =>
    isList(value) && value.length > most
      ? `${value.slice(0, most).join('; ')} +${value.length - most}`
      : valueText(value);
  return Object.fromEntries(columns.map((column) => [column.name, textOf(valueIn(row, column, today))]));
}

/** Rows as CSV (RFC 4180), with cells protected against being read as formulas. */
export function answerCsv(answer: Answer): string {
  const names = answer.columns.map(({ name }) => name);
  const lines = answer.rows.map((row) => {
    const texts = rowAsText(answer, row);
    return names.map((name) => cellText(texts[name] ?? '')).join(',');
  });
  return `${[names.join(','), ...lines].join('\r\n')}\r\n`;
}

function columnNamed(name: string, table: TableName): Column {
  const columns = columnsOf(table);
  const column = columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (column) return column;
  const names = columns.map((one) => one.name);
  const meant = nearest(name, names);
  throw new UsageFault(
    `${table} have no column ${name}. ${meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}

interface Sorting {
  readonly column: Column;
  readonly isDown: boolean;
}

function sorting(text: string, table: TableName): Sorting {
  const [name = '', direction] = text.split(':');
  if (direction !== undefined && direction !== 'asc' && direction !== 'desc') {
    throw new UsageFault(`Sort by \`${name}\`, \`${name}:asc\` or \`${name}:desc\`.`);
  }
  return { column: columnNamed(name, table), isDown: direction === 'desc' };
}

/** Empty values come last in either direction. */
function sorted(rows: readonly Row[], { column, isDown }: Sorting, today: string): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(valueIn(row, column, today), orderOf(row, column)) }));
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined);
      const order = a.key < b.key ? -1 : Number(a.key > b.key);
      return isDown ? -order : order;
    })
    .map(({ row }) => row);
}

function keyOf(value: Value, order: readonly string[] | undefined): string | number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (isDate(value)) return value.earliest ?? value.latest;
  if (isList(value)) return value.length;
  if (!order) return value;
  const rank = rankIn(order, value);
  return rank < 0 ? undefined : rank;
}

function meantFlag(words: readonly string[], table: TableName): string | undefined {
  const flags = columnsOf(table)
    .filter(({ kind }) => kind === 'flag')
    .map(({ name }) => name);
  for (const word of words) {
    const meant = nearest(word, flags);
    if (meant !== undefined) return `\`${word}\` was looked for as a word. Did you mean ${meant}?`;
  }
  return undefined;
}
