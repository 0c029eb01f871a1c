import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo textconv`. What runs it is loaded when it is called. */
export function declareTextconv(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('textconv')
    .summary('print a file as facts, one per line, for git diff')
    .description(
      'Prints the content of an assessment or a register as plain text: one fact per line, one sentence per line, in a fixed order. For the textconv of a git diff driver; docs/review.md describes the setup.',
    )
    .argument('<file>', 'an assessment or a register')
    .action(async (file: string) => {
      const { runTextconvCommand } = await import('./run.ts');
      exit(await runTextconvCommand(file, terminal));
    });
}
