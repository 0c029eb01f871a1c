import type { FinishedPrint, PrintToFinish } from '../pdf/finish/finish-print.ts';
import { ThreadPool } from '../threads/pool.ts';
import type { MadeMemo, MemoOrder } from './make-memo.ts';
import type { MemoJob } from './memo-job.ts';

/**
 * Megabytes that each of several threads may fill: a memo takes some tens, and what is left of others is cleared away
 * sooner. One that takes more ends its thread, and has to be made in the main thread.
 */
const MEMORY = 320;

/** Threads that make memos, while this one reads, checks, prints and writes. */
export class MemoThreads {
  readonly #pool: ThreadPool<MemoJob>;

  /** `script` is the bundled `memo-thread.ts`. */
  constructor(
    script: URL,
    readonly count: number,
  ) {
    this.#pool = new ThreadPool(script, count, count > 1 ? MEMORY : undefined);
  }

  /** As `makeMemo`. */
  async make({ register, form, ...order }: MemoOrder): Promise<MadeMemo> {
    return (await this.#run({ kind: 'make', order }, [register, form])) as MadeMemo; // what `make` gives
  }

  /** As `finishPrint`. */
  async finish(print: PrintToFinish): Promise<FinishedPrint> {
    return (await this.#run({ kind: 'finish', print }, [])) as FinishedPrint; // what `finish` gives
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #run(given: MemoJob['given'], shared: MemoJob['shared']): Promise<MemoJob['result']> {
    return this.#pool.run(given, shared, () => Promise.reject(new Error('Nothing is asked back.')));
  }
}
