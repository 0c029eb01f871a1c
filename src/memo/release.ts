import { releaseAt } from '../derive/release/release.ts';
import type { Remark } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import { validateAssessment } from '../validate/validate.ts';

/** The version of an assessment that may go to readers of a marking, or remarks on why there is none. */
export function releasedVersion(
  assessment: Assessment,
  register: Register,
  level: Marking,
): { readonly assessment?: Assessment; readonly remarks: readonly Remark[] } {
  const { assessment: version, obstacles } = releaseAt(assessment, register, level);
  const remarks = obstacles.map(
    (obstacle): Remark => ({ rule: 'cannot-release', severity: 'error', ...obstacle }),
  );
  if (remarks.length > 0) return { remarks };
  const validated = validateAssessment(version);
  if (validated.assessment) return { assessment: validated.assessment, remarks: [] };
  const message = `Without what is marked above ${level}, too little is left: ${validated.remarks[0]?.message ?? ''}`;
  const help = 'Mark less of it, or release it at a higher marking.';
  return { remarks: [{ rule: 'cannot-release', severity: 'error', pointer: '', message, help }] };
}
