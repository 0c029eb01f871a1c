import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { configFrom, reportOption, shardOption } from '../../options.ts';
import type { CheckFlags } from './run.ts';

/** Declares `threat-memo check`. What runs it is loaded when it is called. */
export function declareCheck(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('check')
    .summary('find mistakes in assessments')
    .description(
      'Checks assessments against the schema and the rules, and reports each mistake with file, line and column.',
    )
    .argument('[path...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for programs, sarif for code scanning; html or pdf for a scorecard',
      )
        .choices(['text', 'json', 'sarif', 'html', 'pdf'])
        .default('text'),
    )
    .addOption(configFrom())
    .addOption(shardOption())
    .addOption(reportOption())
    .option('--watch', 'check again whenever a file changes, and report what is new')
    .option('--staged', 'check what is staged in git, not the files in the folder')
    .option(
      '--scorecard',
      'for each tradecraft standard: what the rules found, and what only a reviewer can judge',
    )
    .option('--out <dir>', 'folder for scorecards in html or pdf (default: out)')
    .option('--fix', 'fix mechanical mistakes in the files, and report the rest')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo check
  threat-memo check assessments/x.json --format json
  threat-memo check --watch                while you write
  threat-memo check --staged               before a commit
  threat-memo check --fix                  fix invisible characters, order and the like
  threat-memo check --format sarif > check.sarif
  threat-memo check x --scorecard --format pdf   questions for a reviewer, to print and sign
  threat-memo check --shard 1/4 --report part-1.json   a quarter; merge-reports joins them`,
    )
    .action(async (named: string[], flags: CheckFlags) => {
      if (flags.scorecard) {
        const { checkScorecard } = await import('./scorecard.ts');
        exit(await checkScorecard(named, flags, terminal));
      } else if (flags.watch) {
        const { watchCheck } = await import('./watch.ts');
        exit(await watchCheck(named, flags, terminal));
      } else if (flags.staged) {
        const { checkStaged } = await import('./staged.ts');
        exit(await checkStaged(named, flags, terminal));
      } else {
        const { runCheckCommand } = await import('./run.ts');
        exit(await runCheckCommand(named, flags, terminal));
      }
    });
}
