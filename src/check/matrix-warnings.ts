import { type MatrixWarning, sensitivityOf } from '../derive/analysis/sensitivity.ts';
import type { ResolvedAssessment } from '../derive/entities/resolve.ts';
import { toPointer } from '../model/pointer.ts';

/** The analysis's warnings of one kind about the matrix. */
export function matrixWarnings<Kind extends MatrixWarning['kind']>(
  resolved: ResolvedAssessment,
  kind: Kind,
): Extract<MatrixWarning, { kind: Kind }>[] {
  const isOfKind = (warning: MatrixWarning): warning is Extract<MatrixWarning, { kind: Kind }> =>
    warning.kind === kind;
  return (sensitivityOf(resolved)?.warnings ?? []).filter(isOfKind);
}

/** The pointer to the row that weighs an item of evidence. */
export function rowOf({ matrix = [] }: Pick<ResolvedAssessment, 'matrix'>, evidence: string): string {
  return toPointer(['matrix', matrix.findIndex((row) => row.evidence === evidence)]);
}
