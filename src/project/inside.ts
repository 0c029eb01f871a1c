import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { escapedName } from '../model/escaped-name.ts';
import { RefusedFault } from '../model/fault.ts';

/** Whether a path is a folder itself or below it, by the letters of both. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Rejects with a RefusedFault when a path that is inside a folder by name leads out of it by way of a link. What of the path
 * is not there yet cannot lead anywhere.
 */
export async function assertInside(path: string, folder: string): Promise<void> {
  if (!isBelow(path, folder)) return;
  for (let at = path; at !== folder; at = dirname(at)) {
    const found = await lstat(at).catch(() => undefined);
    // A link under the last name is read through, but replaced when written: only its folder matters then.
    if (found === undefined || (at === path && found.isSymbolicLink())) continue;
    const [real, root] = await Promise.all([realpath(at), realpath(folder)]);
    if (!isBelow(real, root)) throw linkFault(at);
    return;
  }
}

/** A folder of git by any name that some file system takes for it: other letters, dots or blanks behind it, its short name. */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*$/i;

/**
 * Rejects with a RefusedFault for a path in a folder of git, by name or by way of links: what is put there can be run by git.
 * A project that itself lies below such a folder, as some keep their work trees, is written as any other.
 */
export async function assertNotGits(path: string, home: string): Promise<void> {
  let above = dirname(path);
  while ((await realOf(above)) === undefined && dirname(above) !== above) above = dirname(above);
  for (const at of [path, (await realOf(above)) ?? above]) {
    for (let folder = at; dirname(folder) !== folder; folder = dirname(folder)) {
      if (!GIT_FOLDER.test(basename(folder)) || isBelow(home, folder)) continue;
      throw new RefusedFault(
        `${escapedName(path)} lies in a folder of git, where nothing is written.`,
        'Choose another folder (--out).',
      );
    }
  }
}

/**
 * Rejects with a RefusedFault for a file or folder that is a link, or lies behind one, to somewhere outside `home`: a
 * project from a stranger must not have the program read what is not in it. A path outside `home` was named by the user;
 * from there, links lead no further than its own folder.
 */
export async function assertReadable(path: string, home: string): Promise<void> {
  const [real, root] = await Promise.all([realOf(path), realOf(home)]);
  if (real === undefined || root === undefined) return; // not there: reading says so
  if (isBelow(real, root)) return;
  if (!isBelow(path, home)) {
    const folder = await realOf(dirname(path));
    if (folder !== undefined && isBelow(real, folder)) return;
  }
  throw linkFault(path);
}

/** Where a path leads; `undefined` where nothing is. */
function realOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function linkFault(path: string): RefusedFault {
  return new RefusedFault(
    `${escapedName(path)} is a link that leads out of its folder.`,
    'Links are followed inside the folder of the project only: put a copy in its place, or name what it leads to.',
  );
}
