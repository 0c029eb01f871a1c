import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { ImportFlags } from './run.ts';

/** Declares `threat-memo import`. What runs it is loaded when it is called. */
export function declareImport(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('import')
    .summary('take over what others hold: STIX, MISP, bibliographies, tables')
    .description(
      'Reads files of other formats and puts what they say into a new assessment, an existing one, or the register; prints what could not be carried, and checks the result. What a person has to judge is marked as not judged.',
    )
    .argument('<file...>', 'files to import')
    .option('--from <format>', 'the format, where the content does not say it')
    .option('--into <id or path>', 'the assessment that everything is put into')
    .option(
      '--mapping <file>',
      'which column of a table is what; made with a suggestion where it is not there',
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--yes', 'Word: write what colleagues changed without asking')
    .option('--all', 'show every single thing that could not be carried')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo import bundle.json           a STIX bundle, a MISP event … becomes an assessment
  threat-memo import event.json --into x   what it holds becomes part of the assessment x
  threat-memo import report.json --dry-run
  threat-memo import memo.docx --into x    what colleagues changed in Word, as a proposal

Formats and what each can carry: docs/exchange.md. Exit codes: 0 imported, 1 something is wrong with a file or
with the result, 2 wrong usage.`,
    )
    .action(async (files: string[], flags: ImportFlags) => {
      const [first = ''] = files;
      if (files.length === 1 && flags.into !== undefined && first.toLowerCase().endsWith('.docx')) {
        // Not data of others, but a memo of ours that was edited: a proposal, not an import.
        const { runWordImport } = await import('./import-word.ts');
        exit(
          await runWordImport(
            first,
            { into: flags.into, yes: flags.yes === true && !flags.dryRun },
            terminal,
          ),
        );
        return;
      }
      const { runImportCommand } = await import('./run.ts');
      exit(await runImportCommand(files, flags, terminal));
    });
}
