import { isSameFormer } from '../cache/former.ts';
import { Ground } from '../cache/ground.ts';
import { type Kept, keep, keyOf, recall } from '../cache/kept.ts';
import { Stamps } from '../cache/stamps.ts';
import type { Effects } from '../project/effects.ts';
import { formerFile } from '../project/former-file.ts';
import type { InputFile } from '../project/inputs.ts';
import { type Cells, type Row, type TableName, tableNames, type Value } from './columns.ts';
import { editionColumns } from './edition.ts';
import type { LedgerRows } from './lineages.ts';
import type { FormerOf } from './read-ledger.ts';
import { tables } from './tables.ts';

/** What all columns of the ledger stand on. */
interface KeptLedger {
  /** Editions before that are no file of the folder: git may say something else of them now. */
  readonly formers: readonly FormerOf[];
  readonly editions: readonly Cells[];
  /** For each row of a table, the number of its edition. */
  readonly editionOf: Readonly<Record<TableName, readonly number[]>>;
}

/**
 * The whole ledger as an earlier run has left it, one column at a time: an answer reads no assessment, and only the columns that
 * it asks for and shows.
 */
export class LedgerIndex {
  readonly #kept: Kept;
  readonly #effects: Effects;
  readonly #key: string;

  private constructor(kept: Kept, effects: Effects, key: string) {
    this.#kept = kept;
    this.#effects = effects;
    this.#key = key;
  }

  /** The key holds every file, the registers and the configuration by their bytes. */
  static async open(inputs: readonly InputFile[], kept: Kept, effects: Effects): Promise<LedgerIndex> {
    const stamps = new Stamps(kept, effects);
    const ground = new Ground(effects, (path) => stamps.hashOf(path));
    const files: unknown[] = [];
    for (const input of inputs) {
      const [, ...standsOn] = await ground.of(input);
      files.push([input.shown, await stamps.hashOf(input.path), standsOn]);
    }
    stamps.close();
    return new LedgerIndex(kept, effects, keyOf(kept, 'ledger of', files));
  }

  /** Rows of one table; `undefined` where nothing is kept of these files. */
  async recall(): Promise<((table: TableName) => readonly Row[]) | undefined> {
    const known = recall(this.#kept, this.#key) as KeptLedger | undefined; // checked against its hash: we wrote it
    if (!known) return undefined;
    for (const { input, former } of known.formers) {
      const fetch = (reference: string) => formerFile(reference, input, this.#effects);
      if (!(await isSameFormer(former, fetch))) return undefined;
    }
    const columns = new Map<string, readonly (Value | null)[] | undefined>();
    const column = (table: TableName, name: string) => {
      const key = this.#keyOf(table, name);
      if (!columns.has(key)) columns.set(key, recall(this.#kept, key) as (Value | null)[] | undefined);
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

  keep(rows: LedgerRows, formers: readonly FormerOf[]): void {
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
        keep(
          this.#kept,
          this.#keyOf(table, name),
          rows[table].map((row) => row.value(name) ?? null),
        );
      }
    }
    const whole: KeptLedger = {
      formers,
      editions,
      editionOf: Object.fromEntries(editionOf) as KeptLedger['editionOf'],
    };
    keep(this.#kept, this.#key, whole);
    this.#kept.store.close();
  }

  #keyOf(table: TableName, column: string): string {
    return keyOf(this.#kept, this.#key, table, column);
  }
}
