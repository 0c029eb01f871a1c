import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo lsp`. What runs it is loaded when it is called. */
export function declareLsp(program: Command, { exit }: CommandLine): void {
  program
    .command('lsp')
    .summary('serve an editor while an assessment is written')
    .description(
      'A language server: findings as you type, what an id stands for, completion, definitions and uses, renaming, quick fixes, outline, formatting. An editor starts it; docs/editors.md says how to set up yours.',
    )
    .requiredOption('--stdio', 'speak over standard input and output')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo lsp --stdio`,
    )
    .action(async () => {
      const { runLspCommand } = await import('./run.ts');
      exit(await runLspCommand());
    });
}
