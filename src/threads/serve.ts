import { parentPort } from 'node:worker_threads';
import { errorToData, type FromWorker, type Job, type ToWorker } from './job.ts';

/** Makes this thread a worker of a `WorkerPool`: does its tasks, several at a time where they wait for an answer. */
export function serve<J extends Job>(
  work: (
    task: J['task'],
    context: J['context'],
    ask: (question: J['question']) => Promise<J['answer']>,
  ) => Promise<J['result']>,
): void {
  const contexts = new Map<number, object>();
  const awaited = new Map<number, (answer: J['answer']) => void>();
  const post = (message: FromWorker) => parentPort?.postMessage(message);

  async function perform({ id, task, context }: ToWorker & { readonly kind: 'task' }): Promise<void> {
    const ask = (question: J['question']) => {
      post({ kind: 'question', id, question });
      return new Promise<J['answer']>((resolve) => awaited.set(id, resolve));
    };
    try {
      // Sent before, by the numbers that the pool gave them.
      const values = context.map((number) => contexts.get(number)) as readonly unknown[] as J['context'];
      post({ kind: 'done', id, result: await work(task, values, ask) });
    } catch (error) {
      post({ kind: 'failed', id, error: errorToData(error) });
    } finally {
      awaited.delete(id);
    }
  }

  parentPort?.on('message', (message: ToWorker) => {
    if (message.kind === 'context') contexts.set(message.number, message.value);
    else if (message.kind === 'forget') contexts.delete(message.number);
    else if (message.kind === 'answer') awaited.get(message.id)?.(message.answer);
    else void perform(message);
  });
}
