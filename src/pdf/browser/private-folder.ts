import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import type { Machine } from './machine.ts';
import { platformOf } from './platform.ts';

/**
 * Folders to try for this user's copies: the folder asked for, the platform's own cache folder, or (no home, or
 * one that cannot be written) a folder in the shared temporary directory that only we can enter.
 */
function candidates(machine: Machine, requested: string | undefined): readonly string[] {
  if (requested !== undefined) return [requested];
  const { path, cache } = platformOf(machine);
  const shared = path.join(machine.temp, `threat-memo-${machine.uid ?? 'user'}`);
  // The XDG base directory specification says to ignore a relative XDG_CACHE_HOME.
  return path.isAbsolute(cache) ? [path.join(cache, 'threat-memo'), shared] : [shared];
}

/**
 * Creates a folder and its parents, one by one. `mkdirSync` with `recursive` never returns on some file systems
 * that cannot hold any (`/proc` on Linux, Node 20). Throws the system's error.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = folder; statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const at of missing.reverse()) {
    try {
      mkdirSync(at, { mode });
    } catch (error) {
      // Another process may have created it.
      if (!statSync(at, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  }
}

/**
 * Ensures that a folder exists, is ours, and that nobody else can write to it or look into it: what we run from
 * it must not have been put there by another user. An existing folder is not changed. Throws the system's
 * error, or an Error if the folder is not ours alone.
 */
function assertPrivate(folder: string, uid: number | undefined): void {
  makeFolder(folder, 0o700);
  const found = lstatSync(folder); // not `stat`: a link planted here would lead to a folder of somebody else's choice
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (uid === undefined) return; // on Windows, the profile's access rights ensure it
  if (found.uid !== uid) throw new Error(`${folder} belongs to another user`);
  if ((found.mode & 0o077) !== 0) throw new OpenToOthers(`${folder} is open to others`);
}

class OpenToOthers extends Error {}

/** The same for a folder that the program creates in its private one: if it is open to others, it is closed. */
export function ensurePrivate(folder: string, uid: number | undefined): void {
  try {
    assertPrivate(folder, uid);
  } catch (error) {
    if (!(error instanceof OpenToOthers)) throw error;
    chmodSync(folder, 0o700);
  }
}

/**
 * The folder itself if it is private, otherwise a private one inside it: access to a folder is for its owner to
 * decide.
 */
function privateWithin(folder: string, uid: number | undefined): string {
  try {
    assertPrivate(folder, uid);
    return folder;
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
    const own = join(folder, `threat-memo-${uid ?? 'user'}`);
    assertPrivate(own, uid);
    return own;
  }
}

/** The first private folder that can be used. Throws a MachineFault if there is none. */
export function privateFolder(machine: Machine, requested?: string): string {
  const reasons: string[] = [];
  for (const folder of candidates(machine, requested)) {
    try {
      return privateWithin(folder, machine.uid);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new MachineFault(
    `There is no folder to keep the browser in: ${reasons.join('; ')}.`,
    'Give the program a folder that only you can write to, for example by setting XDG_CACHE_HOME.',
  );
}
