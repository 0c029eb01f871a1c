import { join } from 'node:path';
import { thisMachine } from '../pdf/browser/machine.ts';
import { privateFolder } from '../pdf/browser/private-folder.ts';
import type { Effects } from '../project/effects.ts';
import { hashOf, Store } from './store.ts';

/** Where results are kept; `off` to keep none. */
const CACHE_VARIABLE = 'THREAT_MEMO_CACHE';

/** Results of earlier runs. */
export interface Kept {
  readonly store: Store;
  /** Stands for this program, down to the letter: what another one has found out is of no use. */
  readonly program: string;
  /** Nothing is looked up, though what is found out is kept. */
  readonly forgetful: boolean;
}

/** What earlier runs of `program` have left; `undefined` where nothing is to be kept, or cannot be. */
export function openKept(
  { environment }: Pick<Effects, 'environment'>,
  program: string,
  forgetful = false,
): Kept | undefined {
  const asked = environment[CACHE_VARIABLE];
  if (asked === 'off') return undefined;
  try {
    const folder = privateFolder(thisMachine(environment), asked === '' ? undefined : asked);
    return { store: new Store(join(folder, 'results')), program, forgetful };
  } catch {
    return undefined; // a machine without such a folder works as well, only more slowly
  }
}

/** What was kept under a key; `undefined` where there is nothing that can be read. */
export function recall(kept: Kept, key: string): unknown {
  const bytes = kept.forgetful ? undefined : kept.store.get(key);
  try {
    return bytes && JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function keep(kept: Kept, key: string, value: unknown): void {
  kept.store.put(key, JSON.stringify(value));
}

/** The key of what depends on all of `parts`, and on the program. Values are compared as JSON. */
export function keyOf({ program }: Kept, ...parts: readonly unknown[]): string {
  return hashOf(JSON.stringify([program, ...parts]));
}
