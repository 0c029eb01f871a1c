import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { nameAndValue, releaseLabel, textOrJson } from '../../options.ts';
import type { ExportFlags } from './run.ts';

/** Declares `threat-memo export`. What runs it is loaded when it is called. */
export function declareExport(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('export')
    .summary('write assessments for other programs')
    .description('Writes assessments in another format, and prints what that format could not carry.')
    .argument('<id or path...>', 'the assessments')
    .requiredOption('--to <format>', 'the format, such as stix, misp, json-ld')
    .option('--out <dir>', 'output folder (default: out, or out/<label> with --release)')
    .addOption(releaseLabel())
    .option('--set <name=value>', 'what the format lets one choose; may be repeated', nameAndValue)
    .option('--all', 'show every single thing that could not be carried')
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
