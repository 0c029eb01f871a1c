import { join, relative } from 'node:path';
import { MachineFault, UsageFault } from '../../model/fault.ts';
import type { Effects, FolderEntry, OutputFile } from '../effects.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILES, isAssessmentFile, isRegister, shownPath } from '../inputs.ts';
import { isBelow } from '../inside.ts';
import type { GitAnswer } from './git.ts';

/** What would be committed now. */
export interface Staged {
  /** Effects that read the project's files from the index, and write to it. */
  readonly effects: Effects;
  /** Absolute paths of assessments, registers and configurations that differ between index and HEAD. */
  readonly changed: readonly string[];
  /** Absolute paths of all assessments in the index, if a staged register or configuration affects them. */
  readonly concerned: readonly string[];
}

interface Entry {
  readonly mode: string;
  readonly hash: string;
}

/**
 * The index of the project's repository. Assessments, registers, reviews, templates and configurations are read
 * from it, not from the work tree. Throws a UsageFault outside of a repository, and while a merge has
 * conflicts.
 */
export async function stagedIn(effects: Effects): Promise<Staged> {
  const { projectFolder } = effects;
  const entries = new Map<string, Entry>();
  for (const line of await ask(effects, ['ls-files', '-z', '--stage'])) {
    const [about = '', name = ''] = line.split('\t');
    const [mode = '', hash = '', stage] = about.split(' ');
    if (stage !== '0') throw new UsageFault(`${name} is in conflict: settle that first.`);
    entries.set(join(projectFolder, ...name.split('/')), { mode, hash });
  }
  const names = await ask(effects, [
    'diff',
    '--cached',
    '--name-only',
    '--relative',
    '-z',
    '--diff-filter=ACMRT',
  ]);
  const isInput = (name: string) => {
    const [folder = '', ...rest] = name.split('/');
    if (rest.length === 0) return CONFIG_FILES.includes(name);
    return folder === ASSESSMENTS_FOLDER && rest.length === 1 && (isAssessmentFile(name) || isRegister(name));
  };
  const inputs = names.filter(isInput);
  const isOfAll = inputs.some((name) => isRegister(name) || CONFIG_FILES.includes(name));
  const all = [...entries.keys()].map((path) => relative(projectFolder, path).replaceAll('\\', '/'));
  const concerned = (isOfAll ? all : inputs).filter((name) => isInput(name) && isAssessmentFile(name));
  const absolute = (name: string) => join(projectFolder, ...name.split('/'));
  return {
    effects: indexEffects(effects, entries),
    changed: inputs.map(absolute),
    concerned: concerned.map(absolute),
  };
}

function indexEffects(effects: Effects, entries: ReadonlyMap<string, Entry>): Effects {
  const { projectFolder } = effects;
  const folders = [ASSESSMENTS_FOLDER, 'templates'].map((name) => join(projectFolder, name));
  const configs = CONFIG_FILES.map((name) => join(projectFolder, name));
  const isOfIndex = (path: string) => configs.includes(path) || folders.some((home) => isBelow(path, home));
  return {
    ...effects,
    async readFile(path) {
      if (!isOfIndex(path)) return effects.readFile(path);
      const entry = entries.get(path);
      if (!entry || !/^100/.test(entry.mode)) return undefined; // missing, or a link
      const answer = await effects.git(['cat-file', 'blob', entry.hash]);
      if (answer?.code === 0) return answer.stdout;
      throw new MachineFault(
        `Git cannot read the staged ${shownPath(path, projectFolder)}.`,
        answer?.stderr ?? 'There is no git.',
      );
    },
    async listFolder(folder) {
      if (folder === projectFolder) {
        const listed = (await effects.listFolder(folder)) ?? [];
        return listed.filter(({ name }) => !CONFIG_FILES.includes(name) || entries.has(join(folder, name)));
      }
      return isOfIndex(folder) ? listIndex(folder, entries) : effects.listFolder(folder);
    },
    writeFiles: (files) => stage(files, effects, entries),
  };
}

function listIndex(folder: string, entries: ReadonlyMap<string, Entry>): FolderEntry[] | undefined {
  const names = new Map<string, boolean>();
  for (const path of entries.keys()) {
    if (!isBelow(path, folder) || path === folder) continue;
    const [name = '', ...rest] = relative(folder, path).split(/[\\/]/);
    names.set(name, rest.length > 0);
  }
  if (names.size === 0) return undefined;
  return [...names]
    .map(([name, isFolder]) => ({ name, isFolder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Writes texts into the index. A file whose work-tree version equals the staged one is written too, so that it
 * does not look changed; one that is partly staged is not.
 */
async function stage(
  files: readonly OutputFile[],
  effects: Effects,
  entries: ReadonlyMap<string, Entry>,
): Promise<void> {
  const { projectFolder } = effects;
  const [prefix = ''] = await ask(effects, ['rev-parse', '--show-prefix'], '\n');
  const lines: string[] = [];
  const whole: OutputFile[] = [];
  for (const file of files) {
    const { path, content } = file;
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const before = entries.get(path);
    if (!before) throw new UsageFault(`${shownPath(path, projectFolder)} is not staged.`);
    const [hash = ''] = await ask(effects, ['hash-object', '-w', '--no-filters', '--stdin'], '\n', text);
    const [inTree, inIndex] = await Promise.all([
      effects.readFile(path).catch(() => undefined),
      effects.git(['cat-file', 'blob', before.hash]),
    ]);
    if (inTree && inIndex && Buffer.compare(inTree, inIndex.stdout) === 0) whole.push(file);
    const name = relative(projectFolder, path).replaceAll('\\', '/');
    lines.push(`${before.mode} ${hash}\t${prefix}${name}`);
  }
  await ask(effects, ['update-index', '-z', '--index-info'], '\0', `${lines.join('\0')}\0`);
  if (whole.length > 0) await effects.writeFiles(whole);
}

/** Git's output, split; throws on failure. */
async function ask(
  { git }: Effects,
  args: readonly string[],
  end = '\0',
  input?: string,
): Promise<readonly string[]> {
  const answer = await git(args, input);
  if (!answer)
    throw new MachineFault('There is no git on this machine.', 'Install git, or leave out --staged.');
  if (answer.code !== 0) throw cannotSay(answer);
  return answer.stdout
    .toString('utf8')
    .split(end)
    .filter((part) => part !== '');
}

function cannotSay({ stderr, isHung, stray }: GitAnswer): MachineFault | UsageFault {
  if (stray !== undefined) return new UsageFault(stderr);
  const message = `Git cannot say what is staged: ${stderr.split('\n')[0] ?? ''}`;
  return isHung ? new MachineFault(message, 'Try `git fsck`, or a new clone.') : new UsageFault(message);
}
