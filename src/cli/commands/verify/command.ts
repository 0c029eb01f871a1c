import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { VerifyFlags } from './run.ts';

/** Declares `threat-memo verify`. What runs it is loaded when it is called. */
export function declareVerify(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('verify')
    .summary('say whether a PDF is what the assessment it carries gives')
    .description(
      'Builds the assessment again that a PDF carries, in memory and with this program, and compares: the bytes first; where they differ, the words of each page, drawings, properties and attachments.',
    )
    .argument('<pdf>', 'a memo that this program made')
    .addOption(textOrJson())
    .option('--own-templates', 'use the templates/ of this folder too, as a build does')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo verify out/x.pdf
  threat-memo verify memo.pdf --format json

Exit codes: 0 the PDF is what its assessment gives, 1 it is not, or that cannot be told.`,
    )
    .action(async (file: string, flags: VerifyFlags) => {
      const { runVerifyCommand } = await import('./run.ts');
      exit(await runVerifyCommand(file, flags, terminal));
    });
}
