import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { HistoryFlags } from './run.ts';

/** Declares `threat-memo history`. What runs it is loaded when it is called. */
export function declareHistory(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('history')
    .summary('show how judgments moved over time')
    .description(
      'Follows an assessment through the git history: likelihood and confidence of each judgment and level of each capability, for every commit that changed its content.',
    )
    .argument('<id or path>', 'the assessment')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs, svg for a figure of likelihoods')
        .choices(['text', 'json', 'svg'])
        .default('text'),
    )
    .option('--out <file>', 'write to this file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo history x
  threat-memo history x --format svg --out history.svg`,
    )
    .action(async (named: string, flags: HistoryFlags) => {
      const { runHistoryCommand } = await import('./run.ts');
      exit(await runHistoryCommand(named, flags, terminal));
    });
}
