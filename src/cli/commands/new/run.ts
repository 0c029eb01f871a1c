import { newAssessment } from '../../../scaffold/new-assessment.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface NewFlags {
  readonly form: string;
  readonly title?: string;
  /** A label of the project's marking scheme. */
  readonly marking?: string;
}

/** `threat-memo new`: prints the file that was written. */
export async function runNewCommand(id: string, flags: NewFlags, terminal: Terminal): Promise<ExitCode> {
  const shown = await newAssessment({ id, ...flags }, processEffects());
  terminal.out(`${shown}\n`);
  terminal.err(
    `\`threat-memo check ${id}\` lists what is still to be written; \`threat-memo serve\` opens it in forms.\n`,
  );
  return ExitCode.clean;
}
