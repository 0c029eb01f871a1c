import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFont } from '../fonts/fonts.ts';
import { isRunning, type Machine } from './machine.ts';
import { ensurePrivate } from './private-folder.ts';

/**
 * A folder for one browser process: its profile, its temporary files, and the fonts presented to it as the
 * system's.
 */
export interface Profile {
  readonly folder: string;
  /** A fontconfig file that lists one font, ours. */
  readonly fontConfig: string;
  /** Removes the folder; whatever cannot be removed now, a later run removes. */
  remove(): void;
}

function removeFolder(folder: string): void {
  try {
    // A process that was just killed may still hold a file open.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // A later run removes it.
  }
}

function fontconfigFile(fonts: string, cache: string): string {
  const xml = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
    `<fontconfig><dir>${xml(fonts)}</dir><cachedir>${xml(cache)}</cachedir></fontconfig>`
  );
}

/**
 * Creates a new profile in `cache`, named after this process so that a later run can tell whether it is in use.
 */
export function makeProfile(machine: Machine, cache: string): Profile {
  const profiles = join(cache, 'profiles');
  ensurePrivate(profiles, machine.uid);
  const folder = mkdtempSync(join(profiles, `${machine.pid}-`));
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  writeFileSync(join(fonts, 'font.ttf'), systemFont());
  const fontConfig = join(folder, 'fonts.conf');
  writeFileSync(fontConfig, fontconfigFile(fonts, join(folder, 'fontconfig')));
  return { folder, fontConfig, remove: () => removeFolder(folder) };
}

/**
 * Younger profiles are kept, in milliseconds: their process may run where we cannot see it, such as in a
 * container.
 */
const SWEEP_AFTER = 3_600_000;

/** Removes the profiles of processes that were killed before they could do so. */
export function sweepProfiles(machine: Machine, cache: string): void {
  const profiles = join(cache, 'profiles');
  const now = statSync(profiles).mtimeMs; // our own profile was just created there
  for (const name of readdirSync(profiles)) {
    const owner = Number.parseInt(name, 10);
    if (!(owner > 0) || owner === machine.pid || isRunning(owner)) continue;
    const folder = join(profiles, name);
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && now - made > SWEEP_AFTER) removeFolder(folder);
  }
}
