import { Argument, type Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { ExitCode } from '../../exit-codes.ts';
import { type Shell, scripts, shells } from './scripts.ts';

/** Declares `threat-memo completion`, and `complete`, which shell scripts call. */
export function declareCompletion(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('completion')
    .summary('print what makes a shell complete commands, options and ids')
    .description(
      'Prints a script for a shell. With it, the Tab key completes commands, options and their values: ids of assessments, forms, rules, markings, columns of the ledger, entries that can be referred to.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  source <(threat-memo completion bash)    in ~/.bashrc
  source <(threat-memo completion zsh)     in ~/.zshrc, behind compinit
  threat-memo completion fish > ~/.config/fish/completions/threat-memo.fish

Where the program belongs to a project, first: threat-memo() { npx --no threat-memo "$@"; }`,
    )
    .action((shell: Shell) => {
      terminal.out(scripts[shell]);
      exit(ExitCode.clean);
    });
  program
    .command('complete', { hidden: true })
    .description('Prints what can stand at the end of a line, one a line: the word, a tab, what it is.')
    .argument('<line>', 'the line up to the cursor')
    .action(async (line: string) => {
      const { runCompleteCommand } = await import('./run.ts');
      exit(await runCompleteCommand(program, line, terminal));
    });
}
