import { createHash } from 'node:crypto';
import { basename, join, posix } from 'node:path';
import { RefusedFault, UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { contentsOf, filesAt } from '../../project/git/revisions.ts';
import { isAssessmentFile, isRegister, shownPath } from '../../project/inputs.ts';
import type { SideSource } from './diff-arguments.ts';

/** Label of the files on disk, compared with a revision. */
export const WORKING_TREE = 'working tree';

/** A file of one side. */
export interface SideFile {
  /** Its name without folders. */
  readonly name: string;
  /** Prefixed with its revision, if it is from one: `main:assessments/x.json`. */
  readonly shown: string;
  /** Git's id of the content: files with the same id have the same bytes. */
  readonly oid: string;
  /** Why it is not read: a link that leads out of the project, or a file far too large. */
  readonly refused?: string;
}

/** One side of a comparison: its files, and access to them. */
export interface Side {
  /** The name shown to the user: `main`, `working tree`, `old.json`. */
  readonly label: string;
  /** Whether a single file was named. */
  readonly isFile: boolean;
  readonly assessments: readonly SideFile[];
  readonly register: SideFile | undefined;
  /** Bytes by object id; only for files of this side. */
  contents(files: readonly SideFile[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Lists a side. Throws UsageFault if the path named with a revision is not in it. */
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
  // Object ids show what differs without reading it; their length on the other side shows the hash algorithm.
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
