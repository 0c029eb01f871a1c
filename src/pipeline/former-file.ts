import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Effects } from './effects.ts';
import type { InputFile } from './inputs.ts';

/** A file that an assessment names as the edition before it. */
export interface FormerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
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
