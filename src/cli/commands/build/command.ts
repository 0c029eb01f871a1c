import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import {
  configFrom,
  listOf,
  paperSize,
  positiveInteger,
  queueAddress,
  reportOption,
  shardOption,
} from '../../options.ts';
import type { BuildFlags } from './run.ts';

/** Declares `threat-memo build`. What runs it is loaded when it is called. */
export function declareBuild(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('build')
    .summary('build memos from assessments')
    .description(
      'Checks assessments and builds a memo from each: <id>.md, <id>.pdf and figures/<id>/ in the output folder.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .option(
      '--form <form>',
      'use this form for all of them instead of their own: <id>.<form>.md, <id>.<form>.pdf',
    )
    .addOption(
      new Option('--format <formats>', 'what to write: md, pdf, html, docx, email, separated by commas')
        .argParser(listOf('md', 'pdf', 'html', 'docx', 'email'))
        .default(['md', 'pdf'], 'md,pdf'),
    )
    .addOption(paperSize())
    .addOption(
      new Option(
        '--annex <how>',
        'none: only the brief, <id>.brief.pdf; separate: the annex in a file of its own, <id>.annex.pdf (default: after the brief)',
      ).choices(['none', 'separate']),
    )
    .addOption(
      new Option('--notes <place>', 'docx: where notes go (default: as configured, else footnotes)').choices([
        'footnotes',
        'endnotes',
      ]),
    )
    .option('--jobs <n>', 'memos made at the same time (default: number of processors)', positiveInteger)
    .addOption(configFrom())
    .option('--check', 'write nothing; exit 1 if an output is not up to date')
    .addOption(
      new Option(
        '--release <label>',
        'leave out everything marked above this label; what has no marking of its own stays',
      ),
    )
    .option('--watch', 'rebuild whatever changes, until Ctrl-C')
    .option('--history', 'show in each memo how its judgments moved over time, from the git history')
    .option('--record', 'show in each memo how earlier judgments on its question turned out')
    .addOption(queueAddress())
    .option('--urgent', 'with --queue: ahead of other jobs')
    .option(
      '--queue-wait <seconds>',
      'with --queue: give up after this long without a result (default: 60)',
      positiveInteger,
    )
    .addOption(shardOption())
    .addOption(reportOption())
    .option('--force', 'rebuild everything, even what is up to date')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo build
  threat-memo build assessments/x.yaml --out /tmp/memos --format md
  threat-memo build x --release TLP:GREEN  a version for a wider circle, in out/tlp-green/
  threat-memo build x --watch              while you write
  threat-memo build --check                in CI: are the committed outputs current?
  threat-memo build --shard 1/4 --report part-1.json   a quarter; merge-reports joins them`,
    )
    .action(async (named: string[], flags: BuildFlags) => {
      if (flags.watch) {
        const { watchBuild } = await import('./watch.ts');
        exit(await watchBuild(named, flags, terminal));
      } else {
        const { runBuildCommand } = await import('./run.ts');
        exit(await runBuildCommand(named, flags, terminal));
      }
    });
}
