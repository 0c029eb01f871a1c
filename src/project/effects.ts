import type { GitAnswer } from './git/git.ts';

/** All the program's access to the outside world; tests pass their own. Paths are absolute. */
export interface Effects {
  /**
   * Root of the project, with its configuration, forms, `assessments/` and `out/`; displayed paths are relative
   * to it.
   */
  readonly projectFolder: string;
  /** Working folder: the root, or one below it. Paths from the user are resolved here first. */
  readonly calledIn: string;
  /** Folder of the installed program: its templates are there. */
  readonly programFolder: string;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Number of processors to use. */
  readonly parallelism: number;
  /**
   * Today, `YYYY-MM-DD` in UTC. Used only for findings such as `overdue-forecast`, not for outputs of a build.
   */
  today(): string;
  /**
   * Bytes of a file; `undefined` if there is none. Other failures reject with a MachineFault: a RefusedFault
   * for a link that leads out of the project, a pipe or a device, or a file that is far too large.
   */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** Runs git in the project's root; `undefined` if git is not installed. */
  git(args: readonly string[], input?: string): Promise<GitAnswer | undefined>;
  /** Names in a folder, sorted by code unit; `undefined` if there is no such folder. */
  listFolder(path: string): Promise<readonly FolderEntry[] | undefined>;
  /**
   * Writes files completely or not at all: each under a temporary name first, then all are renamed. Creates
   * folders. Rejects with a MachineFault on failure; no partial file is left.
   */
  writeFiles(files: readonly OutputFile[]): Promise<void>;
  /**
   * Removes files that an earlier run wrote below a folder; ignores missing ones, and removes nothing through a
   * link.
   */
  removeFiles(paths: readonly string[], within: string): Promise<void>;
  /** Removes at once what `writeFiles` has begun: for an interrupted run. */
  abandonWrites(): void;
  /** Set if the pictures were re-encoded before: those embedded in a PDF are used as they are. */
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
   * A user's file that is edited rather than created: its permissions and links are kept, and a read-only file
   * is not replaced.
   */
  readonly inPlace?: boolean;
  /** Folders that contain the file by name: no link may lead it out of them. */
  readonly within?: readonly string[];
  /**
   * Compared and, if it differs, written again by the next run: need not be on the disk before it is renamed,
   * which takes longer than everything else where there are thousands.
   */
  readonly isRebuilt?: boolean;
}
