import type { Value } from './columns.ts';

/** A column as it is cached: its different values, and for each row the number of its own; or one value a row. */
export type KeptColumn =
  | { readonly different: readonly (Value | null)[]; readonly of: readonly number[] }
  | readonly (Value | null)[];

/** Most columns repeat a few values: these are written, read and held once. */
export function keptColumn(values: readonly Value[]): KeptColumn {
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

/** The value of a row, by its number. */
export function keptValue(column: KeptColumn, row: number): Value {
  const value = 'different' in column ? column.different[column.of[row] ?? -1] : column[row];
  return value ?? undefined;
}
