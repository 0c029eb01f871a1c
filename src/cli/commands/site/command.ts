import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { releaseLabel } from '../../options.ts';
import type { SiteFlags } from './run.ts';

/** Declares `threat-memo site`. What runs it is loaded when it is called. */
export function declareSite(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('site')
    .summary('build a static site of all assessments')
    .description(
      'Builds a site of plain files: memos, judgments with their evidence and history, actors, incidents, sources, places, the track record, a search. It opens from a folder, without a server, and loads nothing from elsewhere.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'output folder (default: out/site, or out/<label>/site with --release)')
    .addOption(releaseLabel())
    .addOption(
      new Option('--language <tag>', 'language of the site').choices(['en', 'ru', 'he']).default('en'),
    )
    .option('--today <day>', 'the date that decides what is overdue (default: today)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo site
  threat-memo site --release TLP:CLEAR --out public

docs/ledger.md describes the site and how to publish it.`,
    )
    .action(async (named: string[], flags: SiteFlags) => {
      const { runSiteCommand } = await import('./run.ts');
      exit(await runSiteCommand(named, flags, terminal));
    });
}
