import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import { shortened } from '../../model/shown-text.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../inputs.ts';

/** A file that an assessment names as its previous edition. */
export interface PreviousFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The name an assessment gives for its previous edition, and what was found: the file, or why it cannot be
 * read.
 */
export interface FetchedPrevious {
  readonly reference: string;
  readonly found: PreviousFile | string;
}

/**
 * The file an assessment names as its previous edition: one beside it, or `revision:path` in the git repository
 * around it; or why it cannot be read. Files outside of the project are not read.
 */
export async function previousFile(
  reference: string,
  input: InputFile,
  effects: Effects,
): Promise<PreviousFile | string> {
  // Neither git nor the file system accepts it.
  if (/\p{Cc}/u.test(reference)) return 'Its name has a control character in it.';
  const [, revision, path] = /^([^\s:-][^\s:]*):([^:]+)$/.exec(reference) ?? [];
  if (revision !== undefined && path !== undefined) {
    const answer = await effects.git(['cat-file', 'blob', `${revision}:${path}`]);
    if (answer === undefined) return 'There is no git here to read an earlier revision with.';
    return answer.code === 0
      ? { name: path, bytes: answer.stdout }
      : `The git repository here has no \`${path}\` at \`${revision}\`.`;
  }
  const file = resolve(dirname(input.path), reference);
  const inside = relative(effects.projectFolder, file);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    return `\`${shortened(reference, 80)}\` lies outside the project.`;
  }
  try {
    const bytes = await effects.readFile(file);
    if (bytes) return { name: reference, bytes };
  } catch (error) {
    if (!(error instanceof MachineFault)) throw error;
    return error.message.replaceAll(file, () => `\`${shortened(reference, 80)}\``);
  }
  return `There is no file \`${shortened(reference, 80)}\` beside this one.`;
}
