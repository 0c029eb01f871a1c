import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shownPath } from '../inputs.ts';
import { isBelow } from '../inside.ts';

/**
 * The part of a folder's git repository that is elsewhere without that place knowing of it; `undefined` if
 * there is none. A stranger's project may name somebody else's repository as its own: that repository's files
 * would then get into the memo as a previous edition. Linked work trees and submodules are known to their
 * repository.
 */
export function strayRepository(folder: string): string | undefined {
  const start = real(folder) ?? folder;
  for (let at = start; ; at = dirname(at)) {
    const git = join(at, '.git');
    const found = lstatSync(git, { throwIfNoEntry: false });
    if (found?.isFile()) return strayFile(git, at);
    if (found && !found.isDirectory() && !found.isSymbolicLink()) return git;
    if (found) return strayPart(git, at);
    if (dirname(at) === at) return undefined;
  }
}

/** Why a repository is not read, and what to do about it. */
export function strayMessage(stray: string, projectFolder: string): string {
  const shown = shownPath(stray, projectFolder);
  const help = stray.endsWith('alternates')
    ? ` A clone made with --shared or --reference is on its own after \`git repack -a -d\`, and without ${shown}.`
    : '';
  return `The git repository of this folder is not read: ${shown} leads out of it, or is not an ordinary file.${help}`;
}

/**
 * A repository named by a file `.git`: if it is in the same folder, it came with it, and is not trusted any
 * more.
 */
function strayFile(git: string, folder: string): string | undefined {
  const named = homeNamedBy(git);
  const home = named === undefined ? undefined : real(resolve(folder, named));
  if (home !== undefined && isBelow(home, folder)) return strayPart(home, folder);
  return isKnownTo(git, folder) ? undefined : git;
}

function homeNamedBy(file: string): string | undefined {
  return /^gitdir: (.+?)\s*$/.exec(textOf(file))?.[1];
}

/**
 * Whether a repository elsewhere that a file `.git` names (a linked work tree or a submodule) in turn names
 * this folder.
 */
function isKnownTo(file: string, folder: string): boolean {
  const named = homeNamedBy(file);
  if (named === undefined) return true; // git itself reports what is wrong with it
  const home = resolve(folder, named);
  const back = textOf(join(home, 'gitdir')).trim();
  if (back !== '') return real(resolve(home, back)) === real(file);
  const tree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(textOf(join(home, 'config')))?.[1];
  return tree !== undefined && real(resolve(home, tree)) === real(folder);
}

/** A link, or a file that names another place, in a folder `.git`. */
function strayPart(git: string, folder: string): string | undefined {
  if (real(git) !== git) return git;
  const common = join(git, 'commondir');
  if (lstatSync(common, { throwIfNoEntry: false })) return common;
  return (
    strayStore(join(git, 'objects'), folder, 0) ??
    strayEntry(git, folder, 0) ??
    strayEntry(join(git, 'info'), folder, 0) ??
    strayRef(git, folder, ['refs']) ??
    strayRef(git, folder, ['worktrees'])
  );
}

/** Longest chain of alternate object stores; git itself follows five. */
const MAX_STORES = 5;

/** The part of an object store that is elsewhere, including its alternates. */
function strayStore(objects: string, home: string, depth: number): string | undefined {
  const stray = strayEntry(objects, home, 2);
  if (stray !== undefined) return stray;
  const alternates = join(objects, 'info', 'alternates');
  if (isTooLong(alternates)) return alternates;
  const named = textOf(alternates)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const path of named) {
    // Git parses a quoted path as in C; this is not supported here.
    const store = resolve(objects, path);
    if (path.startsWith('"') || depth >= MAX_STORES || !isInside(store, home)) return alternates;
    const further = strayStore(store, home, depth + 1);
    if (further !== undefined) return further;
  }
  return undefined;
}

/**
 * The first entry of a folder, down to some levels, that is a link out of `home`, or neither a file nor a
 * folder: git would wait for ever on a pipe.
 */
function strayEntry(folder: string, home: string, levels: number): string | undefined {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (
      entry.isSymbolicLink()
        ? !isInside(path, home) || !isOrdinary(path)
        : !entry.isFile() && !entry.isDirectory()
    )
      return path;
    // Object files are named by their hash: only somebody who knows the content could link to one.
    const isFolderOfFew =
      entry.isDirectory() && /^(?:info|pack|commit-graphs|multi-pack-index\.d)$/.test(entry.name);
    const below = levels > 0 && isFolderOfFew ? strayEntry(path, home, levels - 1) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Deepest nesting of names such as `refs/remotes/origin/topic/of/somebody`. */
const MAX_LEVELS = 16;

function strayRef(git: string, home: string, names: readonly string[]): string | undefined {
  const folder = join(git, ...names);
  const link = strayEntry(folder, home, 0);
  if (link !== undefined || names.length > MAX_LEVELS) return link;
  for (const entry of entriesOf(folder)) {
    const below = entry.isDirectory() ? strayRef(git, home, [...names, entry.name]) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Whether a link leads to a file, a folder, or nothing. */
function isOrdinary(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.isFile() || found.isDirectory();
}

function isInside(path: string, home: string): boolean {
  const there = real(path);
  return there === undefined || isBelow(there, home);
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Longest file with paths that is read, in bytes: git accepts longer ones, and what is not read cannot be
 * trusted.
 */
const MAX_BYTES = 1_000_000;

function isTooLong(file: string): boolean {
  return (lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES;
}

/** Empty if the file is missing or too long. */
function textOf(file: string): string {
  try {
    return lstatSync(file).isFile() && !isTooLong(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
