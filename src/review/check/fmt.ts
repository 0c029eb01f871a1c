import { basename, extname, join } from 'node:path';
import type { Printing } from '../../format/canonical-prose.ts';
import { formatFile } from '../../format/format-file.ts';
import type { FileKind } from '../../format/guide.ts';
import { upgraded } from '../../format/upgrade.ts';
import type { Finding } from '../../model/finding.ts';
import type { Effects, OutputFile } from '../../project/effects.ts';
import {
  ASSESSMENTS_FOLDER,
  CONFIG_FILES,
  findInputs,
  type InputFile,
  isRegister,
  pathNamed,
  shownPath,
} from '../../project/inputs.ts';
import { proseBlocks, proseInline } from '../../render/wording/prose.ts';

export interface FmtReport {
  /** Files examined, as displayed; so are all other files here. */
  readonly files: readonly string[];
  /** Files that were not in canonical form. They are now, unless this was only a check. */
  readonly changed: readonly string[];
  /** Named files that are not assessments; left unchanged. */
  readonly foreign: readonly string[];
  /** Why a file cannot be read; it is left unchanged. */
  readonly findings: readonly Finding[];
  /** Files whose canonical form would have another meaning, with the JSON pointer: an error of the program. */
  readonly unproven: readonly { readonly file: string; readonly pointer: string }[];
}

/** Prose as a memo prints it, as blocks and on one line. */
export const printings: readonly Printing[] = [proseBlocks, proseInline].map(
  (print) => (prose) => print(prose, (items) => `[^${items.map(({ id, locator }) => [id, locator]).join()}]`),
);

/**
 * Writes files in canonical form: assessments, registers, the configuration; if nothing is named, all of
 * `assessments/` and the configuration. Writes every file that changes, or none. Throws UsageFault for files
 * that do not exist.
 */
export async function fmt(
  named: readonly string[],
  effects: Effects,
  { checkOnly, upgrade = false }: { readonly checkOnly: boolean; readonly upgrade?: boolean },
): Promise<FmtReport> {
  const inputs = await inputsOf(named, effects);
  const changed: (OutputFile & { shown: string })[] = [];
  const foreign: string[] = [];
  const findings: Finding[] = [];
  const unproven: { file: string; pointer: string }[] = [];
  for (const { path, shown } of inputs) {
    const bytes = await effects.readFile(path);
    if (bytes === undefined) continue; // deleted since it was listed
    const kind = kindOf(path);
    const newest = upgrade && kind !== 'config' ? upgraded(shown, bytes) : bytes;
    const formatted = formatFile(shown, newest, kind, printings);
    if (formatted.kind === 'unreadable') findings.push(...formatted.findings);
    else if (formatted.kind === 'foreign') foreign.push(shown);
    else if (formatted.kind === 'unproven') unproven.push({ file: shown, pointer: formatted.pointer });
    else if (formatted.changed || newest !== bytes) changed.push({ path, content: formatted.text, shown });
  }
  if (!checkOnly && changed.length > 0)
    await effects.writeFiles(changed.map((file) => ({ ...file, inPlace: true })));
  return {
    files: inputs.map(({ shown }) => shown),
    changed: changed.map(({ shown }) => shown),
    foreign,
    findings,
    unproven,
  };
}

function kindOf(path: string): FileKind {
  const name = basename(path);
  if (CONFIG_FILES.includes(name)) return 'config';
  return isRegister(name) ? 'register' : 'assessment';
}

async function inputsOf(named: readonly string[], effects: Effects): Promise<InputFile[]> {
  const found: InputFile[] = [];
  const all = [ASSESSMENTS_FOLDER, ...CONFIG_FILES].map((name) => join(effects.projectFolder, name));
  for (const name of named.length > 0 ? named : all) {
    const path = await pathNamed(name, effects);
    const entries = await effects.listFolder(path);
    const own = entries?.filter((entry) => !entry.isFolder && isReadable(entry.name)) ?? [];
    if (own.length > 0) found.push(...own.map((entry) => inputAt(join(path, entry.name), effects)));
    else if (named.length > 0 || !CONFIG_FILES.includes(basename(name)))
      found.push(...(await findInputs([name], effects)));
    else if (await effects.readFile(path)) found.push(inputAt(path, effects));
  }
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

function isReadable(name: string): boolean {
  return ['.json', '.yaml', '.yml'].includes(extname(name));
}

function inputAt(path: string, effects: Effects): InputFile {
  return { path, shown: shownPath(path, effects.projectFolder) };
}
