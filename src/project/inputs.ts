import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { escapedName } from '../model/shown-text.ts';
import { nearest } from '../model/suggest.ts';
import type { Effects, FolderEntry } from './effects.ts';

/** A file that an assessment is read from. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As shown in findings: relative to the project's root if inside it, with forward slashes. */
  readonly shown: string;
}

const ENDINGS = ['.json', '.yaml', '.yml'];
export const ASSESSMENTS_FOLDER = 'assessments';
/** Folder beside the assessments for colleagues' reviews, `<id>.json` each. */
export const REVIEWS_FOLDER = 'reviews';
/** Name of the configuration; its folder is the root of a project. */
export const CONFIG_FILE = 'threat-memo.config.json';
/** It may also be YAML, which allows comments. If there are several, the first of these is read. */
export const CONFIG_FILES: readonly string[] = [
  CONFIG_FILE,
  'threat-memo.config.yaml',
  'threat-memo.config.yml',
];

/** The register's names, one for each notation. */
export const registerNames: readonly string[] = ENDINGS.map((ending) => `register${ending}`);

export function isRegister(name: string): boolean {
  return registerNames.includes(basename(name));
}

function isAssessment({ name, isFolder }: FolderEntry): boolean {
  return !isFolder && isAssessmentFile(name);
}

/** Whether a file name is that of an assessment. */
export function isAssessmentFile(name: string): boolean {
  if (!ENDINGS.includes(extname(name))) return false;
  const own = basename(name);
  return !registerNames.includes(own) && !CONFIG_FILES.includes(own);
}

/** Name of a file without folder and ending. */
export function stemOf(path: string): string {
  return basename(path, extname(path));
}

/**
 * The files that the user named: paths of files or folders, ids of assessments, or patterns of ids (`isis-*`);
 * all of `assessments/` if nothing is named. Throws UsageFault for anything that does not exist.
 */
export async function findInputs(named: readonly string[], effects: Effects): Promise<InputFile[]> {
  const found: string[] = [];
  for (const name of named) found.push(...(await findOne(name, effects)));
  if (named.length === 0) {
    found.push(...(await findOne(join(effects.projectFolder, ASSESSMENTS_FOLDER), effects)));
  }
  const folders = new Map<string, string>(); // as displayed: a folder may have ten thousand files
  return [...new Set(found)].map((path) => {
    const folder = dirname(path);
    const known = folders.get(folder) ?? shownPath(`${folder}${sep}-`, effects.projectFolder).slice(0, -1);
    folders.set(folder, known);
    return { path, shown: `${known}${escapedName(basename(path))}` };
  });
}

/** Notices about folders within `assessments/` that contain assessments: they are read only if they are named. */
export async function unreadFolders(effects: Effects): Promise<string[]> {
  const root = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  const entries = ((await effects.listFolder(root)) ?? []).filter(
    // A link to a folder is no folder.
    ({ name, isFolder }) => (isFolder || extname(name) === '') && name !== REVIEWS_FOLDER,
  );
  const notices = entries.map(async ({ name }) => {
    const found = await effects.listFolder(join(root, name)).catch(() => undefined);
    if (!found?.some(isAssessment)) return [];
    const shown = escapedName(`${ASSESSMENTS_FOLDER}/${name}`);
    return [`${shown} has assessments that were not read: name the folder to read them.`];
  });
  return (await Promise.all(notices)).flat();
}

async function findOne(name: string, effects: Effects): Promise<string[]> {
  const path = await pathNamed(name, effects);
  const inFolder = await effects.listFolder(path);
  if (inFolder) {
    const files = inFolder.filter(isAssessment).map((entry) => join(path, entry.name));
    if (files.length === 0)
      throw new UsageFault(
        `There is no assessment (${ENDINGS.join(', ')}) in ${shownPath(path, effects.projectFolder)}.`,
      );
    return files;
  }
  if (extname(name) !== '' || name.includes('/') || name.includes(sep)) {
    if (await isFile(path, effects)) return [path];
    throw new UsageFault(`There is no file ${shownPath(name, effects.projectFolder)}.`);
  }
  return /[*?]/.test(name) ? findByPattern(name, effects) : [await findById(name, effects)];
}

/** Assessments whose ids match a pattern: `*` matches any characters, `?` one. Sorted by name. */
async function findByPattern(pattern: string, effects: Effects): Promise<string[]> {
  const folder = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  const words = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  const fits = new RegExp(`^${words}$`, 'u');
  const found = ((await effects.listFolder(folder)) ?? []).filter(
    (entry) => isAssessment(entry) && fits.test(stemOf(entry.name)),
  );
  if (found.length === 0) throw new UsageFault(`No assessment has an id like ${pattern}.`);
  return found.map((entry) => join(folder, entry.name));
}

async function findById(id: string, effects: Effects): Promise<string> {
  const folder = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  const entries = ((await effects.listFolder(folder)) ?? []).filter(isAssessment);
  const match = entries.find((entry) => stemOf(entry.name) === id);
  if (match) return join(folder, match.name);
  const meant = nearest(
    id,
    entries.map((entry) => stemOf(entry.name)),
  );
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(
    `There is no file or folder ${id}, and no assessment of that id in ${ASSESSMENTS_FOLDER}/.${hint}`,
  );
}

async function isFile(path: string, effects: Effects): Promise<boolean> {
  const siblings = await effects.listFolder(join(path, '..'));
  return siblings?.some((entry) => entry.name === basename(path) && !entry.isFolder) ?? false;
}

/**
 * Resolves a path from the user: from the working folder; if there is nothing, from the project's root, since
 * the program displays paths relative to it.
 */
export async function pathNamed(name: string, effects: Effects): Promise<string> {
  const path = resolve(effects.calledIn, name);
  if (effects.calledIn === effects.projectFolder || (await isThere(path, effects))) return path;
  const fromRoot = resolve(effects.projectFolder, name);
  return (await isThere(fromRoot, effects)) ? fromRoot : path;
}

async function isThere(path: string, effects: Effects): Promise<boolean> {
  const siblings = await effects.listFolder(dirname(path));
  return siblings?.some(({ name }) => name === basename(path)) ?? false;
}

/** A path as a person would write it. */
export function shownPath(path: string, projectFolder: string): string {
  const inside = relative(projectFolder, path);
  const shown = inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return escapedName(shown.replaceAll('\\', '/'));
}
