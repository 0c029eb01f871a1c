import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { readDocument } from '../load/read-document.ts';
import { hasErrors, type Remark } from '../model/finding.ts';
import { validateAssessment } from '../validate/validate.ts';
import type { Effects } from './effects.ts';
import type { InputFile } from './inputs.ts';
import type { FormerEdition } from './provenance.ts';

/** The edition before, or why it cannot be compared with. */
export interface Superseded {
  readonly edition?: FormerEdition;
  readonly remarks: readonly Remark[];
}

/** A file that an assessment names as the edition before it. */
export interface FormerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
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

/**
 * The file that an assessment names as the edition before it: one beside it, or `revision:path` of the git repository
 * around it; or why it cannot be had. A file outside the working folder is not read.
 */
export async function formerFile(
  reference: string,
  input: InputFile,
  effects: Effects,
): Promise<FormerFile | string> {
  const [, revision, path] = /^([^\s:-][^\s:]*):([^:]+)$/.exec(reference) ?? [];
  if (revision !== undefined && path !== undefined) {
    const answer = await effects.git(['cat-file', 'blob', `${revision}:${path}`]);
    if (answer === undefined) return 'There is no git here to read an earlier revision with.';
    return answer.code === 0
      ? { name: path, bytes: answer.stdout }
      : `The git repository here has no \`${path}\` at \`${revision}\`.`;
  }
  const file = resolve(dirname(input.path), reference);
  const inside = relative(effects.workingFolder, file);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    return `\`${reference}\` lies outside the folder that the program was called in.`;
  }
  const bytes = await effects.readFile(file);
  return bytes ? { name: reference, bytes } : `There is no file \`${reference}\` beside this one.`;
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
