import { dirname } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.ts';
import { Ground, type Surroundings } from '../cache/ground.ts';
import { Stamps } from '../cache/stamps.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';

/**
 * The key of a ledger, from the bytes of every file, the registers and the configuration; and the paths of all
 * files read.
 */
export async function keyOfLedger(
  inputs: readonly InputFile[],
  cache: Cache,
  effects: Effects,
): Promise<{ readonly key: string; readonly asked: ReadonlySet<string> }> {
  const stamps = new Stamps(cache, effects);
  const ground = withoutDay(new Ground(effects, stamps));
  const files: unknown[] = [];
  const folders = new Map<string, readonly unknown[]>(); // all files of a folder have the same surroundings
  for (const input of inputs) {
    const folder = dirname(input.path);
    if (!folders.has(folder)) folders.set(folder, await ground.of(input));
    files.push([input.shown, await stamps.hashOf(input.path)]);
  }
  stamps.close();
  return { key: keyOf(cache, 'ledger of', files, [...folders]), asked: stamps.asked };
}

/** Without the date: what depends on it is computed when the ledger is queried. */
export function withoutDay(ground: Ground): Surroundings {
  return {
    async of(input) {
      const [, ...rest] = await ground.of(input);
      return rest;
    },
  };
}
