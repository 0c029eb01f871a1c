import { MachineFault, UsageFault } from '../../model/fault.ts';
import { nearest } from '../../model/suggest.ts';
import type { Effects } from '../effects.ts';
import type { GitAnswer } from './git.ts';

/** A file in a revision. */
export interface TreeFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** Object id of its content. */
  readonly oid: string;
}

/** The working folder relative to the root of the repository: empty, or ending in a slash. */
export async function prefixInRepository(effects: Effects): Promise<string> {
  return (await ask(['rev-parse', '--show-prefix'], effects)).stdout.toString('utf8').replace(/\n$/, '');
}

/**
 * Ids of the commits that names stand for (`main`, `HEAD~3`, a tag). Throws UsageFault for an unknown name,
 * suggesting the branch or tag that was probably meant.
 */
export async function commitsOf(names: readonly string[], effects: Effects): Promise<string[]> {
  for (const name of names) checkName(name);
  const lines = names.map((name) => `${name}^{commit}\n`).join('');
  const { stdout } = await ask(['cat-file', '--batch-check=%(objectname) %(objecttype)'], effects, lines);
  const answers = stdout.toString('utf8').split('\n');
  const found: string[] = [];
  for (const [index, name] of names.entries()) {
    const oid = /^([0-9a-f]{40,64}) commit$/.exec(answers[index] ?? '')?.[1];
    if (oid === undefined) throw await unknownRevision(name, effects);
    found.push(oid);
  }
  return found;
}

/** The merge base of two commits. Throws UsageFault if there is none, as in a shallow clone. */
export async function mergeBase(
  names: readonly [string, string],
  commits: readonly [string, string],
  effects: Effects,
): Promise<string> {
  const answer = await ask(['merge-base', ...commits], effects, undefined, [1]);
  const oid = answer.stdout.toString('utf8').trim();
  if (answer.code === 0) return oid;
  throw new UsageFault(
    `${names.join(' and ')} have no commit in common here. In a shallow clone, fetch the whole history first.`,
  );
}

/** The files directly in a folder of a commit, or the file at that path; empty if there is neither. */
export async function filesAt(commit: string, path: string, effects: Effects): Promise<TreeFile[]> {
  const folder = path === '' ? [] : ['--', path.endsWith('/') ? path : `${path}/`];
  const inFolder = await treeOf([commit, ...folder], effects);
  return inFolder.length > 0 || path === '' || path.endsWith('/')
    ? inFolder
    : treeOf([commit, '--', path], effects);
}

async function treeOf(args: readonly string[], effects: Effects): Promise<TreeFile[]> {
  const { stdout } = await ask(['ls-tree', '-z', '--full-tree', ...args], effects);
  return stdout
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      // Links and submodules are ignored.
      const [, oid, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
      return oid === undefined || path === undefined ? [] : [{ path, oid }];
    });
}

/** Contents by object id, in one call of git. */
export async function contentsOf(
  oids: readonly string[],
  effects: Effects,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return contents;
  const { stdout } = await ask(['cat-file', '--batch'], effects, `${wanted.join('\n')}\n`);
  let at = 0;
  for (const oid of wanted) {
    const end = stdout.indexOf(10, at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString('latin1', at, end))?.[1];
    if (end < 0 || size === undefined) throw broken(`it has no object ${oid}`);
    const start = end + 1;
    contents.set(oid, stdout.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return contents;
}

/**
 * Git's output. Throws UsageFault outside of a repository, MachineFault without git or on any other failure.
 */
export async function ask(
  args: readonly string[],
  effects: Effects,
  input?: string,
  /** Exit codes that are not failures. */
  expected: readonly number[] = [],
): Promise<GitAnswer> {
  const answer = await effects.git(args, input);
  if (answer === undefined)
    throw new MachineFault(
      'Git is not on this machine: revisions cannot be read.',
      'Install git; files and folders are compared without it.',
    );
  if (answer.code === 0 || expected.includes(answer.code)) return answer;
  if (answer.stray !== undefined) {
    throw new UsageFault(answer.stderr);
  }
  if (/not a git repository/i.test(answer.stderr)) {
    throw new UsageFault(
      'This folder is in no git repository: there are no revisions to read. Files and folders are compared without one.',
    );
  }
  if (/cannot use bare repository/i.test(answer.stderr)) {
    throw new UsageFault(
      'This folder is a bare git repository, which is not read. Run it in a clone that has the files of the project.',
    );
  }
  throw broken(answer.stderr.split('\n')[0] ?? '');
}

function broken(reason: string): MachineFault {
  return new MachineFault(`Git could not read the repository: ${reason}`, 'Try `git fsck`, or a new clone.');
}

/** Names are passed to git on lines of their own; one that begins like an option is never a revision. */
function checkName(name: string): void {
  if (name === '' || name.startsWith('-') || /[\p{Cc}]/u.test(name)) {
    throw new UsageFault(`\`${name.replace(/\p{Cc}/gu, '\ufffd')}\` is not the name of a git revision.`);
  }
}

async function unknownRevision(name: string, effects: Effects): Promise<UsageFault> {
  const { stdout } = await ask(
    ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads', 'refs/tags', 'refs/remotes'],
    effects,
  );
  const names = stdout.toString('utf8').split('\n').filter(Boolean);
  const meant = nearest(name, names);
  const hint =
    meant !== undefined
      ? ` Did you mean ${meant}?`
      : names.length === 0
        ? ' The repository has no commit yet.'
        : ` Branches and tags there are: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`;
  return new UsageFault(`There is no file, folder or git revision ${name}.${hint}`);
}
