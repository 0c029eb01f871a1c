import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import type { Machine } from './machine.ts';

/**
 * Where this user's copies live: the folder asked for, else the platform's own cache folder, else (no home, or
 * one that cannot be written) a folder in the shared temporary directory that only we can enter.
 */
function candidates(machine: Machine, asked: string | undefined): readonly string[] {
  if (asked !== undefined) return [asked];
  const { env, home, temp } = machine;
  const path = machine.platform === 'win32' ? win32 : posix;
  const cache =
    machine.platform === 'win32'
      ? (env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : machine.platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : (env.XDG_CACHE_HOME ?? path.join(home, '.cache'));
  const shared = path.join(temp, `threat-memo-${machine.uid ?? 'user'}`);
  // The XDG base directory specification has a relative XDG_CACHE_HOME ignored.
  return path.isAbsolute(cache) ? [path.join(cache, 'threat-memo'), shared] : [shared];
}

/**
 * Makes sure that a folder is there, is ours, and that nobody else can write or look into it: what we run from it
 * must not have been put there by another user. Throws the system's error, or an Error when it is not ours.
 */
export function ensurePrivate(folder: string, uid: number | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder); // not stat: a link planted here would lead to a folder of someone's choice
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (uid === undefined) return; // Windows: the profile's access rules do this
  if (found.uid !== uid) throw new Error(`${folder} belongs to another user`);
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** The first private folder that can be had. Throws a MachineFault when there is none. */
export function privateFolder(machine: Machine, asked?: string): string {
  const reasons: string[] = [];
  for (const folder of candidates(machine, asked)) {
    try {
      ensurePrivate(folder, machine.uid);
      return folder;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new MachineFault(
    `There is no folder to keep the browser in: ${reasons.join('; ')}.`,
    'Give the program a folder that only you can write to, for example by setting XDG_CACHE_HOME.',
  );
}
