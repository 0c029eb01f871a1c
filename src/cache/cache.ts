import { join } from 'node:path';
import { thisMachine } from '../pdf/browser/machine.ts';
import { privateFolder } from '../pdf/browser/private-folder.ts';
import type { Effects } from '../project/effects.ts';
import { openShared, type SharedResults } from './shared/shared-results.ts';
import { hashOf, Store } from './store.ts';

/** Where results are cached; `off` to cache none. */
const CACHE_VARIABLE = 'THREAT_MEMO_CACHE';

/** Results of earlier runs. */
export interface Cache {
  readonly store: Store;
  /** Identifies this build of the program: results of any other build are not used. */
  readonly program: string;
  /** Results are recorded but not looked up. */
  readonly isRefreshed: boolean;
  /** The store that several machines share, where the user has named one. */
  readonly shared?: SharedResults | undefined;
}

/**
 * Opens the results of earlier runs of `program`; `undefined` if the user wants no cache, or there cannot be
 * one. Throws UsageFault for an invalid shared store.
 */
export function openCache(
  effects: Pick<Effects, 'environment' | 'calledIn'>,
  program: string,
  isRefreshed = false,
): Cache | undefined {
  const { environment } = effects;
  const requested = environment[CACHE_VARIABLE];
  if (requested === 'off') return undefined;
  const shared = openShared(effects);
  try {
    const folder = privateFolder(thisMachine(environment), requested === '' ? undefined : requested);
    return { store: new Store(join(folder, 'results')), program, isRefreshed, shared };
  } catch {
    return undefined; // without such a folder the program only works more slowly
  }
}

/** The cached value for a key; `undefined` if there is none, or it is unreadable. */
export function getCached(cache: Cache, key: string): unknown {
  const bytes = cache.isRefreshed ? undefined : cache.store.get(key);
  try {
    return bytes && JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function putCached(cache: Cache, key: string, value: unknown): void {
  cache.store.put(key, JSON.stringify(value));
}

/** A key for a result that depends on all of `parts` and on the program. Values are compared as JSON. */
export function keyOf({ program }: Cache, ...parts: readonly unknown[]): string {
  return hashOf(JSON.stringify([program, ...parts]));
}
