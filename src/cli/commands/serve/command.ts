import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { positiveInteger } from '../../options.ts';
import type { ServeFlags } from './run.ts';

/** Declares `threat-memo serve`. What runs it is loaded when it is called. */
export function declareServe(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('serve')
    .summary('write assessments in your browser')
    .description(
      'Starts the desk: a page in your browser for writing assessments, in forms or as text, beside the memo and the findings. Prints the address to open; it can be reached only from this machine.',
    )
    .option('--port <n>', 'port to listen on (default: a free one)', positiveInteger)
    .addHelpText(
      'after',
      `
Examples:
  threat-memo serve
  threat-memo serve --port 4173`,
    )
    .action(async (flags: ServeFlags) => {
      const { runServeCommand } = await import('./run.ts');
      exit(await runServeCommand(flags, terminal));
    });
}
