import type { AssessmentDiff, ChangeClass } from '../types.ts';

export interface ChangeFilter {
  /** Classes to keep; all if left out. */
  readonly only?: readonly ChangeClass[];
  /** Smallest weight to keep; 0 if left out. */
  readonly minWeight?: number;
}

/** The diff, with only the changes that pass the filter. */
export function filterChanges(diff: AssessmentDiff, { only, minWeight = 0 }: ChangeFilter): AssessmentDiff {
  return {
    ...diff,
    changes: diff.changes.filter(
      (change) => (only === undefined || only.includes(change.class)) && change.weight >= minWeight,
    ),
  };
}
