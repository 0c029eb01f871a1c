import { compareText } from '../model/finding.ts';
import { editionColumns } from './columns/edition.ts';
import { type Column, isDate, isList, orderOf, type Row, type TableName, valueIn } from './columns.ts';
import { fold } from './fold.ts';
import { tables } from './tables.ts';

/** A completion at a place in a query. */
export interface QueryCompletion {
  /** The range it replaces: from here to `to`, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly QueryOption[];
}

export interface QueryOption {
  /** The inserted text. */
  readonly text: string;
  readonly kind: 'column' | 'flag' | 'value' | 'operator';
  /** What it means, or how many rows have it. */
  readonly about: string;
}

/** Most completions offered. */
const MAX_OPTIONS = 100;

/** Longest value offered: longer ones are sentences, not terms. */
const MAX_VALUE = 80;

const OPERATORS: readonly QueryOption[] = [
  { text: 'and', kind: 'operator', about: 'both' },
  { text: 'or', kind: 'operator', about: 'either' },
  { text: 'not', kind: 'operator', about: 'the others' },
];

/** A column, a comparison, the values before the last comma, and the beginning of the last value. */
const VALUE =
  /(?:^|[\s(-])([A-Za-z]+)\s*(?:!=|<=|>=|[:=<>])\s*(?:(?:"[^"]*"|[^\s()",]+)\s*,\s*)*("[^"]*|[^\s()",]*)$/;

/**
 * Completions at a place in a query on a table: columns and words of the grammar or, after a comparison, the
 * values in the rows, the most frequent first. Never throws: a query is parsed while it is typed.
 */
export function completeQuery(
  query: string,
  place: number,
  { of, rows, today }: { readonly of: TableName; readonly rows: readonly Row[]; readonly today: string },
): QueryCompletion {
  const before = query.slice(0, place);
  const columns = [...tables[of].columns, ...editionColumns].filter(({ hidden }) => !hidden);
  const [, name, typed = ''] = VALUE.exec(before) ?? [];
  if (name !== undefined) {
    const column = columns.find((one) => [name, `${name}s`].some((other) => isSame(one.name, other)));
    const options = column ? valuesOf(column, rows, today) : [];
    return { from: place - typed.length, to: place, options: fitting(options, typed.replace(/^"/, '')) };
  }
  const word = /[^\s()",-]*$/.exec(before)?.[0] ?? '';
  const rest = before.slice(0, before.length - word.length).trimEnd();
  // After a complete term an operator may follow; at the beginning only `not`.
  const isBegun = rest === '' || /(?:^|\s)(?:and|or|not)$|[(-]$/i.test(rest);
  const operators = OPERATORS.filter(({ text }) => !isBegun || (text === 'not' && !/not$/i.test(rest)));
  const names = columns.map(
    ({ name: column, kind, about }): QueryOption =>
      kind === 'flag' ? { text: column, kind: 'flag', about } : { text: `${column}:`, kind: 'column', about },
  );
  return { from: place - word.length, to: place, options: fitting([...names, ...operators], word) };
}

/** Options that begin with the typed text, then options with a word that does. */
function fitting(options: readonly QueryOption[], typed: string): readonly QueryOption[] {
  const sought = fold(typed);
  const found = options.filter(({ text }) => ` ${fold(text)}`.includes(` ${sought}`) || sought === '');
  const isBeginning = ({ text }: QueryOption) => fold(text).startsWith(sought);
  return [...found.filter(isBeginning), ...found.filter((one) => !isBeginning(one))].slice(0, MAX_OPTIONS);
}

function valuesOf(column: Column, rows: readonly Row[], today: string): readonly QueryOption[] {
  if (column.kind === 'flag')
    return ['yes', 'no'].map((text) => ({ text, kind: 'value', about: column.about }));
  const counts = new Map<string, number>();
  const count = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const row of rows) {
    const value = valueIn(row, column, today);
    if (isDate(value)) count(value.earliest?.slice(0, 4) ?? value.text);
    else if (isList(value)) for (const one of value) count(one);
    else if (value !== undefined && column.kind !== 'text') count(String(value));
  }
  const own = rows.map((row) => orderOf(row, column));
  const order = [...new Set(own.length > 0 ? own : [column.order])].flatMap((terms) =>
    (terms ?? []).flatMap((entry) => entry.split('|')),
  );
  const relative = column.kind === 'date' ? ['today', 'today+90d', 'today-1y'] : [];
  for (const text of [...order, ...relative]) if (!counts.has(text)) counts.set(text, 0);
  return [...counts]
    .filter(([text]) => text.length <= MAX_VALUE)
    .sort(([a, one], [b, other]) => other - one || compareText(a, b))
    .map(([text, rowCount]) => ({
      text: /[\s(),"]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text,
      kind: 'value',
      about: rowCount === 0 ? '' : `${rowCount} ${rowCount === 1 ? 'row' : 'rows'}`,
    }));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
