import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BuildOptions } from '../build/build-options.ts';
import type { SharedMemo } from '../build/shared-memos.ts';
import { hashOf } from '../cache/store.ts';
import { type Conventions, conventionsOf, withConventions } from '../model/conventions/conventions.ts';
import { folderOf } from '../model/conventions/markings.ts';
import type { FiledSource } from '../project/provenance.ts';
import type { ErrorData } from '../threads/job.ts';

// What goes through Redis: sealed, so that it can be read and made only with the team's key.

/** What keys in Redis begin with. */
export const PREFIX = 'threat-memo';
/** Purposes of seals: a job can never be handed out as a result. */
export const JOB_SEAL = 'queue job';
export const RESULT_SEAL = 'queue result';
/** How often a job is tried before its failure is the result. */
export const ATTEMPTS = 3;
/** Priorities: the lower number goes first. */
export const URGENT = 1;
export const BATCH = 10;
/** Seconds after which a result that nobody fetched is gone. */
export const RESULT_TTL = 3600;

/** A job as Redis has it. */
export interface SealedJob {
  /** Base64. */
  readonly sealed: string;
}

/** What of a memo is wanted. */
export type Wanted = Pick<BuildOptions, 'formats' | 'paper' | 'release'>;

/** A memo to be made: everything that it needs, so that a worker has to read nothing. */
export interface MemoOrder {
  readonly source: FiledSource;
  readonly wanted: Wanted;
}

/** What came of it; an error is one that another try would not mend. */
export type Outcome = { readonly memo: SharedMemo } | { readonly error: ErrorData };

/**
 * The queue of a program and a marking. Workers of another version listen to others, and so do those that may not see what is
 * marked so.
 */
export function queueName(program: string, marking: string): string {
  return `${hashOf(program).slice(0, 16)}.${folderOf(marking)}`;
}

export function resultKey(id: string): string {
  return `${PREFIX}:result:${id}`;
}

interface WrittenOrder extends MemoOrder {
  /** They do not cross the border between processes with the assessment. */
  readonly conventions: Conventions;
}

export function writeOrder({ source, wanted }: MemoOrder): Buffer {
  return pack({ source, wanted, conventions: conventionsOf(source.assessment) } satisfies WrittenOrder);
}

/** Its seal was checked: a machine of the team, with this very program, wrote it. */
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
