import { tallyText } from '../../diff/weigh/presentation.ts';
import type { Finding } from '../../model/finding.ts';
import { escapedName } from '../../model/shown-text.ts';
import type { DiffReport } from './diff.ts';

/** Files left out of a comparison, and why. */
export interface NotCompared {
  readonly why: 'it cannot be read' | 'another file has its id';
  /** As shown, with the revision before it. */
  readonly files: readonly string[];
}

/** What was not compared, from the findings of a report. */
export function notCompared(findings: readonly Finding[]): NotCompared[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasons = [
    { why: 'it cannot be read', isSo: (rule: string) => rule !== 'duplicate-assessment' },
    { why: 'another file has its id', isSo: (rule: string) => rule === 'duplicate-assessment' },
  ] as const;
  return reasons.flatMap(({ why, isSo }) => {
    const files = [...new Set(errors.filter(({ rule }) => isSo(rule)).map(({ file }) => file))];
    return files.length === 0 ? [] : [{ why, files }];
  });
}

/**
 * A summary on one line: `3 changes in 1 assessment, 1 judgment moved; 1 assessment added; 1 change in the
 * register; not compared: x.json`. It says that nothing changed only if everything was read.
 *
 * @param named Files that were not compared, in words: by default their names.
 */
export function reportTally(
  { compared, added, removed, unchanged, register, findings }: DiffReport,
  named = (files: readonly string[]) => files.map(escapedName).join(', '),
): string {
  const counts = {
    added: added.length,
    removed: removed.length,
    register: register?.changes.length ?? 0,
  };
  const diffs = compared.map(({ diff }) => diff);
  const left = notCompared(findings).flatMap(({ files }) => files);
  const text = tallyText(diffs, counts);
  if (left.length === 0) return text;
  const isNone =
    diffs.every(({ changes }) => changes.length === 0) && Object.values(counts).every((one) => one === 0);
  const missing = `ot compared: ${named(left)}`;
  if (!isNone) return `${text}; n${missing}`;
  return unchanged + compared.length > 0 ? `No change in what was compared; n${missing}` : `N${missing}`;
}
