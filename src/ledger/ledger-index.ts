import { dirname } from 'node:path';
import { type Cache, getCached, keyOf, putCached } from '../cache/cache.ts';
import { Ground } from '../cache/ground.ts';
import { Stamps } from '../cache/stamps.ts';
import { hashOf } from '../cache/store.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import { previousFile } from '../project/named/previous-file.ts';
import { type Cells, type Row, type TableName, tableNames, type Value } from './columns.ts';
import { editionColumns } from './edition.ts';
import type { LedgerRows } from './lineages.ts';
import { type NamedPrevious, withoutDay } from './read-ledger.ts';
import { tables } from './tables.ts';

/** What all columns of the ledger stand on. */
interface CachedLedger {
  /** Editions before that are no file of the folder: git may say something else of them now. */
  readonly outside: readonly NamedPrevious[];
  readonly editions: readonly Cells[];
  /** For each row of a table, the number of its edition. */
  readonly editionOf: Readonly<Record<TableName, readonly number[]>>;
}

/**
 * The whole ledger as an earlier run has left it, one column at a time: an answer reads no assessment, and only the columns that
 * it asks for and shows.
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

  /** The key holds every file, the registers and the configuration by their bytes. */
  static async open(inputs: readonly InputFile[], cache: Cache, effects: Effects): Promise<LedgerIndex> {
    const stamps = new Stamps(cache, effects);
    const ground = withoutDay(new Ground(effects, stamps));
    const files: unknown[] = [];
    const folders = new Map<string, readonly unknown[]>(); // all files of one stand on the same
    for (const input of inputs) {
      const folder = dirname(input.path);
      if (!folders.has(folder)) folders.set(folder, await ground.of(input));
      files.push([input.shown, await stamps.hashOf(input.path)]);
    }
    stamps.close();
    return new LedgerIndex(cache, effects, keyOf(cache, 'ledger of', files, [...folders]));
  }

  /** Rows of one table; `undefined` where nothing is kept of these files. */
  async get(): Promise<((table: TableName) => readonly Row[]) | undefined> {
    const known = getCached(this.#cache, this.#key) as CachedLedger | undefined; // checked against its hash: we wrote it
    if (!known) return undefined;
    for (const { input, reference, hash } of known.outside) {
      const found = await previousFile(reference, input, this.#effects);
      if ((typeof found === 'object' ? hashOf(found.bytes) : undefined) !== hash) return undefined;
    }
    return (table) => {
      const columns = this.#columnsOf(table);
      return known.editionOf[table].map((number, index): Row => {
        const edition = known.editions[number] ?? {};
        return { edition, value: (name) => columns(name)?.[index] ?? edition[name] };
      });
    };
  }

  /** The columns of a table, each read when it is first asked for; `undefined` for one that the table does not have. */
  #columnsOf(table: TableName): (name: string) => readonly (Value | null)[] | undefined {
    const own = new Set(tables[table].columns.map(({ name }) => name));
    const read = new Map<string, readonly (Value | null)[] | undefined>();
    return (name) => {
      if (!read.has(name)) {
        const cached = own.has(name) ? getCached(this.#cache, this.#keyOf(table, name)) : undefined;
        read.set(name, cached as (Value | null)[] | undefined); // checked against its hash: we wrote it
      }
      return read.get(name);
    };
  }

  put(rows: LedgerRows, outside: readonly NamedPrevious[]): void {
    const editions = [...new Set(tableNames.flatMap((table) => rows[table].map(({ edition }) => edition)))];
    const numbers = new Map(editions.map((edition, index) => [edition, index]));
    const editionOf = tableNames.map((table) => [
      table,
      rows[table].map(({ edition }) => numbers.get(edition) ?? 0),
    ]);
    const apart = new Set(editionColumns.map(({ name }) => name));
    for (const table of tableNames) {
      for (const { name, onDay } of tables[table].columns) {
        if (onDay || apart.has(name)) continue;
        putCached(
          this.#cache,
          this.#keyOf(table, name),
          rows[table].map((row) => row.value(name) ?? null),
        );
      }
    }
    const whole: CachedLedger = {
      outside,
      editions,
      editionOf: Object.fromEntries(editionOf) as CachedLedger['editionOf'],
    };
    putCached(this.#cache, this.#key, whole);
    this.#cache.store.close();
  }

  #keyOf(table: TableName, column: string): string {
    return keyOf(this.#cache, this.#key, table, column);
  }
}
