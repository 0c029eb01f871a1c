import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { positiveInteger, releaseLabel } from '../../options.ts';
import type { CompareFlags } from './run.ts';

/** Declares `threat-memo compare`. What runs it is loaded when it is called. */
export function declareCompare(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('compare')
    .summary('say where assessments agree and differ, and what a difference hangs on')
    .description(
      'Compares any set of assessments: incidents, actors and links that several speak of, where they agree, where they differ, and what each difference hangs on (other sources, other dates, other readings of the same evidence, other times or questions), the gravest first.',
    )
    .argument(
      '[path or id...]',
      'files, folders, ids or patterns of ids such as isis-* (default: all of assessments/)',
    )
    .option('--query <query>', 'only assessments with a row in the ledger that fits: actor:iskp')
    .option('--of <table>', 'the table of the ledger that the query asks', 'judgments')
    .option('--most <n>', 'how many differences and agreements are told', positiveInteger, 25)
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

docs/ledger.md says what is compared. "build --form briefing-pack" prints the same comparison before the memos.`,
    )
    .action(async (named: string[], flags: CompareFlags) => {
      const { runCompareCommand } = await import('./run.ts');
      exit(await runCompareCommand(named, flags, terminal));
    });
}
