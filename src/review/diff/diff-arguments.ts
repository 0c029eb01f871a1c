import { isAbsolute, posix, relative, resolve } from 'node:path';
import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { commitsOf, mergeBase, prefixInRepository } from '../../project/git/revisions.ts';
import { ASSESSMENTS_FOLDER, isAssessmentFile, pathNamed, shownPath } from '../../project/inputs.ts';

/** Where one side of a comparison is read. */
export type SideSource =
  | { readonly kind: 'disk'; readonly path: string; readonly shown: string; readonly isFolder: boolean }
  | {
      readonly kind: 'commit';
      /** As the user wrote it. */
      readonly name: string;
      readonly commit: string;
      /** File or folder, from the root of the repository, without a trailing slash; empty for the root. */
      readonly path: string;
      /** Whether the user named the path at this revision, so that it must exist. */
      readonly isNamed: boolean;
    };

/** What the user wrote, before the path in a revision is determined. */
type Named =
  | { readonly kind: 'disk'; readonly path: string; readonly isFolder: boolean }
  | { readonly kind: 'revision'; readonly name: string; readonly path?: string };

/**
 * The two sides of `diff <old> [<new>]`. A name on disk is a file or folder; anything else is a git revision
 * (`main`, `HEAD~3`), a file in one (`v1:assessments/x.json`), or two revisions (`v1..v2`; `main...topic`
 * compares from the merge base). A revision is read at the path of the other side, or at `assessments/`.
 * Without `new`, a revision is compared with the working tree, and a path with its last commit. Throws
 * UsageFault for anything else.
 */
export async function sidesNamed(
  old: string,
  fresh: string | undefined,
  effects: Effects,
): Promise<readonly [SideSource, SideSource]> {
  const first = await onDisk(old, effects);
  if (fresh === undefined && !first) {
    const range = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(old);
    if (range && !looksLikePath(old)) return rangeOf(range, effects);
  }
  const before = first ?? revisionNamed(old);
  if (fresh === undefined) {
    if (before.kind === 'disk') return joined({ kind: 'revision', name: 'HEAD' }, before, effects);
    const path = before.path ?? ASSESSMENTS_FOLDER;
    const prefix = before.path === undefined ? '' : await prefixInRepository(effects);
    return joined(before, await workingTree(posix.relative(prefix, path), effects), effects);
  }
  const after = (await onDisk(fresh, effects)) ?? revisionNamed(fresh);
  return joined(before, after, effects);
}

async function rangeOf(range: RegExpExecArray, effects: Effects): Promise<[SideSource, SideSource]> {
  const [, from = '', dots, to = ''] = range;
  const names: [string, string] = [from || 'HEAD', to || 'HEAD'];
  const [before, after] = await joined(
    { kind: 'revision', name: names[0] },
    { kind: 'revision', name: names[1] },
    effects,
  );
  if (dots === '..' || before.kind === 'disk' || after.kind === 'disk') return [before, after];
  const commit = await mergeBase(names, [before.commit, after.commit], effects);
  return [{ ...before, commit, name: `${names[0]}...` }, after];
}

async function joined(before: Named, after: Named, effects: Effects): Promise<[SideSource, SideSource]> {
  const revisions = [before, after].filter((side) => side.kind === 'revision');
  if (before.kind === 'disk' && after.kind === 'disk' && before.isFolder !== after.isFolder) {
    throw new UsageFault('Compare a file with a file, or a folder with a folder.');
  }
  const prefix = revisions.length > 0 ? await prefixInRepository(effects) : '';
  const names = [...new Set(revisions.map(({ name }) => name))];
  const oids = names.length > 0 ? await commitsOf(names, effects) : [];
  const commits = new Map(names.map((name, index) => [name, oids[index] ?? '']));
  const sourceOf = (side: Named, other: Named): SideSource => {
    if (side.kind === 'disk') return { ...side, shown: shownPath(side.path, effects.projectFolder) };
    const { name } = side;
    const path = side.path ?? pathOf(other, prefix, effects);
    return { kind: 'commit', name, commit: commits.get(name) ?? '', path, isNamed: side.path !== undefined };
  };
  return [sourceOf(before, after), sourceOf(after, before)];
}

/** The path at which a revision is read for comparison with another side. */
function pathOf(other: Named, prefix: string, { projectFolder }: Effects): string {
  if (other.kind === 'revision') return other.path ?? `${prefix}${ASSESSMENTS_FOLDER}`;
  const inside = relative(projectFolder, other.path).replaceAll('\\', '/');
  const path = isAbsolute(inside) ? '..' : posix.join(prefix, inside);
  if (path === '..' || path.startsWith('../../')) {
    throw new UsageFault(
      `${shownPath(other.path, projectFolder)} lies outside of the git repository here: name two files or folders, or a revision with a path.`,
    );
  }
  return path === '.' ? '' : path.replace(/\/$/, '');
}

async function onDisk(name: string, effects: Effects): Promise<Extract<Named, { kind: 'disk' }> | undefined> {
  if (name === '') return undefined;
  const path = await pathNamed(name, effects);
  if (await effects.listFolder(path)) return { kind: 'disk', path, isFolder: true };
  return (await effects.readFile(path)) ? { kind: 'disk', path, isFolder: false } : undefined;
}

/** A path in the working tree; if it does not exist, it counts as empty. */
async function workingTree(path: string, effects: Effects): Promise<Named> {
  const found = await onDisk(path, effects);
  const isFolder = !isAssessmentFile(path);
  return found ?? { kind: 'disk', path: resolve(effects.projectFolder, path), isFolder };
}

function revisionNamed(text: string): Named {
  if (looksLikePath(text)) throw new UsageFault(`There is no file or folder ${text}.`);
  const [, name, path] = /^([^:]+):([^:]+)$/.exec(text) ?? [];
  if (name === undefined || path === undefined) return { kind: 'revision', name: text };
  return { kind: 'revision', name, path: path.replace(/\/$/, '') };
}

/** Whether a text cannot be a revision. */
function looksLikePath(text: string): boolean {
  return /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text) || (isAssessmentFile(text) && !text.includes(':'));
}
