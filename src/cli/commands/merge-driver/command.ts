import type { Command } from 'commander';
import type { CommandLine } from '../../command-line.ts';

/** Declares `threat-memo merge-driver`. What runs it is loaded when it is called. */
export function declareMergeDriver(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('merge-driver')
    .summary('merge two versions of a file by content, for git')
    .description(
      'Merges our and their version of an assessment or register: entries by id, prose sentence by sentence, everything else field by field. Only fields that both changed differently are left in conflict. For use as a git merge driver; docs/review.md describes the setup.',
    )
    .argument('<base>', 'the common ancestor (%O)')
    .argument('<ours>', 'our version, where the result is written (%A)')
    .argument('<theirs>', 'their version (%B)')
    .argument('<path>', 'path of the file in the project (%P)')
    .action(async (base: string, ours: string, theirs: string, path: string) => {
      const { runMergeDriverCommand } = await import('./run.ts');
      exit(await runMergeDriverCommand([base, ours, theirs, path], terminal));
    });
}
