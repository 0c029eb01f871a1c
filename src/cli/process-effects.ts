import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effects } from '../project/effects.ts';
import { nodeEffects } from '../project/node-effects.ts';

/** Effects with the configuration of a git revision, if one is named; such a run caches nothing. */
export async function effectsFor(configFrom: string | undefined): Promise<Effects> {
  const effects = processEffects();
  if (configFrom === undefined) return effects;
  const { withConfigFrom } = await import('../project/config/config-from.ts'); // imports the readers of JSON and YAML
  return withConfigFrom(configFrom, effects);
}

/** Effects of the running command. The bundle is one folder below the program's package. */
export function processEffects(): Effects {
  return nodeEffects(fileURLToPath(new URL('..', import.meta.url)));
}

/** The same for a folder that is, or becomes, the root of a project, whatever is above it. */
export function effectsIn(folder: string): Effects {
  return nodeEffects(fileURLToPath(new URL('..', import.meta.url)), folder, folder);
}

/** Entries of the workers that check files and make memos: files of the bundle, beside this one. */
export const checkThread = new URL('./check-thread.js', import.meta.url);
export const memoThread = new URL('./memo-thread.js', import.meta.url);

/** The output folder: the one the user named, or the one of this name in the project's root. */
export function outFolder(effects: Effects, named: string | undefined, usual: string): string {
  return named === undefined ? resolve(effects.projectFolder, usual) : resolve(effects.calledIn, named);
}
