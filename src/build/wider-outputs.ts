import { basename, join } from 'node:path';
import type { MarkingScheme } from '../model/conventions/conventions.ts';
import { folderOf, isAbove } from '../model/conventions/markings.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { shownPath } from '../project/inputs.ts';
import { loadSettings } from '../project/settings.ts';
import type { BuildResult } from './build-options.ts';

/** Extensions of build outputs. */
const OUTPUT = /\.(?:md|pdf|html|docx|svg)$/;
/** Most files that are named. */
const MAX_NAMED = 20;
/** How deep figures lie in an output folder: `figures/<id>/<name>.svg`. */
const MAX_LEVELS = 3;

/**
 * A notice of files in the folder of a release that this run did not write and that may contain more: those
 * marked above it, and those with no recognisable marking. `undefined` if there are none.
 */
export async function widerOutputs(
  out: string,
  results: readonly BuildResult[],
  level: Marking,
  effects: Effects,
): Promise<readonly string[]> {
  const { scheme } = (await loadSettings(effects)).conventions;
  const written = new Set(results.flatMap(({ outputs }) => outputs));
  const wider: string[] = [];
  for (const path of await outputsIn(out, 0, scheme, effects)) {
    const shown = shownPath(path, effects.projectFolder);
    if (written.has(shown)) continue;
    const bytes = await effects.readFile(path).catch(() => undefined);
    const marking = bytes && markingIn(Buffer.from(bytes).toString('utf8'));
    if (marking === undefined || isAbove(scheme, marking, level)) wider.push(shown);
  }
  if (wider.length === 0) return [];
  const more = wider.length > MAX_NAMED ? ` and ${wider.length - MAX_NAMED} more` : '';
  return [
    `Beside this release lie outputs of another build, which may hold more than may go to ${level}: ${wider.slice(0, MAX_NAMED).join(', ')}${more}.`,
  ];
}

async function outputsIn(
  folder: string,
  level: number,
  scheme: MarkingScheme,
  effects: Effects,
): Promise<string[]> {
  // Folders of other releases in `out/` are checked when those are made.
  const name = basename(folder);
  const isOther = level > 0 && scheme.labels.some(({ label }) => name.startsWith(folderOf(label)));
  if (level > MAX_LEVELS || isOther) return [];
  const entries = (await effects.listFolder(folder).catch(() => undefined)) ?? [];
  const found: string[] = [];
  for (const { name, isFolder } of entries) {
    const path = join(folder, name);
    if (isFolder) found.push(...(await outputsIn(path, level + 1, scheme, effects)));
    else if (OUTPUT.test(name)) found.push(path);
  }
  return found;
}

/** The marking recorded in an output: in its front matter, metadata, or page. Figures have none. */
function markingIn(text: string): string | undefined {
  const [, quoted, plain, xml] =
    /(?:^marking: "((?:[^"\\\n]|\\.)+)"$|^marking: (.+)$|<tm:Marking>([^<]+))/m.exec(text) ?? [];
  return quoted ?? plain ?? xml?.replaceAll('&amp;', '&');
}
