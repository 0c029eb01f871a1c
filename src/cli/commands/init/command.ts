import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { InitFlags } from './run.ts';

/** Declares `threat-memo init`. What runs it is loaded when it is called. */
export function declareInit(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('init')
    .summary('turn a folder into a project')
    .description(
      'Sets up a project that uses this program: package.json, a first assessment to edit, a commented configuration, settings for git and editors, a CI workflow. Existing files are left alone. In a git repository, diffs then show facts, and merges work by content.',
    )
    .argument('[dir]', 'the folder (default: the current one)')
    .option('--package <spec>', 'the version of this program that package.json asks for (default: this one)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo init desk && cd desk && npm install && npm run build-report
  threat-memo init                         once in each clone: sets up diff and merge for git`,
    )
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { runInitCommand } = await import('./run.ts');
      exit(await runInitCommand(folder, flags, terminal));
    });
}
