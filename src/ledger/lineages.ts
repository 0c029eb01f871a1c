import type { Cells, Row, TableName } from './columns.ts';
import { tableNames } from './columns.ts';
import type { EditionRecord } from './read-ledger.ts';

/** All rows, each edition's after those of its previous edition. */
export type LedgerRows = Readonly<Record<TableName, readonly Row[]>>;

/** Joins editions into lineages, and records for each judgment whether the next edition still has it. */
export function joinEditions(records: readonly EditionRecord[]): LedgerRows {
  const byHash = new Map(records.map((record) => [record.hash, record]));
  const after = new Map<string, EditionRecord>();
  for (const record of records) {
    // If two editions replace the same one, the first in file order continues its lineage.
    const before = record.previous?.hash;
    if (before !== undefined && byHash.has(before) && !after.has(before)) after.set(before, record);
  }
  const rows = Object.fromEntries(tableNames.map((name) => [name, [] as Row[]])) as Record<TableName, Row[]>;
  const joined = new Set<EditionRecord>();
  const heads = records.filter(({ hash }) => !after.has(hash));
  // Editions that form a cycle have no first one: each starts its own lineage.
  for (const head of [...heads, ...records]) {
    const lineage = lineageOf(head, byHash, after, joined);
    addLineage(lineage, rows);
  }
  return rows;
}

/** The editions leading to one, the earliest first; without those already in another lineage. */
function lineageOf(
  head: EditionRecord,
  byHash: ReadonlyMap<string, EditionRecord>,
  after: ReadonlyMap<string, EditionRecord>,
  joined: Set<EditionRecord>,
): EditionRecord[] {
  const lineage: EditionRecord[] = [];
  let record: EditionRecord | undefined = head;
  while (record && !joined.has(record)) {
    joined.add(record);
    lineage.unshift(record);
    const before: EditionRecord | undefined = byHash.get(record.previous?.hash ?? '');
    record = before && after.get(before.hash) === record ? before : undefined;
  }
  return lineage;
}

function addLineage(lineage: readonly EditionRecord[], rows: Record<TableName, Row[]>): void {
  const name = String(lineage.at(-1)?.cells.assessment ?? '');
  let threads = new Map<string, string>();
  for (const [index, record] of lineage.entries()) {
    const next = lineage[index + 1];
    const edition: Cells = {
      ...record.cells,
      lineage: name,
      current: !next && record.cells.status !== 'superseded',
    };
    threads = new Map(
      record.tables.judgments.map(({ id }) => {
        const renamed = record.renamed.find(([, now]) => now === id)?.[0];
        const isOther = record.withdrawn.includes(String(id)) || record.renamed.some(([was]) => was === id);
        const before = renamed ?? (isOther ? '' : String(id));
        return [String(id), threads.get(before) ?? `${name}/${index}/${String(id)}`];
      }),
    );
    for (const table of tableNames) {
      for (const cells of record.tables[table]) {
        const id = String(cells.id);
        const own =
          table === 'judgments'
            ? { ...cells, thread: threads.get(id), withdrawn: next?.withdrawn.includes(id) ?? false }
            : cells;
        rows[table].push(rowOf(edition, own));
      }
    }
  }
}

function rowOf(edition: Cells, cells: Cells): Row {
  return { edition, value: (column) => cells[column] ?? edition[column] };
}
