import { dirname } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.ts';
import { Ground, type Surroundings } from '../cache/ground.ts';
import { Stamps } from '../cache/stamps.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';

/** The key of a ledger, from every file, the registers and the configuration by their bytes; and the paths of all that was read. */
export async function keyOfLedger(
  inputs: readonly InputFile[],
  cache: Cache,
  effects: Effects,
): Promise<{ readonly key: string; readonly asked: ReadonlySet<string> }> {
  const stamps = new Stamps(cache, effects);
  const ground = withoutDay(new Ground(effects, stamps));
  const files: unknown[] = [];
  const folders = new Map<string, readonly unknown[]>(); // all files of one stand on the same
  for (const input of inputs) {
    const folder = dirname(input.path);
    if (!folders.has(folder)) folders.set(folder, await ground.of(input));
    files.push([input.shown, await stamps.hashOf(input.path)]);
  }
  stamps.close();
  return { key: keyOf(cache, 'ledger of', files, [...folders]), asked: stamps.asked };
}

/** What depends on the day is worked out when the ledger is asked. */
export function withoutDay(ground: Ground): Surroundings {
  return {
    async of(input) {
      const [, ...rest] = await ground.of(input);
      return rest;
    },
  };
}
