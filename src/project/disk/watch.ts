import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ASSESSMENTS_FOLDER } from '../inputs.ts';
import type { Project, ProjectChange } from '../project.ts';
import { REVIEWS_FOLDER } from '../reviews.ts';

/** Editors write a file in several steps: what happens within this many milliseconds is one change. */
const PAUSE = 100;

/**
 * Tells a project what changes on disk, and a listener what that means. Gives what ends it; a process with nothing
 * else to do ends by itself.
 */
export function watchProject(project: Project, listener: (change: ProjectChange) => void): () => void {
  return watchFolders(project.root, (paths) => {
    const change = project.changed(paths);
    if (change.affected.length > 0 || change.forms) listener(change);
  });
}

/**
 * Tells which files of a project changed on disk, as absolute paths: its configuration, assessments and templates; and what
 * changed in other folders. A folder that is made later is watched from then on.
 */
export function watchFolders(
  root: string,
  listener: (paths: readonly string[]) => void,
  others: readonly string[] = [],
): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = [...changed];
    changed.clear();
    timer = undefined;
    listener(paths);
  };
  const notice = (path: string) => {
    changed.add(path);
    timer ??= setTimeout(tell, PAUSE);
    timer.unref();
  };
  const watchers = new Map<string, FSWatcher>();
  const folders = [
    { folder: root, recursive: false }, // the configuration
    { folder: join(root, ASSESSMENTS_FOLDER), recursive: false },
    { folder: join(root, ASSESSMENTS_FOLDER, REVIEWS_FOLDER), recursive: false },
    { folder: join(root, 'templates'), recursive: true },
    ...others.map((folder) => ({ folder, recursive: false })),
  ];
  /** Gives whether it is watched only from now on. */
  const begin = ({ folder, recursive }: (typeof folders)[number]): boolean => {
    if (watchers.has(folder)) return false;
    const end = () => {
      watchers.get(folder)?.close();
      watchers.delete(folder);
    };
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, name) => {
        if (name === null) return;
        const path = join(folder, name);
        notice(path);
        const inside = folders.find((other) => other.folder === path);
        if (inside && begin(inside)) for (const entry of entriesOf(path)) notice(join(path, entry));
      });
      watchers.set(folder, watcher);
      watcher.on('error', end); // the folder is gone
      return true;
    } catch {
      return false; // no such folder
    }
  };
  for (const folder of folders) begin(folder);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
    clearTimeout(timer);
  };
}

/** What stands in a folder that was made just now: nobody has told of it. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // it is gone again
  }
}
