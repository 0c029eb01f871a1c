import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Elsewhere } from '../build/build-options.ts';
import { markingOf, type SharedMemo } from '../build/shared-memos.ts';
import { Seal } from '../cache/shared/seal.ts';
import { hashOf } from '../cache/store.ts';
import { MachineFault } from '../model/fault.ts';
import type { FiledSource } from '../project/provenance.ts';
import { errorFromData } from '../threads/job.ts';
import { openPackages, type Packages } from './connection.ts';
import {
  ATTEMPTS,
  BATCH,
  JOB_SEAL,
  PREFIX,
  queueName,
  RESULT_SEAL,
  readOutcome,
  resultKey,
  type SealedJob,
  URGENT,
  type Wanted,
  writeOrder,
} from './protocol.ts';

/** Most memos in progress: so little waits in Redis, however many there are. */
const AT_A_TIME = 64;
/** Interval of looking for results, in milliseconds. */
const POLL = 100;
/** Interval of checking that jobs still exist, in milliseconds. */
const LOOK = 2000;
/** How often one memo is sent: again if Redis lost it, or its result was not sealed by the team. */
const MAX_SENT = 5;

export interface QueueOptions {
  /** `redis://…` */
  readonly address: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly teamKey: string;
  /** Identifies this program: workers must have the same. */
  readonly program: string;
  readonly wanted: Wanted;
  /** Takes precedence over bulk jobs. */
  readonly isUrgent: boolean;
  /** Longest time without any result, in milliseconds. */
  readonly patience: number;
}

interface Pending {
  readonly id: string;
  readonly marking: string;
  readonly content: Buffer;
  readonly resolve: (memo: SharedMemo) => void;
  readonly reject: (error: unknown) => void;
  sent: number;
}

/** Has memos made by workers through Redis. Connected until `close`. */
export async function openQueue(options: QueueOptions): Promise<MemoQueue> {
  return new MemoQueue(await openPackages(options.address, options.environment), options);
}

export class MemoQueue implements Elsewhere {
  readonly atATime = AT_A_TIME;
  readonly #options: QueueOptions;
  readonly #packages: Packages;
  readonly #redis: Redis;
  readonly #run = randomUUID();
  readonly #jobSeal: Seal;
  readonly #resultSeal: Seal;
  readonly #queues = new Map<string, Queue<SealedJob>>();
  readonly #pending = new Map<string, Pending>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  /** Time of the last result, or of the first job; milliseconds since the process began. */
  #heard = performance.now();
  #looked = 0;
  #refused = 0;

  constructor(packages: Packages, options: QueueOptions) {
    this.#packages = packages;
    this.#options = options;
    this.#redis = packages.connect({ forWorker: false });
    this.#jobSeal = new Seal(options.teamKey, JOB_SEAL);
    this.#resultSeal = new Seal(options.teamKey, RESULT_SEAL);
  }

  /** The memo made by a worker. Rejects with a MachineFault if none makes it. */
  make(source: FiledSource): Promise<SharedMemo> {
    const { wanted } = this.#options;
    // The path of the file is not revealed.
    const file = { ...source.file, path: basename(source.file.path) };
    const content = writeOrder({ source: { ...source, file }, wanted });
    const id = `${this.#run}-${hashOf(content).slice(0, 32)}`;
    return new Promise((resolve, reject) => {
      if (this.#pending.size === 0) this.#heard = performance.now();
      const pending = { id, marking: markingOf(source), content, resolve, reject, sent: 0 };
      this.#pending.set(id, pending);
      void this.#send(pending);
      this.#timer ??= setTimeout(() => void this.#poll(), POLL);
    });
  }

  get notices(): readonly string[] {
    return this.#refused === 0
      ? []
      : [
          `The queue gave results that no worker with the team's key has made (${this.#refused}); they were not used.`,
        ];
  }

  /** Withdraws unfinished jobs, and closes the connections. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const isThere = this.#redis.status === 'ready';
    for (const { id, marking } of isThere ? this.#pending.values() : []) {
      await this.#queueOf(marking)
        .remove(id)
        .catch(() => undefined);
    }
    this.#redis.disconnect();
    await Promise.all([...this.#queues.values()].map((queue) => queue.close().catch(() => undefined)));
  }

  #queueOf(marking: string): Queue<SealedJob> {
    const known = this.#queues.get(marking);
    if (known) return known;
    const name = queueName(this.#options.program, marking);
    const queue = new this.#packages.bullmq.Queue<SealedJob>(name, {
      connection: this.#redis,
      prefix: PREFIX,
    });
    queue.on('error', () => {}); // looking for results reports errors
    this.#queues.set(marking, queue);
    return queue;
  }

  async #send(pending: Pending): Promise<void> {
    const { id, marking, content } = pending;
    pending.sent += 1;
    const sealed = this.#jobSeal.close(id, content).toString('base64');
    const priority = this.#options.isUrgent ? URGENT : BATCH;
    await this.#queueOf(marking)
      .add(
        'memo',
        { sealed },
        {
          jobId: id,
          priority,
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: 500 },
          removeOnComplete: true,
          removeOnFail: true,
        },
      )
      .catch(() => undefined); // its absence is noticed later
  }

  async #poll(): Promise<void> {
    try {
      await this.#fetch();
      if (performance.now() - this.#looked > LOOK) {
        this.#looked = performance.now();
        await this.#lookForLost();
      }
      if (this.#isOutOfPatience) await this.#giveUp();
    } catch (error) {
      if (this.#isOutOfPatience) this.#rejectAll(unreachable(error));
    }
    this.#timer = undefined;
    if (!this.#isClosed && this.#pending.size > 0) this.#timer = setTimeout(() => void this.#poll(), POLL);
  }

  get #isOutOfPatience(): boolean {
    return performance.now() - this.#heard > this.#options.patience;
  }

  async #fetch(): Promise<void> {
    const waiting = [...this.#pending.values()];
    if (waiting.length === 0) return;
    const results = await this.#redis.mgetBuffer(waiting.map(({ id }) => resultKey(id)));
    for (const [index, pending] of waiting.entries()) {
      const sealed = results[index];
      if (!sealed) continue;
      await this.#redis.del(resultKey(pending.id));
      const content = this.#resultSeal.open(pending.id, sealed);
      if (content) this.#settle(pending, content);
      else await this.#sendAgain(pending, () => (this.#refused += 1));
    }
  }

  #settle(pending: Pending, content: Buffer): void {
    this.#heard = performance.now();
    this.#pending.delete(pending.id);
    const outcome = readOutcome(content);
    if ('memo' in outcome) pending.resolve(outcome.memo);
    else pending.reject(errorFromData(outcome.error));
  }

  /** Sends again jobs that are neither waiting nor done: Redis was emptied, or somebody removed them. */
  async #lookForLost(): Promise<void> {
    for (const pending of [...this.#pending.values()]) {
      const state = await this.#queueOf(pending.marking).getJobState(pending.id);
      const isDone = (await this.#redis.exists(resultKey(pending.id))) > 0;
      if (state === 'unknown' && !isDone) await this.#sendAgain(pending);
    }
  }

  async #sendAgain(pending: Pending, note: () => void = () => undefined): Promise<void> {
    note();
    if (pending.sent < MAX_SENT) {
      // An id that still exists would not create a new job.
      await this.#queueOf(pending.marking)
        .remove(pending.id)
        .catch(() => undefined);
      await this.#send(pending);
      return;
    }
    this.#pending.delete(pending.id);
    pending.reject(
      new MachineFault(
        `The queue lost this memo ${MAX_SENT} times, or gave what no worker of the team has made.`,
        'Look at the logs of the workers, and at who else can write to this Redis.',
      ),
    );
  }

  /** There has been no result for too long: reports which workers are missing. */
  async #giveUp(): Promise<void> {
    for (const pending of [...this.#pending.values()]) {
      const queue = this.#queueOf(pending.marking);
      if ((await queue.getWorkersCount()) > 0 && (await queue.getActiveCount()) > 0) continue;
      this.#pending.delete(pending.id);
      await queue.remove(pending.id).catch(() => undefined);
      const { patience } = this.#options;
      pending.reject(
        new MachineFault(
          `No worker took this memo for ${Math.round(patience / 1000)} seconds: none of this version of the program listens for what is marked ${pending.marking}.`,
          `Start one: threat-memo worker --queue <address> --markings '${pending.marking}'`,
        ),
      );
    }
  }

  #rejectAll(fault: MachineFault): void {
    for (const { reject } of this.#pending.values()) reject(fault);
    this.#pending.clear();
  }
}

function unreachable(error: unknown): MachineFault {
  const reason = error instanceof Error ? error.message : String(error);
  return new MachineFault(
    `Redis cannot be reached: ${reason}`,
    'Is its address right, and is it running? Without --queue memos are made on this machine.',
    { cause: error },
  );
}
