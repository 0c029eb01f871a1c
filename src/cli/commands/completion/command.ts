import { Argument, type Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { ExitCode } from '../../exit-codes.ts';
import { type Shell, scripts, shells } from './scripts.ts';

/** Declares `threat-memo completion`, and `complete`, which shell scripts call. */
export function declareCompletion(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('completion')
    .summary('print a completion script for a shell')
    .description(
      'Prints a completion script for a shell. The Tab key then completes commands, options and their values: ids of assessments, forms, rules, markings, columns of the ledger, ids of entries.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  source <(threat-memo completion bash)    in ~/.bashrc
  source <(threat-memo completion zsh)     in ~/.zshrc, behind compinit
  threat-memo completion fish > ~/.config/fish/completions/threat-memo.fish

If the program is installed in a project, first: threat-memo() { npx --no threat-memo "$@"; }`,
    )
    .action((shell: Shell) => {
      terminal.out(scripts[shell]);
      exit(ExitCode.clean);
    });
  program
    .command('complete', { hidden: true })
    .description('Prints the possible completions of a line, one per line: the word, a tab, its description.')
    .argument('<line>', 'the line up to the cursor')
    .action(async (line: string) => {
      const { runCompleteCommand } = await import('./run.ts');
      exit(await runCompleteCommand(program, line, terminal));
    });
}
