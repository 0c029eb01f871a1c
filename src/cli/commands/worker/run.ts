import { teamKeyIn } from '../../../cache/shared/shared-results.ts';
import { noMetrics, serveMetrics } from '../../../queue/metrics.ts';
import { startWorker } from '../../../queue/worker.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { memoThread, processEffects } from '../../process-effects.ts';

export interface WorkerFlags {
  readonly queue: string;
  readonly markings: readonly string[];
  readonly jobs?: number;
  readonly metrics?: number;
}

/** `threat-memo worker`: makes memos until it is stopped. */
export async function runWorkerCommand(
  { queue, markings, jobs, metrics: port }: WorkerFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const metrics = noMetrics();
  const log = (message: string) => terminal.err(`${message}\n`);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const served = port === undefined ? undefined : await serveMetrics(metrics, port);
  const worker = await startWorker(
    {
      address: queue,
      teamKey: teamKeyIn(effects.environment, '--queue'),
      program: __BUILD_ID__,
      markings,
      jobs: jobs ?? effects.parallelism,
      thread: memoThread,
      metrics,
      log,
    },
    effects,
  );
  log(`Waiting for memos marked ${markings.join(', ')}.`);
  if (served) log(`Metrics: http://127.0.0.1:${served.port}/metrics`);
  await ended;
  log('Ending: what is being made is made.');
  await worker.close();
  served?.close();
  return ExitCode.clean;
}
