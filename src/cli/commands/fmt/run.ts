import { UsageFault } from '../../../model/fault.ts';
import { fmt } from '../../../review/check/fmt.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface FmtFlags {
  readonly check?: boolean;
  readonly upgrade?: boolean;
  /** Format what is staged in git. */
  readonly staged?: boolean;
}

/** `threat-memo fmt`: one line of output for each file that changed, or that `--check` would have changed. */
export async function runFmtCommand(
  named: readonly string[],
  flags: FmtFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const checkOnly = flags.check === true;
  const upgrade = flags.upgrade === true;
  const { inputs, effects } = flags.staged
    ? await stagedInputs(named)
    : { inputs: named, effects: processEffects() };
  if (!inputs) {
    terminal.err('Nothing of ours is staged.\n');
    return ExitCode.clean;
  }
  const { files, changed, foreign, findings, unproven } = await fmt(inputs, effects, { checkOnly, upgrade });
  for (const file of changed) terminal.out(`${file}\n`);
  for (const finding of findings) terminal.err(findingText(finding, terminal.color));
  for (const file of foreign) terminal.err(`${file} is not an assessment; it is left as it is.\n`);
  for (const { file, pointer } of unproven) {
    terminal.err(
      `${terminal.color.red('error')} ${file} is left as it is: its canonical form would say something else at ${pointer || 'its root'}. That is a fault of the program, not of your file.\n`,
    );
  }
  terminal.err(`${summary(changed.length, files.length - foreign.length, checkOnly)}\n`);
  if (unproven.length > 0) return ExitCode.machine;
  return findings.length > 0 || (checkOnly && changed.length > 0) ? ExitCode.findings : ExitCode.clean;
}

/** Staged files, read from the index; nothing to format if none of them is ours. */
async function stagedInputs(named: readonly string[]) {
  if (named.length > 0) throw new UsageFault('--staged formats all that is staged: name no files.');
  const { stagedIn } = await import('../../../project/git/staged.ts');
  const { effects, changed } = await stagedIn(processEffects());
  return { inputs: changed.length > 0 ? changed : undefined, effects };
}

function summary(changed: number, all: number, checkOnly: boolean): string {
  const files = `of ${all} ${all === 1 ? 'file' : 'files'}`;
  if (!checkOnly) return `${changed} ${files} formatted.`;
  if (changed === 0)
    return all === 1 ? 'The file is in canonical form.' : `All ${all} files are in canonical form.`;
  const are = changed === 1 ? 'is' : 'are';
  return `${changed} ${files} ${are} not in canonical form: run \`threat-memo fmt\`.`;
}
