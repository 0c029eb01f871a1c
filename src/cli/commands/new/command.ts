import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { NewFlags } from './run.ts';

/** Declares `threat-memo new`. What runs it is loaded when it is called. */
export function declareNew(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('new')
    .summary('start an assessment')
    .description(
      'Writes assessments/<id>.json: a skeleton with the questions that a good memo of its form answers. It passes the check, with a note for each text still to be written.',
    )
    .argument('<id>', 'the id, from which its file and its memo are named')
    .option('--form <form>', 'form of the memo', 'policy-memo')
    .option('--title <title>', 'title of the memo')
    .option('--marking <label>', 'marking (default: the second least restrictive of the scheme)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo new rail-sabotage-2026
  threat-memo new harbour-fire --form event-report --title 'The Fire in the Harbour'`,
    )
    .action(async (id: string, flags: NewFlags) => {
      const { runNewCommand } = await import('./run.ts');
      exit(await runNewCommand(id, flags, terminal));
    });
}
