import type { AssessmentDiff, ChangeClass } from '../types.ts';

export interface ChangeFilter {
  /** Classes to keep; all when left out. */
  readonly only?: readonly ChangeClass[];
  /** Least weight to keep; 0 when left out. */
  readonly minWeight?: number;
}

/** The diff with the changes that pass. */
export function filterChanges(diff: AssessmentDiff, { only, minWeight = 0 }: ChangeFilter): AssessmentDiff {
  return {
    ...diff,
    changes: diff.changes.filter(
      (change) => (only === undefined || only.includes(change.class)) && change.weight >= minWeight,
    ),
  };
}
