import type { Cache } from '../../cache/cache.ts';
import { FolderInputs } from '../../cache/folder-inputs.ts';
import { CachedResults } from '../../cache/results.ts';
import type { CheckedFile } from '../../project/check-source.ts';
import type { Effects } from '../../project/effects.ts';

/** The cached result for a file. */
export interface CachedCheck extends CheckedFile {
  /** Whether register and configuration have no findings, which would have to be reported too. */
  readonly isOnSoundGround: boolean;
}

export type CheckCache = CachedResults<CachedCheck>;

/** Opens the results of earlier checks; `forms` are the form names that an assessment may use. */
export function openCheckCache(cache: Cache, effects: Effects, forms: readonly string[]): CheckCache {
  return new CachedResults<CachedCheck>(cache, 'check', effects, (fileHashes) => {
    const ground = new FolderInputs(effects, fileHashes);
    return { of: async (input) => [forms, ...(await ground.of(input))] };
  });
}
