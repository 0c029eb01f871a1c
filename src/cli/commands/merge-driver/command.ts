import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo merge-driver`. What runs it is loaded when it is called. */
export function declareMergeDriver(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('merge-driver')
    .summary('merge two versions of a file by what they say, for git')
    .description(
      'Merges our and their version of an assessment or register: entries by their ids, prose sentence by sentence, all else field by field. Only a field that both changed, each otherwise, is left in conflict. Meant as a git merge driver; docs/review.md says how to set it up.',
    )
    .argument('<base>', 'file with the version that both were made from (%O)')
    .argument('<ours>', 'file with our version, which the result is written into (%A)')
    .argument('<theirs>', 'file with their version (%B)')
    .argument('<path>', 'of the file in the project (%P)')
    .action(async (base: string, ours: string, theirs: string, path: string) => {
      const { runMergeDriverCommand } = await import('./run.ts');
      exit(await runMergeDriverCommand([base, ours, theirs, path], terminal));
    });
}
