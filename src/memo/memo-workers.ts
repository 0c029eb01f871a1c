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
        /** The assessments' conventions, which are lost when an assessment is sent to another thread. */
        readonly conventions: Conventions;
      }
    | { readonly kind: 'finish'; readonly print: PrintToFinish };
  readonly context: readonly [] | readonly [Register, LoadedForm];
  readonly question: never;
  readonly answer: never;
  readonly result: MadeMemo | FinishedPrint;
}

/**
 * Memory limit of each of several workers, in megabytes: a memo takes some tens, and the rest is
 * garbage-collected sooner. A memo that needs more ends its worker, and has to be made in the main thread.
 */
const MEMORY = 320;

/**
 * Makes memos and finishes prints in workers, while this thread reads, checks, prints and writes; falls back to
 * this thread if there are no workers or a worker dies, since this thread has more memory.
 */
export class MemoWorkers {
  readonly count: number;
  readonly #pool: WorkerPool<MemoJob> | undefined;

  /**
   * @param script the bundled `memo-thread.ts`; without it, or with a count of 0, everything is done in this
   * thread
   */
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
      // Imported late: `build.ts` starts workers and browser before this thread loads the code that makes
      // memos.
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
      // The type of the task's result: see `memo-thread.ts`.
      return (await this.#pool.run(task, context, noQuestions)) as Result;
    } catch (error) {
      if (error instanceof WorkerEnded) return here();
      throw error;
    }
  }
}

function noQuestions(): Promise<never> {
  return Promise.reject(new Error('A worker of memos sends no requests.'));
}
