import { dirname } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { FolderInputs } from '../cache/folder-inputs.ts';
import { CachedResults } from '../cache/results.ts';
import { hashOf } from '../cache/store.ts';
import { emptyRegister } from '../derive/entities/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import type { Conventions } from '../model/conventions/conventions.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import { loadBytes } from '../project/load-bytes.ts';
import { type PreviousFile, previousFile } from '../project/named/previous-file.ts';
import { loadSettings } from '../project/settings.ts';
import { readContext } from '../project/shared-context.ts';
import { validateAssessment, validatePrevious } from '../validate/validate.ts';
import type { Cells, TableName } from './columns.ts';
import { isList, tableNames } from './columns.ts';
import { editionCells, readEdition } from './edition.ts';
import { withoutDay } from './ledger-key.ts';
import { tableRows } from './tables/rows.ts';

/** The ledger's record of one edition. Plain data: it can be cached. */
export interface EditionRecord {
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly cells: Cells;
  readonly tables: Readonly<Record<TableName, readonly Cells[]>>;
  /** The previous edition, as the file names it, with the SHA-256 of its file if it was found. */
  readonly previous?: { readonly reference: string; readonly hash?: string };
  /** Ids of judgments of the previous edition that this one does not have, or has for other judgments. */
  readonly withdrawn: readonly string[];
  /** Old and new ids of renamed judgments. */
  readonly renamed: readonly (readonly [before: string, now: string])[];
}

/** A file that names a previous edition, and the SHA-256 of what was found. */
export interface NamedPrevious {
  readonly input: InputFile;
  readonly reference: string;
  readonly hash?: string;
}

/** Longest chain of previous editions that is followed. */
const MAX_EDITIONS = 100;

interface EarlierEdition extends NamedPrevious {
  /** How many more are followed from it. */
  readonly left: number;
}

/**
 * Reads the editions of a folder. Files are only validated: their content need not pass the check to be
 * queried.
 */
export class EditionReader {
  readonly findings: Finding[] = [];
  /** Previous editions that are not files of the folder: in git they may change later. */
  outside: readonly NamedPrevious[] = [];
  readonly #effects: Effects;
  readonly #results: CachedResults<EditionRecord> | undefined;
  readonly #registers = new Map<string, Promise<Register>>();
  #settings: ReturnType<typeof loadSettings> | undefined;

  constructor(effects: Effects, cache?: Cache) {
    this.#effects = effects;
    this.#results =
      cache &&
      new CachedResults(cache, 'ledger', effects, (fileHashes) =>
        withoutDay(new FolderInputs(effects, fileHashes)),
      );
  }

  /** The records of all files, and of previous editions that are not files of the folder. */
  async readAll(inputs: readonly InputFile[]): Promise<EditionRecord[]> {
    const records = new Map<string, EditionRecord>();
    const earlier: EarlierEdition[] = [];
    const superseded: NamedPrevious[] = [];
    const add = (input: InputFile, record: EditionRecord, left: number) => {
      if (records.has(record.hash)) return;
      records.set(record.hash, record);
      if (!record.previous) return;
      const named = { input, ...record.previous };
      superseded.push(named);
      if (left > 0) earlier.push({ ...named, left: left - 1 });
    };
    for (const input of inputs) {
      const record = (await this.#results?.get(input)) ?? (await this.#readFile(input));
      if (record) add(input, record, MAX_EDITIONS);
    }
    const inFolder = new Set(records.keys());
    this.outside = superseded.filter(({ hash }) => hash === undefined || !inFolder.has(hash));
    for (let next = earlier.shift(); next; next = earlier.shift()) {
      const { input, reference, hash, left } = next;
      if (hash === undefined || records.has(hash)) continue;
      const file = await previousFile(reference, input, this.#effects);
      if (typeof file !== 'object') continue;
      // Read as if it were beside the file that names it: the editions it names are looked up there.
      const beside = { path: input.path, shown: file.name };
      const record =
        (await this.#results?.get(beside, hashOf(file.bytes))) ?? (await this.#record(beside, file.bytes));
      if (record) add(beside, record, left);
    }
    await this.#results?.close();
    return [...records.values()];
  }

  /** The conventions of the project's assessments. */
  async #conventions(): Promise<Conventions | undefined> {
    this.#settings ??= loadSettings(this.#effects);
    return (await this.#settings).conventions;
  }

  async #readFile(input: InputFile): Promise<EditionRecord | undefined> {
    const { bytes, findings } = await loadBytes(input, this.#effects);
    this.findings.push(...findings);
    return bytes && this.#record(input, bytes);
  }

  async #record(input: InputFile, bytes: Uint8Array): Promise<EditionRecord | undefined> {
    const { document, findings } = readDocument(input.shown, bytes);
    const validated =
      document && !hasErrors(findings)
        ? validateAssessment(document.data, await this.#conventions())
        : undefined;
    const assessment = validated?.assessment;
    if (!document || !assessment) {
      this.findings.push(...findings, ...(document ? placeRemarks(document, validated?.remarks ?? []) : []));
      return undefined;
    }
    const reference = assessment.edition?.supersedes;
    const found = reference === undefined ? undefined : await previousFile(reference, input, this.#effects);
    const previous = typeof found === 'object' ? found : undefined;
    const record: EditionRecord = {
      ...recordOf(hashOf(bytes), {
        assessment,
        register: await this.#registerOf(input),
        shown: input.shown,
        previous: previous && readAssessment(previous, await this.#conventions()),
      }),
      ...(reference !== undefined && {
        previous: { reference, ...(previous && { hash: hashOf(previous.bytes) }) },
      }),
    };
    const fetched =
      reference === undefined || found === undefined
        ? undefined
        : { previous: { reference, found }, pictures: new Map() };
    await this.#results?.record(input, bytes, record, fetched);
    return record;
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

function readAssessment(
  { name, bytes }: PreviousFile,
  conventions: Conventions | undefined,
): Assessment | undefined {
  const { document, findings } = readDocument(name, bytes);
  return document && !hasErrors(findings)
    ? validatePrevious(document.data, conventions).assessment
    : undefined;
}

/** The ledger's record of an edition, by itself and compared with the previous one. */
export function recordOf(
  hash: string,
  file: {
    readonly assessment: Assessment;
    readonly register: Register;
    readonly shown: string;
    readonly previous: Assessment | undefined;
  },
): EditionRecord {
  const edition = readEdition(file);
  const ofJudgments = (edition.diff?.changes ?? []).filter(({ entity }) => entity.collection === 'judgments');
  const rowsOf = (name: TableName) => tableRows[name](edition).map(lean);
  return {
    hash,
    cells: editionCells(edition),
    tables: Object.fromEntries(tableNames.map((name) => [name, rowsOf(name)])) as Record<TableName, Cells[]>,
    withdrawn: ofJudgments.filter(({ type }) => type === 'withdrawn').map(({ entity }) => entity.id),
    renamed: ofJudgments
      .filter(({ type }) => type === 'renamed')
      .map(({ before, after }) => [String(before), String(after)] as const),
  };
}

/** Without missing values: most columns of most rows are empty. */
function lean(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).filter(
      ([, value]) => value !== undefined && !(isList(value) && value.length === 0),
    ),
  );
}
