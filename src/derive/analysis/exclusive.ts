import type { JudgmentViews } from '../entities/judgments.ts';
import { type EntityReference, referTo } from '../entities/name-entity.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';

/** Things that rule one another out. */
export interface ExclusiveView {
  readonly members: readonly EntityReference[];
  /** Whether one of them must hold. */
  readonly exhaustive: boolean;
}

/** The sets of the file that exclude one another, in its order. */
export function viewExclusive(assessment: ResolvedAssessment, judgments: JudgmentViews): ExclusiveView[] {
  const numbers = new Map(judgments.all.map(({ id, number }) => [id, number]));
  return (assessment.exclusive ?? []).map(({ members, exhaustive }) => ({
    members: members.map((ref) => referTo(ref, assessment, numbers)),
    exhaustive: exhaustive ?? false,
  }));
}
