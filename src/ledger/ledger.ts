import { releaseOf } from '../build/memo-source.ts';
import type { Cache } from '../cache/cache.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { findInputs, type InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import type { Row, TableName } from './columns.ts';
import { LedgerIndex } from './ledger-index.ts';
import { joinEditions } from './lineages.ts';
import { EditionReader, recordOf } from './read-ledger.ts';

export interface LedgerOptions {
  /** Ids, files or folders; all of `assessments/` when none is named. */
  readonly named?: readonly string[];
  /** What earlier runs found. */
  readonly cache?: Cache | undefined;
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
  const { named = [], cache, release } = options;
  const inputs = await findInputs(named, effects);
  if (release) return releasedLedger(inputs, release, effects);
  const index = cache && (await LedgerIndex.open(inputs, cache, effects));
  const known = await index?.get();
  if (known) return { rows: known, findings: [], leftOut: 0 };
  const reader = new EditionReader(effects, cache);
  const records = await reader.readAll(inputs);
  const rows = joinEditions(records);
  // A file that cannot be read is told of each time: only a whole ledger is cached.
  if (reader.findings.length === 0) index?.put(rows, reader.outside);
  return { rows: (table) => rows[table], findings: reader.findings, leftOut: 0 };
}

/** As the memos of a release are made: each is refused, or has nothing in it that is marked above. */
async function releasedLedger(
  inputs: readonly InputFile[],
  level: Marking,
  effects: Effects,
): Promise<Ledger> {
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const versions: ReleasedVersion[] = [];
  let leftOut = 0;
  for (const input of inputs) {
    const read = await reader.read(input);
    const { assessment, previous, findings } = releaseOf(read, input.path, level);
    if (!assessment || hasErrors(findings)) {
      leftOut += 1;
      continue;
    }
    const { register } = read;
    versions.push({ assessment, register, shown: input.shown, previous: previous?.assessment });
  }
  return ledgerOf(versions, leftOut);
}

/** A version that somebody has made for a release. */
export interface ReleasedVersion {
  readonly assessment: Assessment;
  readonly register: Register;
  /** Path of its file as it is shown. */
  readonly shown: string;
  readonly previous: Assessment | undefined;
}

/** The ledger of versions that are made already; `leftOut` is how many assessments have none. */
export function ledgerOf(versions: readonly ReleasedVersion[], leftOut: number): Ledger {
  const rows = joinEditions(versions.map((version) => recordOf(version.shown, version)));
  return { rows: (table) => rows[table], findings: [], leftOut };
}
