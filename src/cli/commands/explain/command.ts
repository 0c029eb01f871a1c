import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { ExplainFlags } from './run.ts';

/** Declares `threat-memo explain`. What runs it is loaded when it is called. */
export function declareExplain(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('explain')
    .summary('explain a rule, with examples')
    .description(
      'Explains a rule: why it exists, the standard it serves, an example that breaks it and one that does not. Without a rule: all of them.',
    )
    .argument('[rule]', 'name of a rule, as shown in brackets after a finding')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo explain
  threat-memo explain long-sentence`,
    )
    .action(async (rule: string | undefined, flags: ExplainFlags) => {
      const { runExplainCommand } = await import('./run.ts');
      exit(await runExplainCommand(rule, flags, terminal));
    });
}
