import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';
import type { InitFlags } from './run.ts';

/** Declares `threat-memo init`. What runs it is loaded when it is called. */
export function declareInit(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('init')
    .summary('make a folder a project of your own')
    .description(
      'Writes what a project needs that depends on this program: package.json, a first assessment to change, a configuration with comments, settings for git and editors, a workflow. What is there stays as it is; in a git repository, differences are then shown as facts and merges go by meaning.',
    )
    .argument('[dir]', 'the folder (default: this one)')
    .option('--package <spec>', 'what package.json depends on (default: this version, or this copy)')
    .addHelpText(
      'after',
      `
Examples:
  threat-memo init desk && cd desk && npm install && npm run build-report
  threat-memo init                         once in each clone: sets the drivers of git`,
    )
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { runInitCommand } = await import('./run.ts');
      exit(await runInitCommand(folder, flags, terminal));
    });
}
