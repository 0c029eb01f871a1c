import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { positiveInteger } from '../../options.ts';
import type { ServeFlags } from './run.ts';

/** Declares `threat-memo serve`. What runs it is loaded when it is called. */
export function declareServe(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('serve')
    .summary('write assessments on a page of your browser')
    .description(
      'The desk: a page on this machine on which assessments are written in forms or as text, with the memo and the findings beside. Prints the address to open; nobody else can reach it.',
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
