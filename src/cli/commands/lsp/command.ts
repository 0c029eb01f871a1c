import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo lsp`. What runs it is loaded when it is called. */
export function declareLsp(program: Command, { exit }: CommandLine): void {
  program
    .command('lsp')
    .summary('run the language server for editors')
    .description(
      'The language server: findings as you type, hover, completion, definitions and references, renaming, quick fixes, outline, formatting. Your editor starts it; docs/editors.md describes the setup.',
    )
    .requiredOption('--stdio', 'communicate over standard input and output')
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
