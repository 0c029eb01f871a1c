import { releaseOf } from '../build/memo-source.ts';
import { hasErrors } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import { joinEditions } from './lineages.ts';
import { recordOf } from './read-ledger.ts';
import type { Ledger } from './types.ts';

/**
 * The ledger of releases, as memos of a release are made: an assessment is refused, or contains nothing marked
 * above.
 */
export async function releasedLedger(
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

/** A released version of an assessment. */
export interface ReleasedVersion {
  readonly assessment: Assessment;
  readonly register: Register;
  /** Path of its file, as displayed. */
  readonly shown: string;
  readonly previous: Assessment | undefined;
}

/** The ledger of versions already made; `leftOut` is how many assessments have none. */
export function ledgerOf(versions: readonly ReleasedVersion[], leftOut: number): Ledger {
  const rows = joinEditions(versions.map((version) => recordOf(version.shown, version)));
  return { rows: (table) => rows[table], findings: [], leftOut };
}
