import { type ResourceLimits, Worker } from 'node:worker_threads';
import { MachineFault } from '../model/fault.ts';
import type { FromThread, Job, ToThread } from './job.ts';
import { retold } from './told-errors.ts';

interface Task<J extends Job> {
  readonly answer: (question: J['question']) => Promise<J['answer']>;
  readonly resolve: (result: J['result']) => void;
  readonly reject: (error: unknown) => void;
}

interface Member<J extends Job> {
  readonly worker: Worker;
  /** The numbers of what it was told that tasks share. */
  readonly told: Map<object, number>;
  readonly tasks: Map<number, Task<J>>;
}

/** Megabytes for what is new: most of what a task makes is thrown away at once, and a small nursery is emptied too often. */
const NURSERY = 48;

/** A thread ended with tasks that it had not done: it had no memory left, or did not come up. */
export class ThreadEnded extends MachineFault {}

/** Threads that do one kind of work. They read nothing themselves: what they need is sent to them. */
export class ThreadPool<J extends Job> {
  readonly #script: URL;
  readonly #count: number;
  readonly #limits: ResourceLimits;
  readonly #members: Member<J>[] = [];
  #number = 0;
  #isClosed = false;

  /**
   * The threads start at once.
   *
   * @param script bundled from a module that calls `serve`
   * @param memory megabytes that each thread may fill with what lasts; by itself as many as this thread
   */
  constructor(script: URL, count: number, memory?: number) {
    this.#script = script;
    this.#count = count;
    this.#limits = { maxYoungGenerationSizeMb: NURSERY, ...(memory && { maxOldGenerationSizeMb: memory }) };
    this.#complete();
  }

  /**
   * Has the thread with the least to do perform a task. Rejects with what the work threw, and with ThreadEnded where the
   * thread did not outlive it; others then go on in a new one.
   */
  run(given: J['given'], shared: J['shared'], answer: Task<J>['answer']): Promise<J['result']> {
    this.#complete();
    const member = this.#members.reduce((a, b) => (b.tasks.size < a.tasks.size ? b : a));
    this.#number += 1;
    const task = this.#number;
    return new Promise((resolve, reject) => {
      tell(member, { kind: 'task', task, given, shared: shared.map((value) => numberOf(value, member)) });
      member.tasks.set(task, { answer, resolve, reject });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }

  /** Starts what is missing, also in place of threads that have ended. */
  #complete(): void {
    while (this.#members.length < this.#count) this.#members.push(this.#startMember());
  }

  #startMember(): Member<J> {
    const worker = new Worker(this.#script, { resourceLimits: this.#limits });
    const member: Member<J> = { worker, tasks: new Map(), told: new Map() };
    worker.on('message', (message: FromThread) => hear(member, message));
    worker.on('error', (error) => this.#giveUp(member, error.message));
    worker.on('exit', () => this.#giveUp(member, 'it said nothing.'));
    return member;
  }

  #giveUp(member: Member<J>, reason: string): void {
    const index = this.#members.indexOf(member);
    if (index === -1 || this.#isClosed) return;
    this.#members.splice(index, 1);
    const fault = new ThreadEnded(
      `A thread of the program ended: ${reason}`,
      'Run it again. If it happens again, the machine may be short of memory; try fewer at a time (--jobs 1).',
    );
    for (const { reject } of member.tasks.values()) reject(fault);
  }
}

function numberOf<J extends Job>(value: object, member: Member<J>): number {
  const known = member.told.get(value);
  if (known !== undefined) return known;
  const number = member.told.size;
  member.told.set(value, number);
  tell(member, { kind: 'shared', number, value });
  return number;
}

function tell<J extends Job>({ worker }: Member<J>, message: ToThread): void {
  worker.postMessage(message);
}

function hear<J extends Job>(member: Member<J>, message: FromThread): void {
  const task = member.tasks.get(message.task);
  if (!task) return;
  if (message.kind === 'question') {
    task.answer(message.question).then((answer) => {
      tell(member, { kind: 'answer', task: message.task, answer });
    }, task.reject);
    return;
  }
  member.tasks.delete(message.task);
  if (message.kind === 'done') task.resolve(message.result);
  else task.reject(retold(message.error));
}
