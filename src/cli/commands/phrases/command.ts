import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import { textOrJson } from '../../options.ts';
import type { PhrasesFlags } from './run.ts';

/** Declares `threat-memo phrases`. What runs it is loaded when it is called. */
export function declarePhrases(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('phrases')
    .summary('list the fixed phrases a language lacks')
    .description(
      'Lists the languages that memos can be written in, with the number of phrases each lacks; with --missing, the phrases themselves, with the English used in their place.',
    )
    .option('--missing <language>', 'the phrases that this language lacks, as a BCP 47 tag')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo phrases
  threat-memo phrases --missing pt
  threat-memo phrases --missing pt --format json`,
    )
    .action(async (flags: PhrasesFlags) => {
      const { runPhrasesCommand } = await import('./run.ts');
      exit(await runPhrasesCommand(flags, terminal));
    });
}
