import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { FmtFlags } from './run.ts';

/** Declares `threat-memo fmt`. What runs it is loaded when it is called. */
export function declareFmt(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('fmt')
    .summary('write assessments in one form')
    .description(
      'Writes assessments, the register and the configuration in their canonical form: properties in the order of the schema, one sentence a line, one layout. What they say stays the same.',
    )
    .argument('[path...]', 'files, folders or ids (default: all of assessments/, and the configuration)')
    .option('--check', 'write nothing; list what is not in canonical form, and exit 1 if there is any')
    .option('--staged', 'format what is staged in git; what is not staged stays as it is')
    .option('--upgrade', 'write the newest version of the file format too')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo fmt
  threat-memo fmt assessments/x.yaml
  threat-memo fmt --staged                 before a commit
  threat-memo fmt --check                  in CI`,
    )
    .action(async (named: string[], flags: FmtFlags) => {
      const { runFmtCommand } = await import('./run.ts');
      exit(await runFmtCommand(named, flags, terminal));
    });
}
