import { releaseAt } from '../derive/release/release.ts';
import { conventionsOf } from '../model/conventions/conventions.ts';
import type { Remark } from '../model/finding.ts';
import type { Assessment } from '../model/generated/types.ts';
import { validateAssessment } from '../validate/validate.ts';
import { type ReleasedFrom, ResidualNames } from './residual-names.ts';

/** The version of an assessment for readers of a marking, or remarks on why there is none. */
export interface ReleasedVersion {
  readonly assessment?: Assessment;
  /** Errors if there is no version; warnings about what deserves a look. */
  readonly remarks: readonly Remark[];
  /** For finding the same names elsewhere. */
  readonly names: ResidualNames;
}

export function releasedVersion(from: ReleasedFrom): ReleasedVersion {
  const release = releaseAt(from.assessment, from.level);
  const names = new ResidualNames(from);
  const found = names.in(release, from.register, from.assessment);
  const remarks = [
    ...release.obstacles.map(
      (obstacle): Remark => ({ rule: 'cannot-release', severity: 'error', ...obstacle }),
    ),
    ...found.map(({ severity, ...place }): Remark => {
      const rule = severity === 'error' ? 'cannot-release' : 'may-name-withheld';
      return { rule, severity, ...place };
    }),
  ];
  if (remarks.some(({ severity }) => severity === 'error')) return { remarks, names };
  const validated = validateAssessment(release.assessment, conventionsOf(from.assessment));
  if (validated.assessment) return { assessment: validated.assessment, remarks, names };
  const message = `Without what is marked above ${from.level}, too little is left: ${validated.remarks[0]?.message ?? ''}`;
  const help = 'Mark less of it, or release it at a higher marking.';
  return { remarks: [{ rule: 'cannot-release', severity: 'error', pointer: '', message, help }], names };
}
