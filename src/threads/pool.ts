import { type ResourceLimits, Worker } from 'node:worker_threads';
import { MachineFault } from '../model/fault.ts';
import { errorFromData, type FromWorker, type Job, type ToWorker } from './job.ts';

interface Pending<J extends Job> {
  readonly answer: (question: J['question']) => Promise<J['answer']>;
  readonly resolve: (result: J['result']) => void;
  readonly reject: (error: unknown) => void;
}

interface PoolWorker<J extends Job> {
  readonly thread: Worker;
  /** The numbers of the contexts that it has; those used last come last. */
  readonly contexts: Map<object, number>;
  lastContext: number;
  readonly tasks: Map<number, Pending<J>>;
}

/**
 * Young generation of a worker's heap, in megabytes: most of what a task allocates is short-lived, and the
 * default size would be collected too often.
 */
const NURSERY = 48;

/**
 * Most contexts that a worker has: a build uses a register and a few forms at a time, while a register that is
 * being edited is another one after each keystroke.
 */
const MAX_CONTEXTS = 16;

/** A worker ended before its tasks were done: it ran out of memory, or did not start. */
export class WorkerEnded extends MachineFault {}

/** Worker threads that do one kind of work. They read no files: everything they need is sent to them. */
export class WorkerPool<J extends Job> {
  readonly #script: URL;
  readonly #count: number;
  readonly #limits: ResourceLimits;
  readonly #workers: PoolWorker<J>[] = [];
  #lastId = 0;
  #isClosed = false;

  /**
   * Starts the workers at once.
   *
   * @param script bundled from a module that calls `serve`
   * @param memory heap limit of each worker for lasting objects, in megabytes; by default that of this thread
   */
  constructor(script: URL, count: number, memory?: number) {
    this.#script = script;
    this.#count = count;
    this.#limits = { maxYoungGenerationSizeMb: NURSERY, ...(memory && { maxOldGenerationSizeMb: memory }) };
    this.#complete();
  }

  /**
   * Sends a task to the worker with the fewest tasks. Rejects with the task's error, and with WorkerEnded if
   * the worker dies; other tasks then continue in a new worker.
   */
  run(task: J['task'], context: J['context'], answer: Pending<J>['answer']): Promise<J['result']> {
    this.#complete();
    const worker = this.#workers.reduce((a, b) => (b.tasks.size < a.tasks.size ? b : a));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      post(worker, { kind: 'task', id, task, context: context.map((value) => numberOf(value, worker)) });
      worker.tasks.set(id, { answer, resolve, reject });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#workers.map(({ thread }) => thread.terminate()));
  }

  /** Starts missing workers, including replacements for ended ones. */
  #complete(): void {
    while (this.#workers.length < this.#count) this.#workers.push(this.#startWorker());
  }

  #startWorker(): PoolWorker<J> {
    const thread = new Worker(this.#script, { resourceLimits: this.#limits });
    const worker: PoolWorker<J> = { thread, tasks: new Map(), contexts: new Map(), lastContext: 0 };
    thread.on('message', (message: FromWorker) => receive(worker, message));
    thread.on('error', (error) => this.#giveUp(worker, error.message));
    thread.on('exit', () => this.#giveUp(worker, 'it said nothing.'));
    return worker;
  }

  #giveUp(worker: PoolWorker<J>, reason: string): void {
    const index = this.#workers.indexOf(worker);
    if (index === -1 || this.#isClosed) return;
    this.#workers.splice(index, 1);
    const fault = new WorkerEnded(
      `A thread of the program ended: ${reason}`,
      'Run it again. If it happens again, the machine may be short of memory; try fewer at a time (--jobs 1).',
    );
    for (const { reject } of worker.tasks.values()) reject(fault);
  }
}

/** The number of a context, which is sent first where the worker does not have it yet. */
function numberOf<J extends Job>(value: object, worker: PoolWorker<J>): number {
  const known = worker.contexts.get(value);
  if (known !== undefined) {
    worker.contexts.delete(value);
    worker.contexts.set(value, known);
    return known;
  }
  worker.lastContext += 1;
  const number = worker.lastContext;
  worker.contexts.set(value, number);
  post(worker, { kind: 'context', number, value });
  const [oldest] = worker.contexts;
  if (worker.contexts.size > MAX_CONTEXTS && oldest) {
    worker.contexts.delete(oldest[0]);
    post(worker, { kind: 'forget', number: oldest[1] });
  }
  return number;
}

function post<J extends Job>({ thread }: PoolWorker<J>, message: ToWorker): void {
  thread.postMessage(message);
}

function receive<J extends Job>(worker: PoolWorker<J>, message: FromWorker): void {
  const task = worker.tasks.get(message.id);
  if (!task) return;
  if (message.kind === 'question') {
    task.answer(message.question).then((answer) => {
      post(worker, { kind: 'answer', id: message.id, answer });
    }, task.reject);
    return;
  }
  worker.tasks.delete(message.id);
  if (message.kind === 'done') task.resolve(message.result);
  else task.reject(errorFromData(message.error));
}
