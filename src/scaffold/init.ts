import { basename, join, relative } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { isRecord } from '../model/json.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILES, isAssessmentFile, shownPath } from '../project/inputs.ts';
import { isBelow } from '../project/inside.ts';
import { packageJson, projectFiles } from './project-files.ts';

/** A workflow of the program's own repository that works in any project; part of the package. */
const WORKFLOW = '.github/workflows/assessments.yml';

export interface InitReport {
  /** As displayed, in the order written. */
  readonly written: readonly string[];
  /** Existing files, which are not changed. */
  readonly existing: readonly string[];
  /** Dependency written into the project's package.json; absent if there was one. */
  readonly dependency: string | undefined;
  /** Whether the clone's git now shows facts and merges by meaning; `none` outside of a repository. */
  readonly git: 'set' | 'none';
}

/**
 * Makes a folder a project: writes missing files, leaves existing ones, and in a git repository configures the
 * drivers that show facts and merge by meaning. Can be repeated; in a new clone it configures the drivers.
 *
 * @param effects Their project folder is the folder that becomes a project.
 * @param version Of this program.
 * @param spec The dependency to write, if not this version or this copy.
 */
export async function init(effects: Effects, version: string, spec?: string): Promise<InitReport> {
  const { projectFolder } = effects;
  const files = new Map(Object.entries(projectFiles()));
  const workflow = await effects.readFile(join(effects.programFolder, ...WORKFLOW.split('/')));
  if (workflow) files.set(WORKFLOW, new TextDecoder().decode(workflow));
  const there = await whatIsThere(effects);
  const written: OutputFile[] = [];
  const existing: string[] = [];
  for (const [name, content] of files) {
    const path = join(projectFolder, ...name.split('/'));
    if (there.has(kindOf(name)) || (await effects.readFile(path))) existing.push(name);
    else written.push({ path, content });
  }
  const path = join(projectFolder, 'package.json');
  const before = await effects.readFile(path);
  const wanted = spec ?? (await dependencyOn(effects, version));
  const text = packageJson(nameFor(projectFolder), wanted, before && parsed(before));
  const isNamed = before !== undefined && 'threat-memo' in dependenciesIn(parsed(before));
  if (before === undefined) written.unshift({ path, content: text });
  else if (new TextDecoder().decode(before) !== text) written.unshift({ path, content: text, inPlace: true });
  else existing.unshift('package.json');
  await effects.writeFiles(written);
  return {
    written: written.map((file) => shownPath(file.path, projectFolder)),
    existing,
    dependency: isNamed ? undefined : wanted,
    git: await setDrivers(effects),
  };
}

/** Any assessment counts as the first one, and a configuration in any notation as the one with comments. */
async function whatIsThere(effects: Effects): Promise<ReadonlySet<string>> {
  const inRoot = (await effects.listFolder(effects.projectFolder)) ?? [];
  const assessments = (await effects.listFolder(join(effects.projectFolder, ASSESSMENTS_FOLDER))) ?? [];
  return new Set([
    ...(inRoot.some(({ name }) => CONFIG_FILES.includes(name)) ? ['config'] : []),
    ...(assessments.some(({ name, isFolder }) => !isFolder && isAssessmentFile(name)) ? ['assessment'] : []),
  ]);
}

function kindOf(name: string): string {
  if (CONFIG_FILES.includes(name)) return 'config';
  return name.startsWith(`${ASSESSMENTS_FOLDER}/`) ? 'assessment' : name;
}

/**
 * The dependency on exactly this program: its version; for a copy of the repository, which no registry has, its
 * folder (`src/cli` is not in the package).
 */
async function dependencyOn(effects: Effects, version: string): Promise<string> {
  const { programFolder, projectFolder } = effects;
  const isCopy = (await effects.listFolder(join(programFolder, 'src', 'cli'))) !== undefined;
  if (!isCopy) return `^${version}`;
  const way = relative(projectFolder, programFolder).replaceAll('\\', '/');
  if (way === '' || isBelow(projectFolder, programFolder))
    throw new UsageFault(
      'This folder is in the repository of threat-memo itself: name another, such as ../desk.',
    );
  return `file:${way}`;
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isRecord(data)) return data;
  } catch {
    // said below
  }
  throw new UsageFault('The package.json of this folder cannot be read: fix it, or name another folder.');
}

function dependenciesIn({ dependencies, devDependencies }: Readonly<Record<string, unknown>>): object {
  return { ...(dependencies as object | undefined), ...(devDependencies as object | undefined) };
}

/** A valid npm package name. */
function nameFor(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' || name === 'threat-memo' ? 'assessments' : name;
}

/**
 * The merge driver. Git keeps our version as it is where a driver cannot run, without marks for theirs: so where
 * the program is not installed, lines are merged as git does it.
 */
const MERGE =
  'if npx --no threat-memo help >/dev/null 2>&1; then npx --no threat-memo merge-driver %O %A %B %P; else git merge-file -L ours -L base -L theirs %A %O %B; fi';

/** Git runs no program because a repository says so; calling `init` in a clone is the user's consent. */
async function setDrivers(effects: Effects): Promise<InitReport['git']> {
  const inside = await effects.git(['rev-parse', '--is-inside-work-tree']);
  if (inside?.code !== 0) return 'none';
  const settings = [
    ['diff.threat-memo.textconv', 'npx --no threat-memo textconv'],
    ['merge.threat-memo.name', 'merges assessments by what they say'],
    ['merge.threat-memo.driver', MERGE],
  ] as const;
  for (const [name, value] of settings) {
    const answer = await effects.git(['config', '--local', name, value]);
    if (answer?.code !== 0) return 'none';
  }
  return 'set';
}
