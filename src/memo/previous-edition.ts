import { highestMarking } from '../derive/release/redacted.ts';
import { releasePrevious } from '../derive/release/release-previous.ts';
import { conventionsOf, schemeOf } from '../model/conventions/conventions.ts';
import { isAbove } from '../model/conventions/markings.ts';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import type { PreviousEdition } from '../project/provenance.ts';
import { validateAssessment } from '../validate/validate.ts';
import type { ResidualNames } from './residual-names.ts';

/** What is built, and what it is built from. */
interface Current {
  /** The whole assessment. */
  readonly assessment: Assessment;
  /** The release of it, if it is released. */
  readonly version: Assessment;
  readonly register: Register;
  /** The superseded edition, as read. */
  readonly superseded: PreviousEdition;
}

/** The level of a release, and the names that must not be in it. */
export interface ReleaseOrder {
  readonly level: Marking;
  readonly names: ResidualNames;
}

/**
 * The previous edition, as the memo may show it: in a release, its release for the same readers. Absent, with a
 * remark, if any of it was marked above that level, or it cannot be released, or names what is withheld.
 */
export function previousFor(
  { assessment, version, register, superseded }: Current,
  order: ReleaseOrder | undefined,
): { readonly previous?: PreviousEdition; readonly remarks: readonly Remark[] } {
  const before = superseded.assessment;
  if (!order) {
    const highest = highestMarking(before);
    return isAbove(schemeOf(before), highest, version.marking)
      ? { remarks: [unreported(`It, or a part of it, is marked ${highest}, above this one.`)] }
      : { previous: superseded, remarks: [] };
  }
  const { level, names } = order;
  const made = releasePrevious(before, assessment, version, level);
  const isSilent =
    made && names.in(made.release, register, before).every(({ severity }) => severity !== 'error');
  const previous = isSilent ? carried(made.assessment) : undefined;
  return previous
    ? { previous, remarks: [] }
    : { remarks: [unreported(`It cannot be released at ${level}.`)] };
}

function carried(version: Assessment): PreviousEdition | undefined {
  const { assessment } = validateAssessment(version, conventionsOf(version));
  if (!assessment) return undefined;
  const bytes = Buffer.from(`${JSON.stringify(assessment, null, 2)}\n`);
  return { assessment, file: { path: `${assessment.id}.json`, bytes } };
}

function unreported(why: string): Remark {
  return {
    rule: 'unreadable-edition',
    severity: 'warning',
    pointer: '/edition/supersedes',
    message: `The memo does not say what changed since the edition superseded. ${why}`,
    help: 'Say under `edition.changes` what its readers may know.',
  };
}
