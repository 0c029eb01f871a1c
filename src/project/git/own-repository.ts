import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isBelow } from '../inside.ts';

/**
 * What of the git repository around a folder lies elsewhere without that repository knowing of it; `undefined` where
 * nothing does. A project from a stranger may name somebody else's repository as its own: its files would then come into
 * the memo as an edition before. Linked work trees and submodules are known to the repository they belong to.
 */
export function strayRepository(folder: string): string | undefined {
  const start = real(folder) ?? folder;
  for (let at = start; ; at = dirname(at)) {
    const git = join(at, '.git');
    const found = lstatSync(git, { throwIfNoEntry: false });
    if (found?.isFile()) return isKnownTo(git, at) ? undefined : git;
    if (found) return strayPart(git, at);
    if (dirname(at) === at) return undefined;
  }
}

/** A file `.git` names a repository elsewhere: a linked work tree or a submodule, which that repository names in turn. */
function isKnownTo(file: string, folder: string): boolean {
  const named = /^gitdir: (.+?)\s*$/.exec(textOf(file))?.[1];
  if (named === undefined) return true; // git says what is wrong with it
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
  const alternates = join(git, 'objects', 'info', 'alternates');
  const named = textOf(alternates).split('\n').filter(Boolean);
  if (named.some((path) => !isInside(resolve(git, 'objects', path), folder))) return alternates;
  return strayLink(git, folder, 0) ?? strayLink(join(git, 'objects'), folder, 1) ?? strayRef(git, folder);
}

/** The first link in a folder, or so many levels below it, that leads out of `home`. */
function strayLink(folder: string, home: string, levels: number): string | undefined {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink() && !isInside(path, home)) return path;
    // Objects themselves are named by what is in them: only who knows it already could link to one.
    const isFolderOfFew = entry.isDirectory() && /^(?:info|pack)$/.test(entry.name);
    const below = levels > 0 && isFolderOfFew ? strayLink(path, home, levels - 1) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Deepest nesting of names such as `refs/remotes/origin/topic/of/somebody`. */
const MOST_LEVELS = 16;

function strayRef(git: string, home: string, names: readonly string[] = ['refs']): string | undefined {
  const folder = join(git, ...names);
  const link = strayLink(folder, home, 0);
  if (link !== undefined || names.length > MOST_LEVELS) return link;
  for (const entry of entriesOf(folder)) {
    const below = entry.isDirectory() ? strayRef(git, home, [...names, entry.name]) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
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

/** Empty where there is no such file. */
function textOf(file: string): string {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
