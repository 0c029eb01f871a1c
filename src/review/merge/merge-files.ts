import { type Merged, mergeValues } from '../../diff/merge/merge-values.ts';
import { ASSESSMENT, REGISTER, type Shape } from '../../diff/shapes.ts';
import { formatFile } from '../../format/format-file.ts';
import { carryComments, hasComments } from '../../load/edit/carry-comments.ts';
import { reconcileYaml } from '../../load/edit/reconcile-yaml.ts';
import { readDocument } from '../../load/read-document.ts';
import { hasErrors } from '../../model/finding.ts';
import { isAssessmentFile, isRegister } from '../../project/inputs.ts';
import { withConflicts } from './conflict-marks.ts';

export interface MergedFile {
  /** With conflict marks around the fields that both sides changed differently. */
  readonly text: string;
  /** Paths of these fields: `judgments/it-goes-on/likelihood/term`. */
  readonly conflicts: readonly string[];
}

export interface Versions {
  /** Empty if both files were created independently. */
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

/**
 * Merges two versions of an assessment or a register by meaning, with the comments of both. `undefined` if one
 * is unreadable or is neither: then it has to be merged by lines.
 *
 * @param path Of the file in the project; its extension determines the notation.
 */
export function mergeFiles(path: string, { base, ours, theirs }: Versions): MergedFile | undefined {
  const kind = isRegister(path) ? 'register' : isAssessmentFile(path) ? 'assessment' : undefined;
  if (kind === undefined) return undefined;
  const shape: Shape = kind === 'register' ? REGISTER : ASSESSMENT;
  const [before, mine, yours] = [base, ours, theirs].map((bytes) => dataOf(path, bytes));
  if (!mine || !yours || (base.length > 0 && !before)) return undefined;
  const merge = (side: 'ours' | 'theirs') => mergeValues(before?.data, mine.data, yours.data, shape, side);
  const isJson = /\.json$/i.test(path);
  const editions = [mine.text, yours.text];
  const write = ({ value }: Merged) => {
    let text = isJson ? `${JSON.stringify(value, null, 2)}\n` : reconcileYaml(mine.text, mine.data, value);
    if (text === undefined) return undefined;
    const old = before?.text ?? '';
    if (!isJson) for (const edition of editions) text = carryComments(text, old, edition);
    const formatted = formatFile(path, new TextEncoder().encode(text), kind);
    const written = formatted.kind === 'formatted' ? formatted.text : text;
    // A merge by lines is better than one that loses a comment.
    return isJson || editions.every((edition) => hasComments(written, old, edition)) ? written : undefined;
  };
  const merged = merge('ours');
  const text = write(merged);
  if (text === undefined) return undefined;
  if (merged.conflicts.length === 0) return { text, conflicts: [] };
  const other = write(merge('theirs'));
  if (other === undefined) return undefined;
  return {
    text: withConflicts(text, other),
    conflicts: merged.conflicts.map((conflict) => conflict.path.join('/')),
  };
}

function dataOf(path: string, bytes: Uint8Array) {
  if (bytes.length === 0) return undefined;
  const { document, findings } = readDocument(path, bytes);
  return document && !hasErrors(findings) ? document : undefined;
}
