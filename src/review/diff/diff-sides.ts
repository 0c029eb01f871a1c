import { createHash } from 'node:crypto';
import { basename, join, posix } from 'node:path';
import { RefusedFault, UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { contentsOf, filesAt } from '../../project/git/revisions.ts';
import { isAssessmentFile, isRegister, shownPath } from '../../project/inputs.ts';
import type { SideSource } from './diff-arguments.ts';

/** What the files on disk are called beside a revision. */
export const WORKING_TREE = 'working tree';

/** A file of one side. */
export interface SideFile {
  /** Its name without folders. */
  readonly name: string;
  /** With the revision before it, where it comes from one: `main:assessments/x.json`. */
  readonly shown: string;
  /** What git calls this content: two files with the same have the same bytes. */
  readonly oid: string;
  /** Why it is not read: a link that leads out of the project, a file far too large. */
  readonly refused?: string;
}

/** One side of a comparison: what there is, and how to get at it. */
export interface Side {
  /** How the user knows it: `main`, `working tree`, `old.json`. */
  readonly label: string;
  /** Whether one file was asked for. */
  readonly isFile: boolean;
  readonly assessments: readonly SideFile[];
  readonly register: SideFile | undefined;
  /** Bytes by object id; of files of this side only. */
  contents(files: readonly SideFile[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Lists a side. Throws UsageFault when the path that a revision was named with is not in it. */
export function openSide(source: SideSource, other: SideSource, effects: Effects): Promise<Side> {
  return source.kind === 'disk' ? diskSide(source, other, effects) : commitSide(source, effects);
}

async function commitSide(source: Extract<SideSource, { kind: 'commit' }>, effects: Effects): Promise<Side> {
  const { name, commit, path, isNamed } = source;
  const isFile = isAssessmentFile(path);
  const folder = isFile ? posix.dirname(path) : path;
  const found = await filesAt(commit, folder === '.' ? '' : folder, effects);
  const files = found.map((file) => ({
    path: file.path,
    name: posix.basename(file.path),
    shown: `${name}:${file.path}`,
    oid: file.oid,
  }));
  const assessments = files.filter((file) =>
    isFile ? file.path === path : isAssessmentFile(file.name) && posix.dirname(file.path) === (folder || '.'),
  );
  if (isNamed && assessments.length === 0) {
    throw new UsageFault(`There is no ${isFile ? 'file' : 'assessment in'} ${path} at ${name}.`);
  }
  return {
    label: name,
    isFile,
    assessments,
    register: files.find((file) => isRegister(file.name)),
    contents: (wanted) =>
      contentsOf(
        wanted.map(({ oid }) => oid),
        effects,
      ),
  };
}

async function diskSide(
  { path, shown, isFolder }: Extract<SideSource, { kind: 'disk' }>,
  other: SideSource,
  effects: Effects,
): Promise<Side> {
  const folder = isFolder ? path : join(path, '..');
  const entries = (await effects.listFolder(folder)) ?? [];
  // Object ids tell what differs without reading it; the length of those of the other side says which kind they are.
  const algorithm = other.kind === 'commit' && other.commit.length > 40 ? 'sha256' : 'sha1';
  const contents = new Map<string, Uint8Array>();
  const read = async (file: string): Promise<SideFile[]> => {
    const name = basename(file);
    const shown = shownPath(file, effects.projectFolder);
    try {
      const bytes = await effects.readFile(file);
      if (!bytes) return [];
      const oid = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      contents.set(oid, bytes);
      return [{ name, shown, oid }];
    } catch (error) {
      if (!(error instanceof RefusedFault)) throw error;
      return [
        { name, shown, oid: `refused ${shown}`, refused: error.message.replace(file, () => 'The file') },
      ];
    }
  };
  const named = (wanted: (name: string) => boolean) =>
    entries
      .filter((entry) => !entry.isFolder && wanted(entry.name))
      .map((entry) => read(join(folder, entry.name)));
  const assessments = isFolder ? await Promise.all(named(isAssessmentFile)) : [await read(path)];
  const [register] = (await Promise.all(named(isRegister))).flat();
  return {
    label: other.kind === 'commit' ? WORKING_TREE : shown,
    isFile: !isFolder,
    assessments: assessments.flat(),
    register,
    contents: async () => contents,
  };
}
