import { createHash } from 'node:crypto';
import { readDocument } from '../load/read-document.ts';
import type { Effects } from '../project/effects.ts';
import { findInputs, type InputFile, stemOf } from '../project/inputs.ts';
import { loadBytes } from '../project/load-bytes.ts';

/** One of several runs that share the assessments of a project between them. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** An id as the canonical form has it: the first property, but for those that say how the file is read. */
const FIRST_ID =
  /^\uFEFF?\s*\{\s*(?:"(?:\$schema|schemaVersion)"\s*:\s*"[^"\\]*"\s*,\s*)*"id"\s*:\s*"([^"\\]*)"/;
/** Bytes in which the first property stands. */
const HEAD = 2000;

/** What a run is to read, of all that the user named. */
export interface Share {
  readonly inputs: readonly InputFile[];
  /** All that was named, as shown, and where it stands in its order from 0: the same in every shard. */
  readonly all: ReadonlyMap<string, number>;
}

/**
 * The files that the user named, and those of them that are this shard's: by a hash of the id, so that a file stays in its shard
 * whatever files come and go, and files with one id meet in one shard. Throws UsageFault for what is not there.
 */
export async function shareOf(
  named: readonly string[],
  shard: Shard | undefined,
  effects: Effects,
): Promise<Share> {
  const inputs = await findInputs(named, effects);
  const all = new Map(inputs.map(({ shown }, index) => [shown, index]));
  if (!shard) return { inputs, all };
  const own: InputFile[] = [];
  for (const input of inputs) {
    if (shardOfId(await idIn(input, effects), shard.of) === shard.number) own.push(input);
  }
  return { inputs: own, all };
}

/** From 1 to `count`: the first 48 bits of the id's SHA-256, modulo the number of shards. */
export function shardOfId(id: string, count: number): number {
  const hash = createHash('sha256').update(id).digest();
  return (hash.readUIntBE(0, 6) % count) + 1;
}

/** The id that a file gives its assessment; its name where it gives none, or cannot be read. */
async function idIn(input: InputFile, effects: Effects): Promise<string> {
  const { bytes } = await loadBytes(input, effects);
  if (!bytes) return stemOf(input.path);
  const [, first] = FIRST_ID.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('utf8')) ?? [];
  if (first !== undefined) return first;
  const data = readDocument(input.shown, bytes).document?.data;
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' ? id : stemOf(input.path);
}
