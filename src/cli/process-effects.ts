import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effects } from '../project/effects.ts';
import { nodeEffects } from '../project/node-effects.ts';

/** The same, with the configuration of a git revision where one is named: nothing is kept of such a run. */
export async function effectsFor(configFrom: string | undefined): Promise<Effects> {
  const effects = processEffects();
  if (configFrom === undefined) return effects;
  const { withConfigFrom } = await import('../project/config/config-from.ts'); // readers of JSON and YAML with it
  return withConfigFrom(configFrom, effects);
}

/** The world as the command finds it. The bundle lies one folder below the program's package. */
export function processEffects(): Effects {
  return nodeEffects(fileURLToPath(new URL('..', import.meta.url)));
}

/** The same for a folder that is, or becomes, the root of a project, whatever lies above it. */
export function effectsIn(folder: string): Effects {
  return nodeEffects(fileURLToPath(new URL('..', import.meta.url)), folder, folder);
}

/** Threads that check files, and that make memos: files of the bundle, beside this one. */
export const checkThread = new URL('./check-thread.js', import.meta.url);
export const memoThread = new URL('./memo-thread.js', import.meta.url);

/** Where outputs go: the folder that the user named, or the one of this name in the project's root. */
export function outFolder(effects: Effects, named: string | undefined, usual: string): string {
  return named === undefined ? resolve(effects.projectFolder, usual) : resolve(effects.calledIn, named);
}
