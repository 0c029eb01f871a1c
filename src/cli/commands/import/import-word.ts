import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { hasErrors } from '../../../model/finding.ts';
import { findInputs } from '../../../project/inputs.ts';
import type { NotCarried } from '../../../review/word/paragraph-edits.ts';
import { proposeFromWord, type WordProposal } from '../../../review/word/word-proposal.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, plural } from '../../print/findings.ts';
import { printable } from '../../print/printable.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface WordImportFlags {
  /** Id or path of the assessment that the document was made from. */
  readonly into: string;
  /** Write without asking. */
  readonly yes?: boolean;
}

/**
 * `threat-memo import memo.docx --into id`: shows what colleagues changed in a memo, and writes it once
 * confirmed.
 */
export async function runWordImport(
  file: string,
  { into, yes = false }: WordImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const [input] = await findInputs([into], effects);
  if (!input) return ExitCode.usage;
  const { proposal, findings } = await proposeFromWord(resolve(effects.projectFolder, file), input, effects);
  for (const finding of findings) terminal.err(findingText(finding, terminal.color));
  if (!proposal) return hasErrors(findings) ? ExitCode.findings : ExitCode.clean;
  terminal.out(proposalText(proposal));
  if (proposal.files.length === 0) {
    terminal.err('There is nothing to write.\n');
    return ExitCode.clean;
  }
  if (!yes && !(await isWanted(terminal))) {
    terminal.err('Nothing was written: `--yes` writes it.\n');
    return ExitCode.clean;
  }
  await effects.writeFiles(proposal.files);
  for (const { path } of proposal.files) terminal.out(`${path}\n`);
  return ExitCode.clean;
}

/** Asks for confirmation; a script has to pass it as an option. */
async function isWanted(terminal: Terminal): Promise<boolean> {
  if (!process.stdin.isTTY || !terminal.isWatched) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await asking.question('Write this? [y/N] ')).trim());
  } finally {
    asking.close();
  }
}

function proposalText({ diff, notCarried, comments }: WordProposal): string {
  const lines = [
    `${plural(diff.changes.length, 'change')} in ${diff.id.after}:`,
    ...diff.changes.map(({ summary }) => `  ${printable(summary)}`),
  ];
  if (comments.length > 0) {
    lines.push(`${plural(comments.length, 'comment')}:`);
    for (const { pointer, author, date, text } of comments) {
      lines.push(
        `  ${printable(`${author || 'somebody'}${date && `, ${date}`}, at ${pointer ?? 'no text of the file'}: ${text}`)}`,
      );
    }
  }
  if (notCarried.length > 0) {
    lines.push(`${plural(notCarried.length, 'change')} cannot be carried back:`);
    for (const [why, all] of groupedByWhy(notCarried)) {
      lines.push(
        `  ${why}`,
        ...all.map(
          ({ words, by }) =>
            `    ${printable(words)}${by.author && ` (${printable(by.author)}${by.date && `, ${by.date}`})`}`,
        ),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function groupedByWhy(notCarried: readonly NotCarried[]): ReadonlyMap<string, readonly NotCarried[]> {
  const groups = new Map<string, NotCarried[]>();
  for (const one of notCarried) groups.set(one.why, [...(groups.get(one.why) ?? []), one]);
  return groups;
}
