import { createHash } from 'node:crypto';
import { readDocument } from '../load/read-document.ts';
import type { Effects } from '../project/effects.ts';
import { findInputs, type InputFile, stemOf } from '../project/inputs.ts';
import { loadBytes } from '../project/load-bytes.ts';

/** One of several runs that divide a project's assessments between them. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** An id in canonical form: the first property, apart from those that say how to read the file. */
const FIRST_ID =
  /^\uFEFF?\s*\{\s*(?:"(?:\$schema|schemaVersion)"\s*:\s*"[^"\\]*"\s*,\s*)*"id"\s*:\s*"([^"\\]*)"/;
/** Bytes that contain the first property. */
const HEAD = 2000;

/** The files a run is to read, of all that the user named. */
export interface Share {
  readonly inputs: readonly InputFile[];
  /** All files named, as displayed, with their index from 0: the same in every shard. */
  readonly all: ReadonlyMap<string, number>;
}

/**
 * The files the user named, and those of this shard: by a hash of the id, so that a file stays in its shard
 * whatever other files are added or removed, and files with one id are in one shard. Throws UsageFault for
 * files that do not exist.
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

/** The id of a file's assessment; the file's name if it has none, or cannot be read. */
async function idIn(input: InputFile, effects: Effects): Promise<string> {
  const { bytes } = await loadBytes(input, effects);
  if (!bytes) return stemOf(input.path);
  const [, first] = FIRST_ID.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('utf8')) ?? [];
  if (first !== undefined) return first;
  const data = readDocument(input.shown, bytes).document?.data;
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' ? id : stemOf(input.path);
}
