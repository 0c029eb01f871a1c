import { dirname } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.ts';
import { FileHashes } from '../cache/file-hashes.ts';
import { FolderInputs, type Surroundings } from '../cache/folder-inputs.ts';
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
): Promise<{ readonly key: string; readonly requested: ReadonlySet<string> }> {
  const fileHashes = new FileHashes(cache, effects);
  const ground = withoutDay(new FolderInputs(effects, fileHashes));
  const files: unknown[] = [];
  const folders = new Map<string, readonly unknown[]>(); // all files of a folder have the same surroundings
  for (const input of inputs) {
    const folder = dirname(input.path);
    if (!folders.has(folder)) folders.set(folder, await ground.of(input));
    files.push([input.shown, await fileHashes.hashOf(input.path)]);
  }
  fileHashes.close();
  return { key: keyOf(cache, 'ledger of', files, [...folders]), requested: fileHashes.requested };
}

/** Without the date: what depends on it is computed when the ledger is queried. */
export function withoutDay(ground: FolderInputs): Surroundings {
  return {
    async of(input) {
      const [, ...rest] = await ground.of(input);
      return rest;
    },
  };
}
