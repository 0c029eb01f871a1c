import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ASSESSMENTS_FOLDER, CONFIG_FILES } from './inputs.ts';

/**
 * The root of the project that a folder belongs to: the nearest folder, from it upwards, with a configuration;
 * otherwise the nearest with a folder `assessments`; otherwise the folder itself.
 *
 * The search ends at the root of a git repository, and before the home folder and the root of the file system:
 * what is above them is not part of the project. It also ends before a folder that somebody else can write to:
 * strangers must not decide how these assessments are read.
 */
export function findRoot(start: string): string {
  const above = foldersOf(start);
  const has = (names: readonly string[]) =>
    above.find((folder) => names.some((name) => existsSync(join(folder, name))));
  return has(CONFIG_FILES) ?? has([ASSESSMENTS_FOLDER]) ?? start;
}

/** The folder and its parents that may be the project's root, nearest first. */
function foldersOf(start: string): string[] {
  const folders = [start];
  for (let at = start; !existsSync(join(at, '.git')); ) {
    const above = dirname(at);
    if (above === at || above === dirname(above) || above === homedir() || !isOwn(above, start)) break;
    folders.push(above);
    at = above;
  }
  return folders;
}

/** Whether two folders have the same owner, and the first is not writable by everybody. */
function isOwn(folder: string, other: string): boolean {
  const [found, start] = [folder, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  const isForAll = process.platform !== 'win32' && ((found?.mode ?? 0) & 0o002) !== 0;
  return found !== undefined && found.uid === start?.uid && !isForAll;
}
