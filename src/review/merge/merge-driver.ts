import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { pathNamed } from '../../project/inputs.ts';
import { mergeFiles } from './merge-files.ts';

/** Git's arguments to a merge driver: files with the three versions, and the path of the merged file. */
export interface MergeOrder {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly path: string;
}

export interface MergeReport {
  /** Paths of the fields left in conflict; `undefined` if the merge was by lines. */
  readonly fields: readonly string[] | undefined;
  readonly isClean: boolean;
}

/**
 * Merges into the file with our version, as git expects of a merge driver. Files that are not part of a project
 * are merged by lines, as git does.
 */
export async function mergeDriver(
  { base, ours, theirs, path }: MergeOrder,
  effects: Effects,
): Promise<MergeReport> {
  const read = async (file: string) => {
    const at = await pathNamed(file, effects);
    const bytes = await effects.readFile(at);
    if (!bytes) throw new UsageFault(`There is no file ${file}.`);
    return { at, bytes };
  };
  const [before, mine, yours] = [await read(base), await read(ours), await read(theirs)];
  const merged = mergeFiles(path, { base: before.bytes, ours: mine.bytes, theirs: yours.bytes });
  if (merged) {
    await effects.writeFiles([{ path: mine.at, content: merged.text, inPlace: true }]);
    return { fields: merged.conflicts, isClean: merged.conflicts.length === 0 };
  }
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  const answer = await effects.git(['merge-file', '-p', ...labels, mine.at, before.at, yours.at]);
  if (!answer || answer.code >= 128) throw new UsageFault(`git cannot merge ${path} line by line.`);
  await effects.writeFiles([{ path: mine.at, content: answer.stdout, inPlace: true }]);
  return { fields: undefined, isClean: answer.code === 0 };
}
