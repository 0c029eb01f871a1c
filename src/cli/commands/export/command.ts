import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { nameAndValue, releaseLabel, textOrJson } from '../../options.ts';
import type { ExportFlags } from './run.ts';

/** Declares `threat-memo export`. What runs it is loaded when it is called. */
export function declareExport(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('export')
    .summary('export assessments for other programs')
    .description('Writes assessments in another format, and lists what that format cannot carry.')
    .argument('<id or path...>', 'the assessments')
    .requiredOption('--to <format>', 'the format, such as stix, misp, json-ld')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .addOption(releaseLabel())
    .option('--set <name=value>', 'a setting of the format; may be repeated', nameAndValue)
    .option('--all', 'list everything that could not be carried over')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo export x --to stix
  threat-memo export x --to misp --release TLP:GREEN

Formats and what each can carry: docs/exchange.md.`,
    )
    .action(async (named: string[], flags: ExportFlags) => {
      const { runExportCommand } = await import('./run.ts');
      exit(await runExportCommand(named, flags, terminal));
    });
}
