import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { positiveInteger, releaseLabel } from '../../options.ts';
import type { CompareFlags } from './run.ts';

/** Declares `threat-memo compare`. What runs it is loaded when it is called. */
export function declareCompare(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('compare')
    .summary('show where assessments agree and differ, and why')
    .description(
      'Compares any set of assessments: the incidents, actors and links they share, where they agree, where they differ, and what each difference depends on (different sources, dates, readings of the same evidence, horizons or questions), most important first.',
    )
    .argument(
      '[path or id...]',
      'files, folders, ids or patterns of ids such as isis-* (default: all of assessments/)',
    )
    .option('--query <query>', 'only assessments with a matching row in the ledger: actor:iskp')
    .option('--of <table>', 'the table of the ledger to query', 'judgments')
    .option('--most <n>', 'how many differences and agreements to show', positiveInteger, 25)
    .addOption(releaseLabel())
    .addOption(
      new Option('--format <format>', 'md for people, json for programs')
        .choices(['md', 'json'])
        .default('md'),
    )
    .option('--out <file>', 'write to this file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo compare isis-moscow-2024 moscow-terrorist-act-2024
  threat-memo compare 'moscow-*' 'isis-*'
  threat-memo compare --query 'actor:iskp and date>=2024' --format json

docs/ledger.md describes what is compared. "build --form briefing-pack" prints the same comparison before the memos.`,
    )
    .action(async (named: string[], flags: CompareFlags) => {
      const { runCompareCommand } = await import('./run.ts');
      exit(await runCompareCommand(named, flags, terminal));
    });
}
