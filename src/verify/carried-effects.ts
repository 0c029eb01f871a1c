import { dirname, join, relative } from 'node:path';
import { compareText } from '../model/finding.ts';
import type { Effects, FolderEntry } from '../project/effects.ts';

/** A folder in memory, and the files written to it. */
export interface CarriedEffects extends Effects {
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/**
 * Effects for rebuilding a PDF from its own attachments: `files` by path relative to the working folder, with
 * forward slashes, and `revisions` as git would have them, by `revision:path`. Nothing is written to disk, git
 * is not run, and only the program's own folder is read from disk; with `ownTemplates`, also the `templates/`
 * of the working folder.
 */
export function carriedEffects(
  files: ReadonlyMap<string, Uint8Array>,
  real: Effects,
  ownTemplates: boolean,
  revisions: ReadonlyMap<string, Uint8Array> = new Map(),
): CarriedEffects {
  const folder = join(real.programFolder, '.verify');
  const written = new Map<string, Uint8Array>();
  const within = (root: string, path: string): string | undefined => {
    const name = relative(root, path).replaceAll('\\', '/');
    return name === '..' || name.startsWith('../') ? undefined : name;
  };
  /** The file on disk for a path, if it may be read. */
  const onDisk = (path: string): string | undefined => {
    const name = within(folder, path);
    if (name === undefined) return within(real.programFolder, path) === undefined ? undefined : path;
    return ownTemplates && /^(?:templates|node_modules[/\\]@fontsource)/.test(name)
      ? join(real.projectFolder, name)
      : undefined;
  };
  return {
    ...real,
    projectFolder: folder,
    calledIn: folder,
    carriesPictures: true,
    written,
    async git([command, type, object = '']) {
      const bytes = command === 'cat-file' && type === 'blob' ? revisions.get(object) : undefined;
      return bytes && { code: 0, stdout: Buffer.from(bytes), stderr: '' };
    },
    async readFile(path) {
      const disk = onDisk(path);
      return disk === undefined ? files.get(within(folder, path) ?? '') : real.readFile(disk);
    },
    async listFolder(path) {
      const disk = onDisk(path);
      if (disk !== undefined) return real.listFolder(disk);
      const entries = [...files.keys()].filter((name) => join(folder, dirname(name)) === path);
      return entries.length === 0
        ? undefined
        : entries.map(entryOf).sort((a, b) => compareText(a.name, b.name));
    },
    async writeFiles(outputs) {
      for (const { path, content } of outputs) written.set(path, Buffer.from(content));
    },
    abandonWrites: () => undefined,
  };
}

function entryOf(path: string): FolderEntry {
  return { name: path.slice(path.lastIndexOf('/') + 1), isFolder: false };
}
