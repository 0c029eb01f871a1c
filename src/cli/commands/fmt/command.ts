import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { FmtFlags } from './run.ts';

/** Declares `threat-memo fmt`. What runs it is loaded when it is called. */
export function declareFmt(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('fmt')
    .summary('format assessments')
    .description(
      'Writes assessments, the register and the configuration in canonical form: properties in the order of the schema, one sentence per line, one layout. Their content does not change.',
    )
    .argument('[path...]', 'files, folders or ids (default: all of assessments/, and the configuration)')
    .option(
      '--check',
      'write nothing; list the files that are not in canonical form, and exit 1 if there are any',
    )
    .option('--staged', 'format what is staged in git, and nothing else')
    .option('--upgrade', 'also upgrade to the newest version of the file format')
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
