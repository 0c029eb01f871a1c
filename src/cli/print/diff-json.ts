import type { AssessmentDiff, Change } from '../../diff/types.ts';
import type { ComparedAssessment, DiffReport } from '../../review/diff/diff.ts';
import { notCompared } from '../../review/diff/report-tally.ts';

/**
 * The differences as JSON, as in `diff.schema.json`: for one named assessment its changes; otherwise those of
 * all, each with its assessment, and which assessments were added, removed or changed.
 */
export function diffJson(report: DiffReport): string {
  return `${JSON.stringify(diffData(report), null, 2)}\n`;
}

function diffData({ isSingle, compared, added, removed, unchanged, register, findings }: DiffReport): object {
  const diffs = compared.map((one) => ({
    ...one.diff,
    changes: changesOf(one),
    ...(one.answers && { answers: one.answers }),
  }));
  const [only] = diffs;
  if (isSingle && only) return only;
  const left = notCompared(findings).flatMap(({ why, files }) => files.map((file) => ({ file, why })));
  const isRenamed = ({ id }: Pick<AssessmentDiff, 'id'>) => id.before !== id.after;
  return {
    changes: diffs.flatMap(({ id, changes }) =>
      changes.map((change) => ({ assessment: id.after, ...change })),
    ),
    added,
    removed,
    renamed: diffs.filter(isRenamed),
    changed: diffs.filter((diff) => !isRenamed(diff)),
    unchanged,
    ...(register && {
      register: register.changes.map((change) => ({ ...change, places: register.spotsOf(change) })),
    }),
    ...(left.length > 0 && { notCompared: left }),
  };
}

function changesOf({ diff: { changes }, spotsOf }: ComparedAssessment): object[] {
  return changes.map((change: Change) => ({ ...change, places: spotsOf(change) }));
}
