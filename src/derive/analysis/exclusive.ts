import type { JudgmentViews } from '../entities/judgments.ts';
import { type EntityReference, referTo } from '../entities/name-entity.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';

/** Things that rule one another out. */
export interface ExclusiveView {
  readonly members: readonly EntityReference[];
  /** Letters of the members if all are hypotheses. */
  readonly letters: readonly string[];
  /** Numbers of the members if all are judgments. */
  readonly judgments: readonly number[];
  /** Whether one of them must hold. */
  readonly exhaustive: boolean;
}

/** The sets of the file that exclude one another, in its order. */
export function viewExclusive(assessment: ResolvedAssessment, judgments: JudgmentViews): ExclusiveView[] {
  const numbers = new Map(judgments.all.map(({ id, number }) => [id, number]));
  return (assessment.exclusive ?? []).map(({ members: refs, exhaustive }) => {
    const members = refs.map((ref) => referTo(ref, assessment, numbers));
    const letters = members.flatMap((member) => (member.kind === 'hypothesis' ? [member.letter] : []));
    const judged = members.flatMap((member) => (member.kind === 'judgment' ? [member.number] : []));
    return {
      members,
      letters: letters.length === members.length ? letters.sort() : [],
      judgments: judged.length === members.length ? judged.sort((a, b) => a - b) : [],
      exhaustive: exhaustive ?? false,
    };
  });
}
