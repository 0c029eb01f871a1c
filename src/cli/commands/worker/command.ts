import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { portNumber, positiveInteger, queueAddress } from '../../options.ts';
import type { WorkerFlags } from './run.ts';

/** Declares `threat-memo worker`. What runs it is loaded when it is called. */
export function declareWorker(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('worker')
    .summary('build memos from a queue')
    .description(
      'Makes memos for `build --queue` until it is stopped. It needs no project: each job carries everything its memo needs, sealed with the key of the team (THREAT_MEMO_TEAM_KEY).',
    )
    .addOption(queueAddress().makeOptionMandatory())
    .addOption(
      new Option('--markings <labels>', 'markings this worker may see, separated by commas')
        .argParser((value: string) =>
          value
            .split(',')
            .map((label) => label.trim())
            .filter((label) => label !== ''),
        )
        .makeOptionMandatory(),
    )
    .option('--jobs <n>', 'memos made at the same time (default: number of processors)', positiveInteger)
    .option('--metrics <port>', 'serve metrics for Prometheus on 127.0.0.1', portNumber)
    .addHelpText(
      'after',
      `
Examples:
  threat-memo worker --queue redis://render-1:6379 --markings TLP:CLEAR,TLP:GREEN --metrics 9464

On Ctrl-C or a termination signal it finishes the memos it has begun.`,
    )
    .action(async (flags: WorkerFlags) => {
      const { runWorkerCommand } = await import('./run.ts');
      exit(await runWorkerCommand(flags, terminal));
    });
}
