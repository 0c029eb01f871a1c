import type { Value } from './columns.ts';

/** A cached column: its distinct values, and for each row the index of its value; or one value a row. */
export type PackedColumn =
  | { readonly different: readonly (Value | null)[]; readonly of: readonly number[] }
  | readonly (Value | null)[];

/** Encodes a column: most columns repeat a few values, which are stored once. */
export function packColumn(values: readonly Value[]): PackedColumn {
  const numbers = new Map<string, number>();
  const different: (Value | null)[] = [];
  const of = values.map((value) => {
    const key = JSON.stringify(value ?? null);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, different.length);
    return different.push(value ?? null) - 1;
  });
  return different.length * 2 > values.length ? values.map((value) => value ?? null) : { different, of };
}

/** The value of a row, by its index. */
export function unpackValue(column: PackedColumn, row: number): Value {
  const value = 'different' in column ? column.different[column.of[row] ?? -1] : column[row];
  return value ?? undefined;
}
