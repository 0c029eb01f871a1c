import type { GitAnswer } from './git/git.ts';

/** Everything the program does to the outside world; tests pass another one. Paths are absolute. */
export interface Effects {
  /** Root of the project: its configuration, its forms, `assessments/` and `out/` are here, and shown paths start here. */
  readonly projectFolder: string;
  /** Folder the command was called in: the root, or one below it. What the user names is looked for here first. */
  readonly calledIn: string;
  /** Folder of the installed program: its templates are there. */
  readonly programFolder: string;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How many processors there are to work with. */
  readonly parallelism: number;
  /** Today, `YYYY-MM-DD` in UTC. Only findings such as `overdue-forecast` depend on it, no output of a build. */
  today(): string;
  /**
   * Bytes of a file; `undefined` when there is none. Other failures reject with a MachineFault: a RefusedFault for a link that
   * leads out of the project, for a pipe or a device, and for a file far too large.
   */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** Asks git in the project's root; `undefined` when there is no git on this machine. */
  git(args: readonly string[], input?: string): Promise<GitAnswer | undefined>;
  /** Names in a folder, sorted by code unit; `undefined` when there is no such folder. */
  listFolder(path: string): Promise<readonly FolderEntry[] | undefined>;
  /**
   * Writes files whole or not at all: each under another name first, then all are renamed. Makes the folders.
   * Rejects with a MachineFault when that cannot be done; no half-written file is left.
   */
  writeFiles(files: readonly OutputFile[]): Promise<void>;
  /**
   * Removes files that an earlier run wrote below a folder; what is not there stays so, and nothing is removed by way of a link.
   */
  removeFiles(paths: readonly string[], within: string): Promise<void>;
  /** Removes at once what `writeFiles` has begun: for a run that is broken off. */
  abandonWrites(): void;
  /** Set where the pictures were written anew before: those that a PDF carries stay as they are. */
  readonly carriesPictures?: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /**
   * A file of the user's that is changed rather than made: who may use it stays as it is, a link to it stays a link, and
   * one that is read-only is not replaced.
   */
  readonly inPlace?: boolean;
  /** Folders that the file is below by name: no link may lead it out of them. */
  readonly within?: readonly string[];
}
