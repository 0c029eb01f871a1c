import { resolve } from 'node:path';
import { hashOf } from '../cache/store.ts';
import type { Effects } from '../project/effects.ts';
import { shownPath } from '../project/inputs.ts';
import type { BuildOptions, BuildResult } from './build-options.ts';

/** A file that a build gives. */
export interface Output {
  /** Absolute. */
  readonly path: string;
  /** SHA-256 of its content, in hexadecimal. */
  readonly hash: string;
  /** Absent if the file is only in the cache. */
  readonly content?: string | Uint8Array;
}

export function outputOf(path: string, content: string | Uint8Array): Output {
  return { path: resolve(path), hash: hashOf(content), content };
}

/** Where outputs go, and what may exist already. */
export interface Delivery {
  readonly options: Pick<BuildOptions, 'out' | 'within' | 'compareOnly'>;
  readonly effects: Effects;
  /** Hashes of existing files, and bytes of outputs by hash. */
  readonly cache?:
    | {
        hashOfFile(path: string): Promise<string | undefined>;
        content(hash: string): Uint8Array | undefined;
      }
    | undefined;
}

/**
 * Writes outputs, or (when only comparing) says which existing ones are stale. Outputs from the cache are
 * written only if they differ. `undefined` if the cache has lost one that would have to be written.
 */
export async function deliver(
  outputs: readonly Output[],
  result: BuildResult,
  { options, effects, cache }: Delivery,
): Promise<BuildResult | undefined> {
  const { out, within = [out], compareOnly } = options;
  const shown = (some: readonly Output[]) => some.map(({ path }) => shownPath(path, effects.projectFolder));
  const isThere = async ({ path, hash }: Output) =>
    hash === (await (cache ? cache.hashOfFile(path) : hashOfFile(path, effects)));
  if (compareOnly) {
    const stale: Output[] = [];
    for (const output of outputs) if (!(await isThere(output))) stale.push(output);
    const current = outputs.filter((output) => !stale.includes(output));
    return { ...result, outputs: shown(current), stale: shown(stale) };
  }
  const files: { path: string; content: string | Uint8Array; within: readonly string[] }[] = [];
  for (const output of outputs) {
    if (output.content === undefined && (await isThere(output))) continue;
    const content = output.content ?? cache?.content(output.hash);
    if (content === undefined) return undefined;
    files.push({ path: output.path, content, within });
  }
  if (files.length > 0) await effects.writeFiles(files);
  return { ...result, outputs: shown(outputs) };
}

async function hashOfFile(path: string, { readFile }: Effects): Promise<string | undefined> {
  const bytes = await readFile(path);
  return bytes && hashOf(bytes);
}
