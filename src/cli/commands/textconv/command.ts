import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo textconv`. What runs it is loaded when it is called. */
export function declareTextconv(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('textconv')
    .summary('print one file as facts, one a line, for git diff')
    .description(
      'Prints what an assessment or a register says as plain text: one fact a line, one sentence a line, in an order of its own. Meant as the textconv of a git diff driver; docs/review.md says how to set it up.',
    )
    .argument('<file>', 'an assessment or a register')
    .action(async (file: string) => {
      const { runTextconvCommand } = await import('./run.ts');
      exit(await runTextconvCommand(file, terminal));
    });
}
