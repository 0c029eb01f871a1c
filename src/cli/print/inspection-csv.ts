import { csvText } from '../../model/csv.ts';

/** Properties that name an entry of a list. */
const NAMES: readonly string[] = ['id', 'incident', 'evidence', 'by'];

/**
 * Everything computed from assessments as one table: `assessment, part, entry, property, value`, one row for
 * each value, suitable for a pivot table. Entries of nested lists are numbered from 1.
 */
export function inspectionCsv(inspections: readonly { readonly id: string }[]): string {
  const rows = inspections.flatMap((inspection) =>
    Object.entries(inspection).flatMap(([part, value]) =>
      part === 'id' ? [] : rowsOf(value, part).map((row) => [inspection.id, ...row]),
    ),
  );
  return csvText([['assessment', 'part', 'entry', 'property', 'value'], ...rows]);
}

type Row = readonly [part: string, entry: string, property: string, value: string];

function rowsOf(value: unknown, part: string): Row[] {
  if (!Array.isArray(value)) return valuesOf(value, '').map(([property, text]) => [part, '', property, text]);
  return value.flatMap((item, index) => {
    const entry = `${NAMES.map((name) => item?.[name]).find((name) => typeof name === 'string') ?? index + 1}`;
    return valuesOf(item, '').map(([property, text]): Row => [part, entry, property, text]);
  });
}

function valuesOf(value: unknown, path: string): [property: string, text: string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => valuesOf(inner, path === '' ? key : `${path}.${key}`));
}
