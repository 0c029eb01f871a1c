import { dirname } from 'node:path';
import { type Former, formerOf, isSameFormer } from '../cache/former.ts';
import { Ground, readingHash } from '../cache/ground.ts';
import { type Kept, keep, keyOf, recall } from '../cache/kept.ts';
import { hashOf } from '../cache/store.ts';
import { emptyRegister } from '../derive/entities/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { type FormerFile, formerFile } from '../project/former-file.ts';
import type { InputFile } from '../project/inputs.ts';
import { loadSettings } from '../project/settings.ts';
import { loadBytes, readContext } from '../project/shared-context.ts';
import { validateAssessment } from '../validate/validate.ts';
import type { Cells, TableName } from './columns.ts';
import { isList, tableNames } from './columns.ts';
import { editionCells, readEdition } from './edition.ts';
import { tables } from './tables.ts';

/** What the ledger holds of one edition. All of it is data: it can be kept. */
export interface EditionRecord {
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly cells: Cells;
  readonly tables: Readonly<Record<TableName, readonly Cells[]>>;
  /** The edition before: SHA-256 of its file, where that could be read. */
  readonly before?: string;
  /** Ids of judgments that the edition before has and this one has not. */
  readonly withdrawn: readonly string[];
  /** Ids of judgments then and now, where they differ. */
  readonly renamed: readonly (readonly [before: string, now: string])[];
}

/** Longest line of editions that is followed backwards. */
const MAX_EDITIONS = 100;

/** Reads the editions of a folder. Only the form of a file is checked: what it says need not be sound to be asked. */
export class EditionReader {
  readonly #effects: Effects;
  readonly #kept: Kept | undefined;
  readonly #ground: Ground;
  readonly #registers = new Map<string, Promise<Register>>();
  readonly findings: Finding[] = [];
  /** What files name as the edition before them, as it was found, where no file of the folder is it. */
  formers: readonly FormerOf[] = [];
  readonly #named: (FormerOf & { readonly hash: string | undefined })[] = [];

  constructor(effects: Effects, kept?: Kept) {
    this.#effects = effects;
    this.#kept = kept;
    this.#ground = new Ground(effects, readingHash(effects));
  }

  /** The record of each file, and of the editions before that no file of the folder is. */
  async readAll(inputs: readonly InputFile[]): Promise<EditionRecord[]> {
    const records = new Map<string, EditionRecord>();
    const earlier: { readonly input: InputFile; readonly file: FormerFile; readonly left: number }[] = [];
    const add = async (input: InputFile, shown: string, bytes: Uint8Array, left: number) => {
      const hash = hashOf(bytes);
      if (records.has(hash)) return;
      const read = await this.#readOne(input, shown, bytes, hash);
      if (!read) return;
      records.set(hash, read.record);
      if (read.former && left > 0) earlier.push({ input, file: read.former, left: left - 1 });
    };
    const inFolder = new Set<string>();
    for (const input of inputs) {
      const { bytes, findings } = await loadBytes(input, this.#effects);
      this.findings.push(...findings);
      if (!bytes) continue;
      inFolder.add(hashOf(bytes));
      await add(input, input.shown, bytes, MAX_EDITIONS);
    }
    for (let next = earlier.shift(); next; next = earlier.shift()) {
      await add(next.input, next.file.name, next.file.bytes, next.left);
    }
    this.formers = this.#named
      .filter(({ hash }) => hash === undefined || !inFolder.has(hash))
      .map(({ input, former }) => ({ input, former }));
    return [...records.values()];
  }

  async #readOne(
    input: InputFile,
    shown: string,
    bytes: Uint8Array,
    hash: string,
  ): Promise<{ readonly record: EditionRecord; readonly former?: FormerFile | undefined } | undefined> {
    const fetch = (reference: string) => formerFile(reference, input, this.#effects);
    const key = this.#kept && keyOf(this.#kept, 'ledger', shown, hash, await this.#standsOn(input));
    const known = this.#kept && key && (recall(this.#kept, key) as KnownRecord | undefined);
    if (known && (await isSameFormer(known.former, fetch))) {
      if (known.former) this.#named.push({ input, former: known.former, hash: known.record.before });
      const former = known.former && (await fetch(known.former.reference));
      return { record: known.record, ...(typeof former === 'object' && { former }) };
    }
    const { document, findings } = readDocument(shown, bytes);
    const validated = document && !hasErrors(findings) ? validateAssessment(document.data) : undefined;
    const assessment = validated?.assessment;
    if (!document || !assessment) {
      this.findings.push(...findings, ...(document ? placeRemarks(document, validated?.remarks ?? []) : []));
      return undefined;
    }
    const reference = assessment.edition?.supersedes;
    const found = reference === undefined ? undefined : await fetch(reference);
    const former = typeof found === 'object' ? found : undefined;
    const before = former && readAssessment(former);
    const record = recordOf(hash, {
      assessment,
      register: await this.#registerOf(input),
      shown,
      ...(before && former && { former: { assessment: before, hash: hashOf(former.bytes) } }),
    });
    const named = reference !== undefined && found !== undefined ? formerOf(reference, found) : undefined;
    if (named) this.#named.push({ input, former: named, hash: record.before });
    if (this.#kept && key)
      keep(this.#kept, key, { record, ...(named && { former: named }) } satisfies KnownRecord);
    return { record, ...(before && { former }) };
  }

  /** Register and configuration; not the day: what depends on it is worked out when the ledger is read. */
  async #standsOn(input: InputFile): Promise<readonly unknown[]> {
    const [, ...rest] = await this.#ground.of(input);
    return rest;
  }

  #registerOf({ path }: InputFile): Promise<Register> {
    const folder = dirname(path);
    const known = this.#registers.get(folder) ?? this.#readRegister(folder);
    this.#registers.set(folder, known);
    return known;
  }

  async #readRegister(folder: string): Promise<Register> {
    const { context, findings } = await readContext(folder, this.#effects, loadSettings(this.#effects), {});
    this.findings.push(...findings.flat().filter(({ severity }) => severity === 'error'));
    return context.register ?? emptyRegister;
  }
}

/** A file that names an edition before it, and what that was. */
export interface FormerOf {
  readonly input: InputFile;
  readonly former: Former;
}

interface KnownRecord {
  readonly record: EditionRecord;
  readonly former?: Former;
}

function readAssessment({ name, bytes }: FormerFile): Assessment | undefined {
  const { document, findings } = readDocument(name, bytes);
  return document && !hasErrors(findings) ? validateAssessment(document.data).assessment : undefined;
}

/** What the ledger holds of an edition. `former` is the edition before, with the hash of its file. */
export function recordOf(
  hash: string,
  {
    former,
    ...file
  }: {
    readonly assessment: Assessment;
    readonly register: Register;
    readonly shown: string;
    readonly former?: { readonly assessment: Assessment; readonly hash: string };
  },
): EditionRecord {
  const edition = readEdition({ ...file, ...(former && { former: former.assessment }) });
  const ofJudgments = (edition.diff?.changes ?? []).filter(({ entity }) => entity.collection === 'judgments');
  return {
    hash,
    cells: editionCells(edition),
    tables: Object.fromEntries(
      tableNames.map((name) => [name, tables[name].rows(edition).map(lean)]),
    ) as Record<TableName, Cells[]>,
    ...(former && { before: former.hash }),
    withdrawn: ofJudgments.filter(({ type }) => type === 'withdrawn').map(({ entity }) => entity.id),
    renamed: ofJudgments
      .filter(({ type }) => type === 'renamed')
      .map(({ before, after }) => [String(before), String(after)] as const),
  };
}

/** Without what is not said: most columns of most rows are empty. */
function lean(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).filter(
      ([, value]) => value !== undefined && !(isList(value) && value.length === 0),
    ),
  );
}
