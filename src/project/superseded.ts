import { readDocument } from '../load/read-document.ts';
import { hasErrors, type Remark } from '../model/finding.ts';
import { validateAssessment } from '../validate/validate.ts';
import type { FormerFile } from './former-file.ts';
import type { FormerEdition } from './provenance.ts';

/** The edition before, or why it cannot be compared with. */
export interface Superseded {
  readonly edition?: FormerEdition;
  readonly remarks: readonly Remark[];
}

/** Reads the edition that `edition.supersedes` names; `fetchFormer` gets its file, or says why it cannot be had. */
export async function supersededBy(
  assessment: FormerEdition['assessment'],
  fetchFormer: (reference: string) => Promise<FormerFile | string>,
): Promise<Superseded> {
  const reference = assessment.edition?.supersedes;
  if (reference === undefined) return { remarks: [] };
  const found = await fetchFormer(reference);
  if (typeof found === 'string') return { remarks: [remark(found)] };
  const { document, findings } = readDocument(found.name, found.bytes);
  const { assessment: before } =
    document && !hasErrors(findings) ? validateAssessment(document.data) : { assessment: undefined };
  return before
    ? { edition: { assessment: before, file: { path: found.name, bytes: found.bytes } }, remarks: [] }
    : { remarks: [remark(`\`${reference}\` has mistakes of its own: check it by itself.`)] };
}

function remark(message: string): Remark {
  return {
    rule: 'unreadable-edition',
    severity: 'warning',
    pointer: '/edition/supersedes',
    message: `The edition superseded cannot be compared. ${message}`,
    help: 'Name a file beside this one, or a git revision with a path: `v1:assessments/x.json`.',
  };
}
