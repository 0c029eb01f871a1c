import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './check-pool.ts';
import { type CheckContext, checkFile } from './check-source.ts';
import type { FormerFile } from './former-file.ts';

// The entry of a thread of `CheckPool`.

const contexts: CheckContext[] = [];
const awaited = new Map<number, (found: FormerFile | string) => void>();

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'context') contexts[message.number] = message.context;
  else if (message.kind === 'former') awaited.get(message.task)?.(message.found);
  else void check(message);
});

async function check({ task, source, context }: ToWorker & { readonly kind: 'check' }): Promise<void> {
  const given = contexts[context];
  if (!given) return;
  try {
    const checked = await checkFile(source, given, (reference) => {
      say({ kind: 'former', task, reference });
      return new Promise((resolve) => awaited.set(task, resolve));
    });
    say({ kind: 'done', task, checked });
  } catch (error) {
    say({ kind: 'failed', task, error });
  } finally {
    awaited.delete(task);
  }
}
