import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { RefusedFault } from '../model/fault.ts';
import { escapedName } from '../model/shown-text.ts';

/** Whether a path is a folder itself or below it, comparing only the strings. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Rejects with a RefusedFault if a path that is inside a folder by name leads out of it through a link. Parts
 * that do not exist yet lead nowhere.
 */
export async function assertInside(path: string, folder: string): Promise<void> {
  if (!isBelow(path, folder)) return;
  for (let at = path; at !== folder; at = dirname(at)) {
    const found = await lstat(at).catch(() => undefined);
    // A link as the last part is replaced when written, not followed: only its folder matters.
    if (found === undefined || (at === path && found.isSymbolicLink())) continue;
    const [real, root] = await Promise.all([realpath(at), realpath(folder)]);
    if (!isBelow(real, root)) throw linkFault(at);
    return;
  }
}

/**
 * A git folder under any name that some file system accepts for it: other case, trailing dots or spaces, its
 * short name.
 */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*$/i;

/**
 * Rejects with a RefusedFault if one of the paths is in a git folder, by name or through links: git can execute
 * what is put there. A project that is itself below such a folder, as some work trees are, is written like any
 * other.
 */
export async function assertOutsideGit(paths: readonly string[], home: string): Promise<void> {
  const folders = new Set<string>();
  for (const path of paths) {
    if (isGitsOwn(path, home)) throw gitFault(path);
    const folder = dirname(path);
    if (folders.has(folder)) continue;
    folders.add(folder);
    let above = folder;
    while ((await realOf(above)) === undefined && dirname(above) !== above) above = dirname(above);
    if (isGitsOwn((await realOf(above)) ?? above, home)) throw gitFault(path);
  }
}

/** Whether a path is or lies in a git folder by name. */
function isGitsOwn(path: string, home: string): boolean {
  for (let at = path; dirname(at) !== at; at = dirname(at))
    if (GIT_FOLDER.test(basename(at)) && !isBelow(home, at)) return true;
  return false;
}

function gitFault(path: string): RefusedFault {
  return new RefusedFault(
    `${escapedName(path)} lies in a folder of git, where nothing is written.`,
    'Choose another folder (--out).',
  );
}

/**
 * Rejects with a RefusedFault for a path that leads through a link to somewhere outside of `home`: a stranger's
 * project must not make the program read anything else. A path outside of `home` was named by the user; links
 * from there must stay in its own folder.
 */
export async function assertReadable(path: string, home: string): Promise<void> {
  const [real, root] = await Promise.all([realOf(path), realOf(home)]);
  if (real === undefined || root === undefined) return; // it does not exist: reading reports that
  if (isBelow(real, root)) return;
  if (!isBelow(path, home)) {
    const folder = await realOf(dirname(path));
    if (folder !== undefined && isBelow(real, folder)) return;
  }
  throw linkFault(path);
}

/** The real path; `undefined` if nothing is there. */
function realOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function linkFault(path: string): RefusedFault {
  return new RefusedFault(
    `${escapedName(path)} is a link that leads out of its folder.`,
    'Links are followed inside the folder of the project only: put a copy in its place, or name what it leads to.',
  );
}
