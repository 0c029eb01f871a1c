import { watch } from 'node:fs';
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
 * changed in other folders.
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
  const watchers = [
    { folder: root, recursive: false }, // the configuration
    { folder: join(root, ASSESSMENTS_FOLDER), recursive: false },
    { folder: join(root, ASSESSMENTS_FOLDER, REVIEWS_FOLDER), recursive: false },
    { folder: join(root, 'templates'), recursive: true },
    ...others.map((folder) => ({ folder, recursive: false })),
  ].flatMap(({ folder, recursive }) => {
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, name) => {
        if (name !== null) notice(join(folder, name));
      });
      watcher.on('error', () => watcher.close()); // the folder is gone
      return [watcher];
    } catch {
      return []; // no such folder
    }
  });
  return () => {
    for (const watcher of watchers) watcher.close();
    clearTimeout(timer);
  };
}
