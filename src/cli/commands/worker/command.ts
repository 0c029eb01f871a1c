import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { portNumber, positiveInteger, queueAddress } from '../../options.ts';
import type { WorkerFlags } from './run.ts';

/** Declares `threat-memo worker`. What runs it is loaded when it is called. */
export function declareWorker(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('worker')
    .summary('make memos that are waiting in a queue')
    .description(
      'Makes memos for `build --queue`, until it is told to end. It needs no project: jobs carry what a memo needs, sealed with the key of the team (THREAT_MEMO_TEAM_KEY).',
    )
    .addOption(queueAddress().makeOptionMandatory())
    .addOption(
      new Option('--markings <labels>', 'markings that this worker may see, separated by commas')
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

Ctrl-C, or a signal to end, lets it finish what it is making.`,
    )
    .action(async (flags: WorkerFlags) => {
      const { runWorkerCommand } = await import('./run.ts');
      exit(await runWorkerCommand(flags, terminal));
    });
}
