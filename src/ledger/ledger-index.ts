import { dirname, join } from 'node:path';
import { type Cache, getCached, keyOf, putCached } from '../cache/cache.ts';
import { areUnchanged, type FileStates, observeReading } from '../cache/file-state.ts';
import { hashOf } from '../cache/store.ts';
import type { Effects } from '../project/effects.ts';
import { type InputFile, registerNames } from '../project/inputs.ts';
import { previousFile } from '../project/named/previous-file.ts';
import { editionColumns } from './columns/edition.ts';
import { type Cells, type Row, type TableName, tableNames, type Value } from './columns.ts';
import type { LedgerRows } from './lineages.ts';
import { type PackedColumn, packColumn, unpackValue } from './packed-columns.ts';
import type { NamedPrevious } from './read-ledger.ts';
import { tables } from './tables.ts';

/** The part of a cached ledger that all columns depend on. */
interface CachedLedger {
  /** Previous editions that are not files of the folder: in git they may have changed. */
  readonly outside: readonly NamedPrevious[];
  /** How many rows each table has. */
  readonly sizes: Readonly<Record<TableName, number>>;
}

/**
 * The state of a ledger's files when it was last queried: while they are in the same state, none of them is
 * read.
 */
interface Seen extends FileStates {
  /** Paths of other files it depends on: registers, configuration, and files named there. */
  readonly others: readonly string[];
  /** Of the ledger. */
  readonly key: string;
}

/** Name of the column with each row's edition index. */
const EDITION = 'edition of the row';
/**
 * Name under which the columns of editions are cached, as the columns of tables are under the tables' names.
 */
const EDITIONS = 'editions';

/**
 * The ledger as cached by an earlier run, one column at a time: answering reads no assessment, and only the
 * columns that are queried and shown.
 */
export class LedgerIndex {
  readonly #cache: Cache;
  readonly #effects: Effects;
  readonly #key: string;

  private constructor(cache: Cache, effects: Effects, key: string) {
    this.#cache = cache;
    this.#effects = effects;
    this.#key = key;
  }

  /** The key depends on every file, the registers and the configuration by their bytes. */
  static async open(inputs: readonly InputFile[], cache: Cache, effects: Effects): Promise<LedgerIndex> {
    const paths = inputs.map(({ path }) => path);
    const seenKey = keyOf(cache, 'ledger seen', effects.projectFolder, hashOf(paths.join('\n')));
    const seen = getCached(cache, seenKey) as Seen | undefined; // checked against its hash: we wrote it
    if (seen && areUnchanged([...paths, ...seen.others], seen)) {
      return new LedgerIndex(cache, effects, seen.key);
    }
    const finishReading = observeReading(paths);
    const { keyOfLedger } = await import('./ledger-key.ts');
    const { key, requested } = await keyOfLedger(inputs, cache, effects);
    const folders = new Set(paths.map((path) => dirname(path)));
    const registers = [...folders].flatMap((folder) => registerNames.map((name) => join(folder, name)));
    const own = new Set(paths);
    const others = [...new Set([...requested, ...registers])].filter((path) => !own.has(path));
    const read = finishReading(others);
    if (read) putCached(cache, seenKey, { ...read, others, key } satisfies Seen);
    return new LedgerIndex(cache, effects, key);
  }

  /** Rows of one table; `undefined` if nothing is cached for these files. */
  async get(): Promise<((table: TableName) => readonly Row[]) | undefined> {
    const known = getCached(this.#cache, this.#key) as CachedLedger | undefined; // checked against its hash: we wrote it
    if (!known) return undefined;
    for (const { input, reference, hash } of known.outside) {
      const found = await previousFile(reference, input, this.#effects);
      if ((typeof found === 'object' ? hashOf(found.bytes) : undefined) !== hash) return undefined;
    }
    const editions = new CachedEditions(this.#columnsOf(EDITIONS, editionColumns));
    return (table) => {
      const columns = this.#columnsOf(table, [...tables[table].columns, { name: EDITION }]);
      const editionOf = columns(EDITION);
      const rows = new CachedTable(columns, editions, (row) =>
        Number(editionOf && unpackValue(editionOf, row)),
      );
      return Array.from({ length: known.sizes[table] }, (_, row) => new CachedRow(rows, row));
    };
  }

  /** The columns of a table, each loaded on first use; `undefined` for an unknown column. */
  #columnsOf(table: string, columns: readonly { readonly name: string }[]): Columns {
    const own = new Set(columns.map(({ name }) => name));
    const read = new Map<string, PackedColumn | undefined>();
    return (name) => {
      const known = read.get(name);
      if (known || read.has(name)) return known;
      const cached = own.has(name) ? getCached(this.#cache, this.#keyOf(table, name)) : undefined;
      read.set(name, cached as PackedColumn | undefined); // checked against its hash: we wrote it
      return read.get(name);
    };
  }

  put(rows: LedgerRows, outside: readonly NamedPrevious[]): void {
    const editions = [...new Set(tableNames.flatMap((table) => rows[table].map(({ edition }) => edition)))];
    const numbers = new Map(editions.map((edition, index) => [edition, index]));
    const keep = (table: string, name: string, values: readonly Value[]) =>
      putCached(this.#cache, this.#keyOf(table, name), packColumn(values));
    const apart = new Set(editionColumns.map(({ name }) => name));
    for (const name of apart)
      keep(
        EDITIONS,
        name,
        editions.map((edition) => edition[name]),
      );
    for (const table of tableNames) {
      keep(
        table,
        EDITION,
        rows[table].map(({ edition }) => numbers.get(edition)),
      );
      for (const { name, onDay } of tables[table].columns) {
        if (onDay || apart.has(name)) continue;
        keep(
          table,
          name,
          rows[table].map((row) => row.value(name)),
        );
      }
    }
    const sizes = Object.fromEntries(tableNames.map((table) => [table, rows[table].length]));
    putCached(this.#cache, this.#key, { outside, sizes });
    this.#cache.store.close();
  }

  #keyOf(table: string, column: string): string {
    return keyOf(this.#cache, this.#key, table, column);
  }
}

type Columns = (name: string) => PackedColumn | undefined;

/** Editions, each assembled when a whole one is needed. */
class CachedEditions {
  readonly #columns: Columns;
  readonly #whole = new Map<number, Cells>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  value(edition: number, name: string): Value {
    const column = this.#columns(name);
    return column && unpackValue(column, edition);
  }

  whole(edition: number): Cells {
    const known = this.#whole.get(edition);
    if (known) return known;
    const cells = editionColumns.map(({ name }) => [name, this.value(edition, name)] as const);
    const made = Object.fromEntries(cells.filter(([, value]) => value !== undefined));
    this.#whole.set(edition, made);
    return made;
  }
}

class CachedTable {
  readonly #columns: Columns;
  readonly editions: CachedEditions;
  readonly editionOf: (row: number) => number;

  constructor(columns: Columns, editions: CachedEditions, editionOf: (row: number) => number) {
    this.#columns = columns;
    this.editions = editions;
    this.editionOf = editionOf;
  }

  value(row: number, name: string): Value {
    const column = this.#columns(name);
    const own = column && unpackValue(column, row);
    return own ?? this.editions.value(this.editionOf(row), name);
  }
}

class CachedRow implements Row {
  readonly #table: CachedTable;
  readonly #number: number;

  constructor(table: CachedTable, number: number) {
    this.#table = table;
    this.#number = number;
  }

  get edition(): Cells {
    return this.#table.editions.whole(this.#table.editionOf(this.#number));
  }

  value(column: string): Value {
    return this.#table.value(this.#number, column);
  }
}
