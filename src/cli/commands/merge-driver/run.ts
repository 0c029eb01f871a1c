import { mergeDriver } from '../../../review/merge/merge-driver.ts';
import { ExitCode } from '../../exit-codes.ts';
import { printable } from '../../print/printable.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

/** `threat-memo merge-driver`: exits with 0 if merged, and with 1 if a person has to resolve conflicts. */
export async function runMergeDriverCommand(
  [base, ours, theirs, path]: readonly [string, string, string, string],
  terminal: Terminal,
): Promise<ExitCode> {
  const { fields, isClean } = await mergeDriver({ base, ours, theirs, path }, processEffects());
  for (const field of fields ?? []) terminal.err(`${printable(path)}: both changed ${printable(field)}\n`);
  if (!fields) terminal.err(`${printable(path)}: merged line by line\n`);
  return isClean ? ExitCode.clean : ExitCode.findings;
}
