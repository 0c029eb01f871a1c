import type { Cache } from '../../cache/cache.ts';
import { Ground } from '../../cache/ground.ts';
import { CachedResults } from '../../cache/results.ts';
import type { CheckedFile } from '../../project/check-source.ts';
import type { Effects } from '../../project/effects.ts';

/** What was found in a file. */
export interface CachedCheck extends CheckedFile {
  /** Whether nothing is wrong with the register and the configuration, which would have to be reported as well. */
  readonly isOnSoundGround: boolean;
}

export type CheckCache = CachedResults<CachedCheck>;

/** What checks of earlier runs found; `forms` are the names that an assessment may give as its form. */
export function openCheckCache(cache: Cache, effects: Effects, forms: readonly string[]): CheckCache {
  return new CachedResults<CachedCheck>(cache, 'check', effects, (stamps) => {
    const ground = new Ground(effects, stamps);
    return { of: async (input) => [forms, ...(await ground.of(input))] };
  });
}
