import { type Command, Option } from 'commander';
import { changeClasses } from '../../../diff/types.ts';
import type { CommandLine } from '../../command-line.ts';
import { isoTime, listOf, paperSize, weight } from '../../options.ts';
import type { DiffFlags } from './run.ts';

/** Declares `threat-memo diff`. What runs it is loaded when it is called. */
export function declareDiff(program: Command, { terminal, exit }: CommandLine): void {
  program
    .command('diff')
    .summary('show which judgments moved, how far, and why')
    .description(
      'Compares two versions of assessments by content: judgments that moved, derived values, evidence, texts. Changes of layout alone are not reported.',
    )
    .argument(
      '<old>',
      'a file, a folder, a git revision (main, HEAD~3, v1:assessments/x.json) or two (v1..v2)',
    )
    .argument('[new]', 'the same (default: the working tree)')
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for programs, md for a comment, html or pdf for the memo with its changes marked, docx for the memo with tracked changes',
      )
        .choices(['text', 'json', 'md', 'html', 'pdf', 'docx'])
        .default('text'),
    )
    .option('--exit-code', 'exit 1 if there are differences')
    .addOption(
      new Option('--only <classes>', `only these: ${changeClasses.join(', ')}`).argParser(
        listOf(...changeClasses),
      ),
    )
    .option('--min-weight <n>', 'only changes of at least this weight, from 0 to 100', weight)
    .option('--assessment <id or path...>', 'only these assessments')
    .option('--author <name>', 'docx: author of the changes (default: from git, or from the newer file)')
    .addOption(
      new Option('--date <time>', 'docx: time of the changes, as 2025-04-30T12:00:00Z').argParser(isoTime),
    )
    .option('--out <path>', 'output file (html, pdf and docx: output folder, default: out/redline)')
    .option('--form <form>', 'html and pdf: form of the memo, instead of that of the newer file')
    .addOption(paperSize())
    .addHelpText(
      'after',
      `
Examples:
  threat-memo diff HEAD                    uncommitted changes
  threat-memo diff main...HEAD --format md a comment for a pull request
  threat-memo diff old.json new.json       two files
  threat-memo diff v1..v2 --only judgments,derived --assessment x
  threat-memo diff v1 --format pdf         the memos with their changes marked

Exit codes: 0 compared, 1 with --exit-code: something differs, or a file cannot be read, 2 wrong usage.`,
    )
    .action(async (old: string, fresh: string | undefined, flags: DiffFlags) => {
      const { runDiffCommand } = await import('./run.ts');
      exit(await runDiffCommand(old, fresh, flags, terminal));
    });
}
