import { lstatSync } from 'node:fs';
import { hashOf } from './store.ts';

/**
 * A file changed this shortly before it was looked at may change again without a visible difference: some file
 * systems' clocks tick only every two seconds (FAT). Git has the same rule for its index ("racy git"). In
 * milliseconds.
 */
export const TICK = 2000;

/** Identifies an unchanged file: size, times of its last change (milliseconds), and inode. */
export type FileState = readonly [size: number, changed: number, touched: number, number: number];

/** `undefined` for a link: its target may change while the link does not. */
export function stateOf(path: string): FileState | undefined {
  const state = stateOrNone(path);
  return state === 'none' ? undefined : state;
}

/** The state of a set of files, including missing ones, when a run read them. */
export interface FileStates {
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
export function observeReading(
  paths: readonly string[],
): (others: readonly string[]) => FileStates | undefined {
  const begun = Date.now();
  const before = statesOf(paths);
  return (others) => {
    const states = statesOf([...paths, ...others]);
    return states && before?.print === statesOf(paths)?.print ? { ...states, begun } : undefined;
  };
}

/**
 * Whether files are in the same state as when they were read, and were old enough then for any change to be
 * visible.
 */
export function areUnchanged(paths: readonly string[], { print, latest, begun }: FileStates): boolean {
  return latest < begun - TICK && statesOf(paths)?.print === print;
}

function statesOf(paths: readonly string[]): Pick<FileStates, 'print' | 'latest'> | undefined {
  const lines: string[] = [];
  let latest = 0;
  for (const path of paths) {
    const state = stateOrNone(path);
    if (state === undefined) return undefined;
    if (state === 'none') lines.push(path);
    else {
      const [size, changed, touched, number] = state;
      latest = Math.max(latest, changed, touched);
      lines.push(`${path}\0${size} ${changed} ${touched} ${number}`);
    }
  }
  return { print: hashOf(lines.join('\n')), latest };
}

function stateOrNone(path: string): FileState | 'none' | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return 'none';
    return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
  } catch {
    return undefined;
  }
}
