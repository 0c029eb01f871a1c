import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ASSESSMENTS_FOLDER, REVIEWS_FOLDER } from '../inputs.ts';
import type { Project, ProjectChange } from '../project.ts';

/** Editors write a file in several steps: changes within this many milliseconds count as one. */
const PAUSE = 100;

/**
 * Reports changes on disk to a project, and their effects to a listener. Returns a function that stops it; it
 * does not keep the process alive.
 */
export function watchProject(project: Project, listener: (change: ProjectChange) => void): () => void {
  return watchFolders(project.root, (paths) => {
    const change = project.changed(paths);
    if (change.affected.length > 0 || change.forms) listener(change);
  });
}

/**
 * Reports the files of a project that changed on disk, as absolute paths: configuration, assessments and
 * templates; and changes in other folders. A folder created later is watched from then on.
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
  /** Returns whether the folder is watched only from now on. */
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

/** The files in a folder that was just created, for which there were no events. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // already gone
  }
}
