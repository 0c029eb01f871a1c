import { join, relative } from 'node:path';
import type { Job, Worker } from 'bullmq';
import { makeOutputs } from '../build/build-one.ts';
import { Seal } from '../cache/shared/seal.ts';
import { MemoWorkers } from '../memo/memo-workers.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import { openRetryingPrinter } from '../pdf/browser/retrying-printer.ts';
import { type StartedBrowser, startBrowser } from '../pdf/browser/start-browser.ts';
import type { Effects } from '../project/effects.ts';
import { withPackagedFonts } from '../project/font-packages.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import { errorToData } from '../threads/job.ts';
import { openPackages } from './connection.ts';
import type { Metrics } from './metrics.ts';
import {
  ATTEMPTS,
  JOB_SEAL,
  type MemoOrder,
  type Outcome,
  PREFIX,
  queueName,
  RESULT_SEAL,
  RESULT_TTL,
  readOrder,
  resultKey,
  type SealedJob,
  writeOutcome,
} from './protocol.ts';

/** Milliseconds without a sign of life after which another worker may take a job. */
const LOCK = 10_000;
const RENEW = 2500;
/** Interval of looking for jobs of lost workers, in milliseconds. */
const LOOK_FOR_STALLED = 3000;
/** A job fails once this many workers have died on it: it may be the cause. */
const MAX_STALLED = 3;

export interface WorkerOptions {
  readonly address: string;
  readonly teamKey: string;
  readonly program: string;
  /** The markings this worker may see, such as `TLP:CLEAR`: it never requests anything else. */
  readonly markings: readonly string[];
  /** Memos made at the same time. */
  readonly jobs: number;
  /** The bundled `memo-thread.ts`. */
  readonly thread?: URL;
  readonly metrics: Metrics;
  readonly log: (message: string) => void;
}

/** Makes memos waiting in Redis. Needs the program and, for PDFs, a browser, but no project. */
export async function startWorker(
  options: WorkerOptions,
  effects: Effects,
): Promise<{ close(): Promise<void> }> {
  const { address, teamKey, program, markings, jobs, metrics, log } = options;
  const { bullmq, connect } = await openPackages(address, effects.environment);
  const jobSeal = new Seal(teamKey, JOB_SEAL);
  const resultSeal = new Seal(teamKey, RESULT_SEAL);
  const redis = connect({ forWorker: true });
  const bench = new Bench(options, effects);
  const turns = new Turns(jobs);

  const work = async (job: Job<SealedJob>): Promise<void> => {
    const id = job.id ?? '';
    const content = jobSeal.open(id, Buffer.from(String(job.data.sealed), 'base64'));
    if (!content) {
      metrics.refused += 1;
      throw new bullmq.UnrecoverableError('It is not sealed with the key of this team.');
    }
    const outcome = await turns.take(() => tried(content, job));
    const sealed = resultSeal.close(id, writeOutcome(outcome));
    await redis.set(resultKey(id), sealed, 'EX', RESULT_TTL);
  };

  /**
   * The result of an order. Throws for errors that another try may solve, so that it is tried again; error
   * messages stay on this machine.
   */
  const tried = async (content: Buffer, job: Job<SealedJob>): Promise<Outcome> => {
    const begun = performance.now();
    metrics.active += 1;
    try {
      await job.updateProgress(0);
      const memo = await bench.make(readOrder(content));
      metrics.made += 1;
      return { memo };
    } catch (error) {
      metrics.failed += 1;
      log(`A memo could not be made: ${error instanceof Error ? error.message : String(error)}`);
      const isLast = job.attemptsMade + 1 >= ATTEMPTS;
      if (!isLast && !(error instanceof TemplateError)) throw new Error('It could not be made here.');
      return { error: errorToData(error) };
    } finally {
      metrics.active -= 1;
      metrics.seconds += (performance.now() - begun) / 1000;
    }
  };

  const workers = markings.map((marking): Worker => {
    const worker = new bullmq.Worker<SealedJob>(queueName(program, marking), work, {
      connection: redis,
      prefix: PREFIX,
      concurrency: jobs,
      lockDuration: LOCK,
      lockRenewTime: RENEW,
      stalledInterval: LOOK_FOR_STALLED,
      maxStalledCount: MAX_STALLED,
    });
    worker.on('error', () => {}); // Redis is away: wait for it
    return worker;
  });
  return {
    /** Finishes current jobs, accepts no new ones, and closes everything. */
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      redis.disconnect();
      await bench.close();
    },
  };
}

/** The tools for making memos, reused from job to job. */
class Bench {
  readonly #options: WorkerOptions;
  readonly #effects: Effects;
  readonly #workers: MemoWorkers;
  readonly #browsers: StartedBrowser[] = [];
  #printer: Promise<Printer> | undefined;

  constructor(options: WorkerOptions, effects: Effects) {
    this.#options = options;
    this.#effects = effects;
    this.#workers = new MemoWorkers(options.thread, options.jobs);
  }

  async make({ source, wanted }: MemoOrder) {
    const out = join(this.#effects.programFolder, 'out'); // nothing is written there: only relative names are used
    const measure = () => this.#opened();
    const { outputs, notices } = await makeOutputs(source, {
      options: { ...wanted, out },
      effects: this.#effects,
      workers: this.#workers,
      printer: wanted.formats.includes('pdf') ? measure() : undefined,
      measure,
      prepare: () => undefined,
    });
    return {
      outputs: outputs.map(({ path, content = '' }) => ({
        path: relative(out, path).replaceAll('\\', '/'),
        content: Buffer.from(content),
      })),
      notices,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#workers.close(), ...this.#browsers.map((browser) => browser.close())]);
  }

  #opened(): Promise<Printer> {
    this.#printer ??= openRetryingPrinter({
      env: this.#effects.environment,
      restart: () => this.#start(),
      dress: (page) => withPackagedFonts(page, this.#effects),
      finish: (print) => this.#workers.finish(print),
      concurrency: this.#options.jobs,
      browser: this.#start(),
    });
    this.#printer.catch(() => {
      this.#printer = undefined; // the next memo tries again
    });
    return this.#printer;
  }

  #start(): StartedBrowser {
    const browser = startBrowser({ env: this.#effects.environment });
    this.#browsers.push(browser);
    return browser;
  }
}

/** A semaphore across all queues, in order of requests. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
