import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import type { Effects } from '../effects.ts';
import type { InputFile } from '../inputs.ts';

/** A file that an assessment names as the edition before it. */
export interface PreviousFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A name that an assessment gives for the edition before it, and what was found under it: the file, or why it cannot be had. */
export interface FetchedPrevious {
  readonly reference: string;
  readonly found: PreviousFile | string;
}

/**
 * The file that an assessment names as the edition before it: one beside it, or `revision:path` of the git repository
 * around it; or why it cannot be had. A file outside the working folder is not read.
 */
export async function previousFile(
  reference: string,
  input: InputFile,
  effects: Effects,
): Promise<PreviousFile | string> {
  // Neither git nor the file system takes it, and no file has such a name.
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
    return `\`${shown(reference)}\` lies outside the project.`;
  }
  try {
    const bytes = await effects.readFile(file);
    if (bytes) return { name: reference, bytes };
  } catch (error) {
    if (!(error instanceof MachineFault)) throw error;
    return error.message.replaceAll(file, () => `\`${shown(reference)}\``);
  }
  return `There is no file \`${shown(reference)}\` beside this one.`;
}

/** A reference may be as long as any text. */
function shown(reference: string): string {
  return reference.length > 80 ? `${reference.slice(0, 79)}…` : reference;
}
