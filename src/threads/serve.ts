import { parentPort } from 'node:worker_threads';
import type { FromThread, Job, ToThread } from './job.ts';
import { told } from './told-errors.ts';

/** Makes this thread one of a `ThreadPool`: does its tasks, several at a time where they wait for an answer. */
export function serve<J extends Job>(
  work: (
    given: J['given'],
    shared: J['shared'],
    ask: (question: J['question']) => Promise<J['answer']>,
  ) => Promise<J['result']>,
): void {
  const known: object[] = [];
  const awaited = new Map<number, (answer: J['answer']) => void>();
  const say = (message: FromThread) => parentPort?.postMessage(message);

  async function perform({ task, given, shared }: ToThread & { readonly kind: 'task' }): Promise<void> {
    const ask = (question: J['question']) => {
      say({ kind: 'question', task, question });
      return new Promise<J['answer']>((resolve) => awaited.set(task, resolve));
    };
    try {
      // Told before: by the numbers that the pool gave them.
      const values = shared.map((number) => known[number]) as readonly unknown[] as J['shared'];
      say({ kind: 'done', task, result: await work(given, values, ask) });
    } catch (error) {
      say({ kind: 'failed', task, error: told(error) });
    } finally {
      awaited.delete(task);
    }
  }

  parentPort?.on('message', (message: ToThread) => {
    if (message.kind === 'shared') known[message.number] = message.value;
    else if (message.kind === 'answer') awaited.get(message.task)?.(message.answer);
    else void perform(message);
  });
}
