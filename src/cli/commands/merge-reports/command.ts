import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { MergeReportsFlags } from './run.ts';

/** Declares `threat-memo merge-reports`. What runs it is loaded when it is called. */
export function declareMergeReports(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('merge-reports')
    .summary('merge the reports of shards')
    .description(
      'Reads the reports of `check` or `build` with --shard and --report, and prints what a single run would have printed, with its exit code. All shards of the run are required.',
    )
    .argument('<report...>', 'reports, in any order')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, sarif for code scanning')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  threat-memo check --shard 1/2 --report part-1.json
  threat-memo check --shard 2/2 --report part-2.json
  threat-memo merge-reports part-1.json part-2.json --format sarif > check.sarif

Exit codes: those of the run. 2 where a shard is missing, or not all are of one run.`,
    )
    .action(async (files: string[], flags: MergeReportsFlags) => {
      const { runMergeReportsCommand } = await import('./run.ts');
      exit(await runMergeReportsCommand(files, flags, terminal));
    });
}
