import { type Command, Option } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { releaseLabel } from '../../options.ts';
import type { SiteFlags } from './run.ts';

/** Declares `threat-memo site`. What runs it is loaded when it is called. */
export function declareSite(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('site')
    .summary('make a static site of all assessments')
    .description(
      'Writes a site of plain files: memos, judgments with their evidence and movement, actors, incidents, sources, places, the track record, a search. It opens from a folder, without a server, and needs nothing from elsewhere.',
    )
    .argument('[path or id...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .option('--out <dir>', 'folder of the site (default: out/site, or out/<label>/site with --release)')
    .addOption(releaseLabel())
    .addOption(
      new Option('--language <tag>', 'language of the site').choices(['en', 'ru', 'he']).default('en'),
    )
    .option('--today <day>', 'the day that decides what is overdue (default: today)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo site
  threat-memo site --release TLP:CLEAR --out public

docs/ledger.md says what is in a site and how to publish one.`,
    )
    .action(async (named: string[], flags: SiteFlags) => {
      const { runSiteCommand } = await import('./run.ts');
      exit(await runSiteCommand(named, flags, terminal));
    });
}
