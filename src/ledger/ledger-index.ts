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
    for (const input of inputs) {
      files.push([input.shown, await stamps.hashOf(input.path), await ground.of(input)]);
    }
    stamps.close();
    return new LedgerIndex(cache, effects, keyOf(cache, 'ledger of', files));
  }

  /** Rows of one table; `undefined` where nothing is kept of these files. */
  async get(): Promise<((table: TableName) => readonly Row[]) | undefined> {
    const known = getCached(this.#cache, this.#key) as CachedLedger | undefined; // checked against its hash: we wrote it
    if (!known) return undefined;
    for (const { input, reference, hash } of known.outside) {
      const found = await previousFile(reference, input, this.#effects);
      if ((typeof found === 'object' ? hashOf(found.bytes) : undefined) !== hash) return undefined;
    }
    const columns = new Map<string, readonly (Value | null)[] | undefined>();
    const column = (table: TableName, name: string) => {
      const key = this.#keyOf(table, name);
      if (!columns.has(key)) columns.set(key, getCached(this.#cache, key) as (Value | null)[] | undefined);
      return columns.get(key);
    };
    const own = new Set(
      tableNames.flatMap((table) => tables[table].columns.map(({ name }) => `${table}/${name}`)),
    );
    return (table) =>
      known.editionOf[table].map((number, index): Row => {
        const edition = known.editions[number] ?? {};
        return {
          edition,
          value: (name) =>
            (own.has(`${table}/${name}`) ? column(table, name)?.[index] : undefined) ?? edition[name],
        };
      });
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
