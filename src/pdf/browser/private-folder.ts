import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import type { Machine } from './machine.ts';
import { platformOf } from './platform.ts';

/**
 * Where this user's copies live: the folder asked for, else the platform's own cache folder, else (no home, or
 * one that cannot be written) a folder in the shared temporary directory that only we can enter.
 */
function candidates(machine: Machine, asked: string | undefined): readonly string[] {
  if (asked !== undefined) return [asked];
  const { path, cache } = platformOf(machine);
  const shared = path.join(machine.temp, `threat-memo-${machine.uid ?? 'user'}`);
  // The XDG base directory specification has a relative XDG_CACHE_HOME ignored.
  return path.isAbsolute(cache) ? [path.join(cache, 'threat-memo'), shared] : [shared];
}

/**
 * Makes a folder and those above it, one by one. `mkdirSync` with `recursive` never ends on some file systems that cannot hold
 * any (`/proc` on Linux, Node 20). Throws the system's error.
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
      // Another process may have been quicker.
      if (!statSync(at, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  }
}

/**
 * Makes sure that a folder is there, is ours, and that nobody else can write or look into it: what we run from it
 * must not have been put there by another user. A folder that was there stays as it is. Throws the system's error, or an
 * Error when it is not ours alone.
 */
function assertPrivate(folder: string, uid: number | undefined): void {
  makeFolder(folder, 0o700);
  const found = lstatSync(folder); // not stat: a link planted here would lead to a folder of someone's choice
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (uid === undefined) return; // Windows: the profile's access rules do this
  if (found.uid !== uid) throw new Error(`${folder} belongs to another user`);
  if ((found.mode & 0o077) !== 0) throw new OpenToOthers(`${folder} is open to others`);
}

class OpenToOthers extends Error {}

/** The same for a folder that the program itself makes in its private one: open to others, it is closed. */
export function ensurePrivate(folder: string, uid: number | undefined): void {
  try {
    assertPrivate(folder, uid);
  } catch (error) {
    if (!(error instanceof OpenToOthers)) throw error;
    chmodSync(folder, 0o700);
  }
}

/** A folder itself where it is private, else one inside it that is: who may use a folder is for its owner to say. */
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

/** The first private folder that can be had. Throws a MachineFault when there is none. */
export function privateFolder(machine: Machine, asked?: string): string {
  const reasons: string[] = [];
  for (const folder of candidates(machine, asked)) {
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
