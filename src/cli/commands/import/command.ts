import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { ImportFlags } from './run.ts';

/** Declares `threat-memo import`. What runs it is loaded when it is called. */
export function declareImport(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('import')
    .summary('import STIX, MISP, bibliographies and tables')
    .description(
      'Reads files in other formats into a new assessment, an existing one, or the register; lists what could not be carried over, and checks the result. Whatever a person has to judge is marked as not judged.',
    )
    .argument('<file...>', 'files to import')
    .option('--from <format>', 'the format, if it cannot be told from the content')
    .option('--into <id or path>', 'the assessment to import into')
    .option(
      '--mapping <file>',
      'what each column of a table means; if the file does not exist, it is written with a suggestion',
    )
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--yes', 'Word: accept the changes of colleagues without asking')
    .option('--all', 'list everything that could not be carried over')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo import bundle.json           a STIX bundle, a MISP event … becomes an assessment
  threat-memo import event.json --into x   becomes part of the assessment x
  threat-memo import report.json --dry-run
  threat-memo import memo.docx --into x    the changes that colleagues made in Word, as a proposal

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
