import { fileURLToPath } from 'node:url';
import type { Effects } from '../pipeline/effects.ts';
import { nodeEffects } from '../pipeline/node-effects.ts';

/** The world as the command finds it. The bundle lies one folder below the program's package. */
export function processEffects(): Effects {
  return nodeEffects(fileURLToPath(new URL('..', import.meta.url)));
}

/** The thread that checks files: a file of the bundle, beside this one. */
export const checkWorker = new URL('./check-worker.js', import.meta.url);
