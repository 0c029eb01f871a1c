import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BuildOptions } from '../build/build-options.ts';
import type { SharedMemo } from '../build/shared-memos.ts';
import { hashOf } from '../cache/store.ts';
import { type Conventions, conventionsOf, withConventions } from '../model/conventions/conventions.ts';
import { folderOf } from '../model/conventions/markings.ts';
import type { FiledSource } from '../project/provenance.ts';
import type { ErrorData } from '../threads/job.ts';

// What goes through Redis is sealed, so that only holders of the team's key can read or create it.

/** Prefix of keys in Redis. */
export const PREFIX = 'threat-memo';
/** Purposes of seals: a job cannot be passed off as a result. */
export const JOB_SEAL = 'queue job';
export const RESULT_SEAL = 'queue result';
/** How often a job is tried before it fails. */
export const ATTEMPTS = 3;
/** Priorities: the lower number goes first. */
export const URGENT = 1;
export const BATCH = 10;
/** Seconds until an unfetched result is deleted. */
export const RESULT_TTL = 3600;

/** A job as stored in Redis. */
export interface SealedJob {
  /** Base64. */
  readonly sealed: string;
}

/** Which outputs of a memo are requested. */
export type Wanted = Pick<BuildOptions, 'formats' | 'paper' | 'release'>;

/** A memo to be made, with everything needed, so that a worker reads no files. */
export interface MemoOrder {
  readonly source: FiledSource;
  readonly wanted: Wanted;
}

/** The result; an error is one that another try would not solve. */
export type Outcome = { readonly memo: SharedMemo } | { readonly error: ErrorData };

/**
 * The queue for a program and a marking. Workers of another version listen to other queues, and so do those
 * that may not see that marking.
 */
export function queueName(program: string, marking: string): string {
  return `${hashOf(program).slice(0, 16)}.${folderOf(marking)}`;
}

export function resultKey(id: string): string {
  return `${PREFIX}:result:${id}`;
}

interface WrittenOrder extends MemoOrder {
  /** They are lost when the assessment is sent between processes, and so are sent beside it. */
  readonly conventions: Conventions;
}

export function writeOrder({ source, wanted }: MemoOrder): Buffer {
  return pack({ source, wanted, conventions: conventionsOf(source.assessment) } satisfies WrittenOrder);
}

/** The seal was checked: a machine of the team, with exactly this program, wrote it. */
export function readOrder(bytes: Buffer): MemoOrder {
  const { source, wanted, conventions } = unpack(bytes) as WrittenOrder;
  const { assessment, previous } = source;
  return {
    wanted,
    source: {
      ...source,
      assessment: withConventions(assessment, conventions),
      ...(previous && {
        previous: { ...previous, assessment: withConventions(previous.assessment, conventions) },
      }),
    },
  };
}

export function writeOutcome(outcome: Outcome): Buffer {
  return pack(outcome);
}

export function readOutcome(bytes: Buffer): Outcome {
  return unpack(bytes) as Outcome;
}

function pack(value: unknown): Buffer {
  return gzipSync(serialize(value), { level: 1 });
}

function unpack(bytes: Buffer): unknown {
  return deserialize(gunzipSync(bytes));
}
