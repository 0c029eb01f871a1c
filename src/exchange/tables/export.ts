import { csvText } from '../../model/csv.ts';
import { isRecord } from '../../model/json.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../interfaces.ts';
import { joinProse } from '../kit/text.ts';
import { refusal } from '../source.ts';
import { isProse } from './own-list.ts';

/**
 * Collections in order of preference: the first that the assessment has becomes the table if the user names
 * none.
 */
const FIRST: readonly string[] = ['incidents', 'judgments', 'evidence', 'actors', 'sources'];

/**
 * One collection as a table: a row for each entry, a column for each property; columns of nested properties are
 * named by their path.
 */
export const csvExporter: Exporter = {
  id: 'csv',
  label: 'a table (CSV)',
  options: { collection: 'which list becomes the table (incidents, judgments, evidence …)' },
  export: exportTable,
};

function exportTable({ assessment, options }: ExportInput): Exported {
  const collections = Object.entries(assessment).filter(
    (entry): entry is [string, readonly Readonly<Record<string, unknown>>[]] =>
      Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every(isRecord),
  );
  const names = collections.map(([name]) => name);
  const chosen = options.collection ?? FIRST.find((name) => names.includes(name));
  const [, entries] = collections.find(([name]) => name === chosen) ?? [];
  if (chosen === undefined || entries === undefined) {
    const message =
      chosen === undefined
        ? 'The assessment has no list that could be a table.'
        : `The assessment has no list \`${chosen}\`.`;
    const help = names.length > 0 ? `It has ${names.join(', ')}.` : 'Nothing is written.';
    return { files: [], losses: [], remarks: [refusal('no-such-collection', '', message, help)] };
  }
  const losses: Loss[] = Object.keys(assessment)
    .filter((key) => key !== chosen && !['id', 'title', '$schema', 'schemaVersion', 'form'].includes(key))
    .map((key) => ({ at: `/${key}`, what: key, why: 'The table is of one list.', degree: 'dropped' }));
  for (const [index, entry] of entries.entries()) {
    for (const [path, cell] of cellsOf(entry, '', (at) => isProse(chosen, at))) {
      if (cell !== '') continue;
      const at = toPointer([chosen, index, ...path.split('.')]);
      const why = 'A table cannot tell it from nothing.';
      losses.push({ at, what: 'empty text or list', why, degree: 'dropped' });
    }
  }
  return {
    files: [
      {
        name: `${assessment.id}.${chosen}.csv`,
        content: tableText(entries, (path) => isProse(chosen, path)),
      },
    ],
    losses,
    remarks: [],
  };
}

/** Entries as CSV. */
export function tableText(
  entries: readonly Readonly<Record<string, unknown>>[],
  isText: (path: string) => boolean = () => true,
): string {
  const rows = entries.map((entry) => new Map(cellsOf(entry, '', isText)));
  const heads = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return csvText([heads, ...rows.map((row) => heads.map((head) => row.get(head) ?? ''))]);
}

function cellsOf(
  value: Readonly<Record<string, unknown>>,
  path: string,
  isText: (path: string) => boolean,
): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (isRecord(inner)) return cellsOf(inner, at, isText);
    if (!Array.isArray(inner)) return [[at, inner === undefined || inner === null ? '' : String(inner)]];
    if (inner.every((one) => typeof one === 'string')) {
      const isList = inner.every((one) => /^[a-z0-9-]+$/.test(one));
      if (isList || isText(at)) return [[at, isList ? inner.join('; ') : joinProse(inner)]];
    }
    // A nested list of objects stays JSON: a table has no place for it.
    return [[at, JSON.stringify(inner)]];
  });
}
