import { lstatSync } from 'node:fs';
import { hashOf } from './store.ts';

/**
 * A file changed this shortly before it was looked at may change again without a visible difference: some file
 * systems' clocks tick only every two seconds (FAT). Git has the same rule for its index ("racy git"). In
 * milliseconds.
 */
export const TICK = 2000;

/** Identifies an unchanged file: size, times of its last change (milliseconds), and inode. */
export type Look = readonly [size: number, changed: number, touched: number, number: number];

/** `undefined` for a link: its target may change while the link does not. */
export function lookAt(path: string): Look | undefined {
  const look = lookOrNone(path);
  return look === 'none' ? undefined : look;
}

/** The state of a set of files, including missing ones, when a run read them. */
export interface SeenFiles {
  /** SHA-256 of all their states. */
  readonly print: string;
  /** When the last of them was changed, in milliseconds. */
  readonly latest: number;
  /** When the run began to read them, in milliseconds. */
  readonly begun: number;
}

/**
 * Call before reading files; the function returned, called afterwards, gives the state of these files and of
 * `others` that were read. `undefined` if one is a link, or was changed in between: its content is then
 * unknown.
 */
export function watchReading(paths: readonly string[]): (others: readonly string[]) => SeenFiles | undefined {
  const begun = Date.now();
  const before = looksOf(paths);
  return (others) => {
    const looks = looksOf([...paths, ...others]);
    return looks && before?.print === looksOf(paths)?.print ? { ...looks, begun } : undefined;
  };
}

/**
 * Whether files are in the same state as when they were read, and were old enough then for any change to be
 * visible.
 */
export function lookAsSeen(paths: readonly string[], { print, latest, begun }: SeenFiles): boolean {
  return latest < begun - TICK && looksOf(paths)?.print === print;
}

function looksOf(paths: readonly string[]): Pick<SeenFiles, 'print' | 'latest'> | undefined {
  const lines: string[] = [];
  let latest = 0;
  for (const path of paths) {
    const look = lookOrNone(path);
    if (look === undefined) return undefined;
    if (look === 'none') lines.push(path);
    else {
      const [size, changed, touched, number] = look;
      latest = Math.max(latest, changed, touched);
      lines.push(`${path}\0${size} ${changed} ${touched} ${number}`);
    }
  }
  return { print: hashOf(lines.join('\n')), latest };
}

function lookOrNone(path: string): Look | 'none' | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return 'none';
    return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
  } catch {
    return undefined;
  }
}
