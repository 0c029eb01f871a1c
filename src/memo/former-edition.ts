import { releaseFormer } from '../derive/release/release-former.ts';
import { isAbove } from '../derive/release/withheld.ts';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import type { FormerEdition } from '../project/provenance.ts';
import { validateAssessment } from '../validate/validate.ts';

/** What is built, and what it is built from. */
interface Current {
  /** The whole assessment. */
  readonly assessment: Assessment;
  /** Its released version, where it is released. */
  readonly version: Assessment;
  readonly register: Register;
  /** The edition superseded, as it was read. */
  readonly superseded: FormerEdition;
}

/**
 * The edition before as the memo of this one may speak of it: with `level`, its version for readers of that marking.
 * There is none, but a remark, where it is marked above this one, or cannot be released.
 */
export function formerFor(
  { assessment, version, register, superseded }: Current,
  level: Marking | undefined,
): { readonly former?: FormerEdition; readonly remarks: readonly Remark[] } {
  const former =
    level === undefined
      ? superseded
      : released(releaseFormer(superseded.assessment, assessment, version, register, level));
  if (!former) return { remarks: [untold(`It cannot be released at ${level}.`)] };
  if (isAbove(former.assessment.marking, version.marking)) {
    return { remarks: [untold(`It is marked ${former.assessment.marking}, above this one.`)] };
  }
  return { former, remarks: [] };
}

function released(version: Assessment | undefined): FormerEdition | undefined {
  const { assessment } = version ? validateAssessment(version) : { assessment: undefined };
  if (!assessment) return undefined;
  const bytes = Buffer.from(`${JSON.stringify(assessment, null, 2)}\n`);
  return { assessment, file: { path: `${assessment.id}.json`, bytes } };
}

function untold(why: string): Remark {
  return {
    rule: 'unreadable-edition',
    severity: 'warning',
    pointer: '/edition/supersedes',
    message: `The memo does not say what changed since the edition superseded. ${why}`,
    help: 'Say under `edition.changes` what its readers may know.',
  };
}
