import { type Conventions, conventionsOf } from '../model/conventions/conventions.ts';
import type { Register } from '../model/generated/types.ts';
import type { FinishedPrint, PrintToFinish } from '../pdf/finish/finish-print.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { MemoSource } from '../project/provenance.ts';
import type { Job } from '../threads/job.ts';
import { WorkerEnded, WorkerPool } from '../threads/pool.ts';
import type { MadeMemo, MemoOrder } from './make-memo.ts';

/** Making a memo, or finishing what was printed of it. */
export interface MemoJob extends Job {
  readonly task:
    | {
        readonly kind: 'make';
        readonly source: Omit<MemoSource, 'register' | 'form'>;
        readonly order: MemoOrder;
        /** What the assessments were read by: it does not cross the border between threads with them. */
        readonly conventions: Conventions;
      }
    | { readonly kind: 'finish'; readonly print: PrintToFinish };
  readonly context: readonly [] | readonly [Register, LoadedForm];
  readonly question: never;
  readonly answer: never;
  readonly result: MadeMemo | FinishedPrint;
}

/**
 * Megabytes that each of several workers may fill: a memo takes some tens, and what is left of others is cleared away
 * sooner. One that takes more ends its worker, and has to be made in the main thread.
 */
const MEMORY = 320;

/**
 * Makes memos and finishes prints: in workers, while this thread reads, checks, prints and writes; falls back to this
 * thread where there are none or a worker dies, since this one has more memory.
 */
export class MemoWorkers {
  readonly count: number;
  readonly #pool: WorkerPool<MemoJob> | undefined;

  /** @param script the bundled `memo-thread.ts`; none, or a count of 0, to have all done in this thread */
  constructor(script: URL | undefined, count: number) {
    this.count = script ? count : 0;
    this.#pool =
      script && count > 0 ? new WorkerPool(script, count, count > 1 ? MEMORY : undefined) : undefined;
  }

  /** As `makeMemo`. */
  make(source: MemoSource, order: MemoOrder): Promise<MadeMemo> {
    const { register, form, ...rest } = source;
    const conventions = conventionsOf(source.assessment);
    const task = { kind: 'make', source: rest, order, conventions } as const;
    return this.#thereOrHere(task, [register, form], async () =>
      // Loaded late: build.ts starts the workers and the browser before this thread loads what makes memos.
      (await import('./make-memo.ts')).makeMemo(source, order),
    );
  }

  /** As `finishPrint`. */
  finish(print: PrintToFinish): Promise<FinishedPrint> {
    return this.#thereOrHere({ kind: 'finish', print }, [], async () =>
      (await import('../pdf/finish/finish-print.ts')).finishPrint(print),
    );
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }

  async #thereOrHere<Result extends MemoJob['result']>(
    task: MemoJob['task'],
    context: MemoJob['context'],
    here: () => Promise<Result>,
  ): Promise<Result> {
    if (!this.#pool) return here();
    try {
      // What the task gives: `memo-thread.ts`.
      return (await this.#pool.run(task, context, neverAsked)) as Result;
    } catch (error) {
      if (error instanceof WorkerEnded) return here();
      throw error;
    }
  }
}

function neverAsked(): Promise<never> {
  return Promise.reject(new Error('Nothing is asked back.'));
}
