import { join } from 'node:path';
import { isAbove } from '../derive/release/withheld.ts';
import type { Marking } from '../model/generated/types.ts';
import { markings } from '../model/scales.ts';
import type { Effects } from '../project/effects.ts';
import { shownPath } from '../project/inputs.ts';
import type { BuildResult } from './build-options.ts';

/** Endings of what a build writes. */
const OUTPUT = /\.(?:md|pdf|html|docx|svg)$/;
/** Most files that are named. */
const MAX_NAMED = 20;
/** How deep figures lie in an output folder: `figures/<id>/<name>.svg`. */
const MAX_LEVELS = 3;

/**
 * A notice of outputs in the folder of a release that this run did not write and that may hold more: those that say they are
 * marked above it, and those that do not say how they are marked. None where there are none.
 */
export async function widerOutputs(
  out: string,
  results: readonly BuildResult[],
  level: Marking,
  effects: Effects,
): Promise<readonly string[]> {
  const written = new Set(results.flatMap(({ outputs }) => outputs));
  const wider: string[] = [];
  for (const path of await outputsIn(out, 0, effects)) {
    const shown = shownPath(path, effects.projectFolder);
    if (written.has(shown)) continue;
    const bytes = await effects.readFile(path).catch(() => undefined);
    const marking = bytes && markingIn(Buffer.from(bytes).toString('latin1'));
    if (marking === undefined || isAbove(marking, level)) wider.push(shown);
  }
  if (wider.length === 0) return [];
  const more = wider.length > MAX_NAMED ? ` and ${wider.length - MAX_NAMED} more` : '';
  return [
    `Beside this release lie outputs of another build, which may hold more than may go to ${level}: ${wider.slice(0, MAX_NAMED).join(', ')}${more}.`,
  ];
}

async function outputsIn(folder: string, level: number, effects: Effects): Promise<string[]> {
  // Folders of other releases lie in `out/`: they are looked at when they are made.
  const isOther = level > 0 && /[\\/]tlp-[a-z-]+$/.test(folder);
  if (level > MAX_LEVELS || isOther) return [];
  const entries = (await effects.listFolder(folder).catch(() => undefined)) ?? [];
  const found: string[] = [];
  for (const { name, isFolder } of entries) {
    const path = join(folder, name);
    if (isFolder) found.push(...(await outputsIn(path, level + 1, effects)));
    else if (OUTPUT.test(name)) found.push(path);
  }
  return found;
}

/** How an output says that it is marked: in its front matter, its metadata, or the page. Figures say nothing. */
function markingIn(text: string): Marking | undefined {
  const said = /(?:^marking: "?|<tm:Marking>)(TLP:[A-Z]+(?:\+STRICT)?)/m.exec(text)?.[1];
  return markings.find((label) => label === said);
}
