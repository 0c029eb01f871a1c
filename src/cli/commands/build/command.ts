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
    .summary('turn assessments into memos')
    .description(
      'Checks assessments and turns each into a memo: <id>.md, <id>.pdf and figures/<id>/ in the output folder.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .option(
      '--form <form>',
      'form for all of them, instead of the one each file names: <id>.<form>.md, <id>.<form>.pdf',
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
        'none: the brief alone, <id>.brief.pdf; separate: the annex too, <id>.annex.pdf (default: behind the brief)',
      ).choices(['none', 'separate']),
    )
    .addOption(
      new Option(
        '--notes <place>',
        'docx: where notes stand (default: as configured, else footnotes)',
      ).choices(['footnotes', 'endnotes']),
    )
    .option('--jobs <n>', 'memos made at the same time (default: number of processors)', positiveInteger)
    .addOption(configFrom())
    .option('--check', 'write nothing; exit 1 when an output is not what its assessment gives')
    .addOption(
      new Option(
        '--release <label>',
        'leave out what is marked above this label of the marking scheme; what has no marking of its own stays',
      ),
    )
    .option('--watch', 'build again what changes, until Ctrl-C')
    .option('--history', 'show in each memo how its judgments moved over time, as the git history has it')
    .option('--record', 'show in each memo how earlier judgments on its question turned out')
    .addOption(queueAddress())
    .option('--urgent', 'with --queue: before what others want')
    .option(
      '--queue-wait <seconds>',
      'with --queue: how long nothing may come back (default: 60)',
      positiveInteger,
    )
    .addOption(shardOption())
    .addOption(reportOption())
    .option('--force', 'build everything anew, whatever is there already')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo build
  threat-memo build assessments/x.yaml --out /tmp/memos --format md
  threat-memo build x --release TLP:GREEN  a version for a wider circle, in out/tlp-green/
  threat-memo build x --watch              while you write
  threat-memo build --check                in CI: are the committed outputs current?
  threat-memo build --shard 1/4 --report part-1.json   a quarter; merge-reports puts them together`,
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
