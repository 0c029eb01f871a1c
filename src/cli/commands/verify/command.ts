import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { VerifyFlags } from './run.ts';

/** Declares `threat-memo verify`. What runs it is loaded when it is called. */
export function declareVerify(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('verify')
    .summary('verify that a PDF matches the assessment attached to it')
    .description(
      'Rebuilds the memo from the assessment attached to a PDF, in memory, and compares the two: first byte by byte; if they differ, the words of each page, drawings, properties and attachments.',
    )
    .argument('<pdf>', 'a memo that this program made')
    .addOption(textOrJson())
    .option('--own-templates', 'also use the templates/ of this folder, as a build does')
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
