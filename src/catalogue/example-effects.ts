import { join, relative } from 'node:path';
import { EXAMPLE_DAY } from '../check/example-input.ts';
import { compareText } from '../model/finding.ts';
import type { Effects, FolderEntry } from '../project/effects.ts';

/**
 * A folder in memory for running examples: `files` by path relative to it, with forward slashes. Nothing is
 * written; the program's own folder is read from disk.
 */
export function exampleEffects(files: ReadonlyMap<string, string>, real: Effects): Effects {
  const folder = join(real.programFolder, '.example');
  /** The path relative to the example's folder, empty for the folder itself; `undefined` for one outside. */
  const inside = (path: string): string | undefined => {
    const name = relative(folder, path).replaceAll('\\', '/');
    return name.startsWith('..') ? undefined : name;
  };
  return {
    ...real,
    projectFolder: folder,
    calledIn: folder,
    today: () => EXAMPLE_DAY,
    git: () => Promise.resolve(undefined),
    async readFile(path) {
      const name = inside(path);
      if (name === undefined) return real.readFile(path);
      const text = files.get(name);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    async listFolder(path) {
      const name = inside(path);
      return name === undefined ? real.listFolder(path) : entriesOf(name === '' ? '' : `${name}/`, files);
    },
    writeFiles: () => Promise.resolve(),
    abandonWrites: () => undefined,
  };
}

/** The entries directly in a folder, given with a trailing slash; `undefined` if there are none. */
function entriesOf(folder: string, files: ReadonlyMap<string, string>): FolderEntry[] | undefined {
  const isFolder = new Map<string, boolean>();
  for (const path of files.keys()) {
    if (!path.startsWith(folder)) continue;
    const [name = '', ...rest] = path.slice(folder.length).split('/');
    isFolder.set(name, rest.length > 0);
  }
  const entries = [...isFolder].map(([name, folderThere]) => ({ name, isFolder: folderThere }));
  return entries.length === 0 ? undefined : entries.sort((a, b) => compareText(a.name, b.name));
}
