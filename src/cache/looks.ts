import { lstatSync } from 'node:fs';
import { hashOf } from './store.ts';

/**
 * A file changed this shortly before it was looked at may have been changed again without showing it: clocks of file systems tick
 * as slowly as every two seconds (FAT). Git has the same rule for its index ("racy git"). In milliseconds.
 */
export const TICK = 2000;

/** By what a file is known to be the same: size, times of its last change (milliseconds), and its number. */
export type Look = readonly [size: number, changed: number, touched: number, number: number];

/** Nothing for a link: what it leads to may change while it stays the same. */
export function lookAt(path: string): Look | undefined {
  const look = lookOrNone(path);
  return look === 'none' ? undefined : look;
}

/** How files looked together, with those that are not there, when a run had read them. */
export interface SeenFiles {
  /** SHA-256 of all of it. */
  readonly print: string;
  /** When the last of them was changed, in milliseconds. */
  readonly latest: number;
  /** When the run began to read them, in milliseconds. */
  readonly begun: number;
}

/**
 * Begin before files are read; what is given, called when they have been, tells how they and `others` that were read look.
 * `undefined` where one is a link, or was changed in between: nothing can be said of what it holds.
 */
export function watchReading(paths: readonly string[]): (others: readonly string[]) => SeenFiles | undefined {
  const begun = Date.now();
  const before = looksOf(paths);
  return (others) => {
    const looks = looksOf([...paths, ...others]);
    return looks && before?.print === looksOf(paths)?.print ? { ...looks, begun } : undefined;
  };
}

/** Whether files look as they did when they were read, and were old enough then to show any change. */
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
