import { Worker } from 'node:worker_threads';
import type { CheckContext, CheckedFile, FetchFormer, Source } from './check-source.ts';
import type { FormerFile } from './former-file.ts';

/** To a worker: a context is told before the first task that names its number. */
export type ToWorker =
  | { readonly kind: 'context'; readonly number: number; readonly context: CheckContext }
  | { readonly kind: 'check'; readonly task: number; readonly source: Source; readonly context: number }
  | { readonly kind: 'former'; readonly task: number; readonly found: FormerFile | string };

export type FromWorker =
  | { readonly kind: 'former'; readonly task: number; readonly reference: string }
  | { readonly kind: 'done'; readonly task: number; readonly checked: CheckedFile }
  | { readonly kind: 'failed'; readonly task: number; readonly error: unknown };

interface Task {
  readonly fetchFormer: FetchFormer;
  readonly resolve: (checked: CheckedFile) => void;
  readonly reject: (error: unknown) => void;
}

interface Member {
  readonly worker: Worker;
  readonly told: Map<CheckContext, number>;
  readonly tasks: Map<number, Task>;
  /** Why it does no more. */
  failure?: unknown;
}

/** Megabytes for what is new: most of what a check makes is thrown away at once, and a small nursery is emptied too often. */
const NURSERY = 64;

/** Threads that check files. They read nothing themselves: what they need is sent to them. */
export class CheckPool {
  readonly #members: readonly Member[];
  #number = 0;

  /** `script` is the bundled `check-worker.ts`. */
  constructor(script: URL, count: number) {
    this.#members = Array.from({ length: count }, () => startMember(script));
  }

  /** Checks a file in the thread with the least to do. Rejects as `checkFile` does. */
  check(source: Source, context: CheckContext, fetchFormer: FetchFormer): Promise<CheckedFile> {
    const member = this.#members.reduce((a, b) => (b.tasks.size < a.tasks.size ? b : a));
    const number = member.told.get(context) ?? member.told.size;
    if (!member.told.has(context)) {
      member.told.set(context, number);
      tell(member, { kind: 'context', number, context });
    }
    this.#number += 1;
    const task = this.#number;
    return new Promise((resolve, reject) => {
      if (member.failure !== undefined) reject(member.failure);
      member.tasks.set(task, { fetchFormer, resolve, reject });
      tell(member, { kind: 'check', task, source, context: number });
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }
}

function startMember(script: URL): Member {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: NURSERY } });
  const tasks = new Map<number, Task>();
  const member: Member = { worker, tasks, told: new Map() };
  worker.on('message', (message: FromWorker) => answer(member, message));
  worker.on('error', (error) => {
    member.failure = error;
    for (const { reject } of tasks.values()) reject(error);
  });
  return member;
}

function tell({ worker }: Member, message: ToWorker): void {
  worker.postMessage(message);
}

function answer(member: Member, message: FromWorker): void {
  const task = member.tasks.get(message.task);
  if (!task) return;
  if (message.kind === 'former') {
    task.fetchFormer(message.reference).then((found) => {
      tell(member, { kind: 'former', task: message.task, found });
    }, task.reject);
    return;
  }
  member.tasks.delete(message.task);
  if (message.kind === 'done') task.resolve(message.checked);
  else task.reject(message.error);
}
