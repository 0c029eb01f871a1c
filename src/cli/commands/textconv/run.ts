import { textconv } from '../../../review/check/textconv.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

/** `threat-memo textconv`. */
export async function runTextconvCommand(file: string, terminal: Terminal): Promise<ExitCode> {
  terminal.out(await textconv(file, processEffects()));
  return ExitCode.clean;
}
