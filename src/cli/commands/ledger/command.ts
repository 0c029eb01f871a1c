import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { releaseLabel, textJsonOrCsv } from '../../options.ts';
import type { LedgerFlags } from './run.ts';

/** Declares `threat-memo ledger`. What runs it is loaded when it is called. */
export function declareLedger(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('ledger')
    .summary('query all assessments')
    .description(
      'Shows judgments, sources, evidence, actors, incidents, gaps, indicators or recommendations of all assessments, filtered by a query; or the track record of the judgments.',
    )
    .argument('[query]', 'for example: overdue and actor:iskp (default: everything)')
    .option(
      '--of <table>',
      'judgments, sources, evidence, actors, incidents, gaps, indicators, recommendations',
      'judgments',
    )
    .addOption(
      new Option('--editions <which>', 'only the latest editions, or all')
        .choices(['current', 'all'])
        .default('current'),
    )
    .option('--sort <column>', 'sort by this column; column:desc for descending order')
    .option('--columns <names>', 'show these columns, separated by commas', (value) =>
      value.split(',').map((name) => name.trim()),
    )
    .option('--assessment <id or path...>', 'only these assessments')
    .addOption(releaseLabel())
    .option('--record [by]', 'the track record; by year, area, actor, author, form or assessment')
    .option('--complete', 'list the possible continuations of the query, one per line (for shells)')
    .option('--describe', 'list the columns that a query can use')
    .addOption(textJsonOrCsv())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo ledger overdue
  threat-memo ledger 'actor:iskp and confidence>=moderate'
  threat-memo ledger 'worst>=D and independent<=1' --format csv
  threat-memo ledger --of sources 'reliability>=D' --sort falls:desc
  threat-memo ledger --of incidents 'on>=2024-03 place:Moscow'
  threat-memo ledger --record year

docs/ledger.md describes the query language and the track record.`,
    )
    .action(async (query: string | undefined, flags: LedgerFlags) => {
      const { runLedgerCommand } = await import('./run.ts');
      exit(await runLedgerCommand(query, flags, terminal));
    });
}
