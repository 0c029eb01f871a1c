import { releaseOf } from '../build/build-steps.ts';
import { isSameFormer } from '../cache/former.ts';
import { Ground } from '../cache/ground.ts';
import { type Kept, keep, keyOf, recall } from '../cache/kept.ts';
import { Stamps } from '../cache/stamps.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { formerFile } from '../project/former-file.ts';
import { Forms } from '../project/forms.ts';
import { findInputs, type InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import { type Cells, type Row, type TableName, tableNames } from './columns.ts';
import { joinEditions, type LedgerRows } from './lineages.ts';
import { EditionReader, type EditionRecord, type FormerOf, recordOf } from './read-ledger.ts';

export interface LedgerOptions {
  /** Ids, files or folders; all of `assessments/` when none is named. */
  readonly named?: readonly string[];
  /** What earlier runs found. */
  readonly kept?: Kept | undefined;
  /** Leaves out what is marked above this label, as a release does; earlier editions are then no part of the ledger. */
  readonly release?: Marking;
}

/** Every judgment, source, item of evidence, actor, incident, gap, indicator and recommendation of some assessments. */
export interface Ledger {
  /** Rows of one table, in the order of files and, within an assessment, of editions. */
  rows(table: TableName): readonly Row[];
  /** Why a file is not in the ledger. */
  readonly findings: readonly Finding[];
  /** How many assessments a release leaves out as a whole; never which. */
  readonly leftOut: number;
}

/** Reads the ledger of assessments. Throws UsageFault for what the user named wrong. */
export async function openLedger(effects: Effects, options: LedgerOptions = {}): Promise<Ledger> {
  const { named = [], kept, release } = options;
  const inputs = await findInputs(named, effects);
  if (release) return releasedLedger(inputs, release, effects);
  const index = kept && (await LedgerIndex.open(inputs, kept, effects));
  const known = await index?.recall();
  if (known) return known;
  const reader = new EditionReader(effects, kept);
  const records = await reader.readAll(inputs);
  const rows = joinEditions(records);
  // A file that cannot be read is told of each time: only a whole ledger is kept.
  if (reader.findings.length === 0) index?.keep(rows, reader.formers);
  return { rows: (table) => rows[table], findings: reader.findings, leftOut: 0 };
}

/** As the memos of a release are made: each is refused, or has nothing in it that is marked above. */
async function releasedLedger(
  inputs: readonly InputFile[],
  level: Marking,
  effects: Effects,
): Promise<Ledger> {
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const records: EditionRecord[] = [];
  let leftOut = 0;
  for (const input of inputs) {
    const read = await reader.read(input);
    const { assessment, former, findings } = releaseOf(read, level);
    if (!assessment || hasErrors(findings)) {
      leftOut += 1;
      continue;
    }
    const before = former && { former: { assessment: former.assessment, hash: '' } };
    records.push(
      recordOf(input.shown, { assessment, register: read.register, shown: input.shown, ...before }),
    );
  }
  const rows = joinEditions(records);
  return { rows: (table) => rows[table], findings: [], leftOut };
}

/** As a table is kept: its editions, and for each row the number of its edition and its cells. */
interface KeptTable {
  readonly editions: readonly Cells[];
  readonly rows: readonly (readonly [edition: number, cells: Cells])[];
}

/** The whole ledger as an earlier run has left it, one table at a time: an answer reads one table and no assessment. */
class LedgerIndex {
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

  async recall(): Promise<Ledger | undefined> {
    const formers = recall(this.#kept, this.#key) as readonly FormerOf[] | undefined;
    if (!formers) return undefined;
    for (const { input, former } of formers) {
      const fetch = (reference: string) => formerFile(reference, input, this.#effects);
      if (!(await isSameFormer(former, fetch))) return undefined;
    }
    if (!tableNames.every((table) => this.#kept.store.has(this.#keyOf(table)))) return undefined;
    const rows = new Map<TableName, readonly Row[]>();
    return {
      rows: (table) => {
        const known = rows.get(table) ?? this.#rows(table);
        rows.set(table, known);
        return known;
      },
      findings: [],
      leftOut: 0,
    };
  }

  keep(rows: LedgerRows, formers: readonly FormerOf[]): void {
    for (const table of tableNames) {
      const editions = [...new Set(rows[table].map(({ edition }) => edition))];
      const numbers = new Map(editions.map((edition, index) => [edition, index]));
      keep(this.#kept, this.#keyOf(table), {
        editions,
        rows: rows[table].map(({ edition, cells }) => [numbers.get(edition) ?? 0, cells] as const),
      } satisfies KeptTable);
    }
    keep(this.#kept, this.#key, formers);
    this.#kept.store.close();
  }

  #rows(table: TableName): Row[] {
    const known = recall(this.#kept, this.#keyOf(table)) as KeptTable | undefined; // checked against its hash: we wrote it
    return (known?.rows ?? []).map(([edition, cells]) => ({
      edition: known?.editions[edition] ?? {},
      cells,
    }));
  }

  #keyOf(table: TableName): string {
    return keyOf(this.#kept, this.#key, table);
  }
}
