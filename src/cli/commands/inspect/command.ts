import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textJsonOrCsv } from '../../options.ts';
import type { InspectFlags } from './run.ts';

/** Declares `threat-memo inspect`. What runs it is loaded when it is called. */
export function declareInspect(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('inspect')
    .summary('show what is derived from assessments')
    .description(
      'Shows what is derived: ranges of counts, scores of hypotheses and what their ranking depends on, the evidence behind each judgment, scores of forecasts.',
    )
    .argument('[path...]', 'files, folders or ids of assessments (default: all of assessments/)')
    .addOption(textJsonOrCsv())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo inspect assessments/x.json
  threat-memo inspect assessments --format json
  threat-memo inspect --format csv         one row for each value, for a spreadsheet`,
    )
    .action(async (named: string[], flags: InspectFlags) => {
      const { runInspectCommand } = await import('./run.ts');
      exit(await runInspectCommand(named, flags, terminal));
    });
}
