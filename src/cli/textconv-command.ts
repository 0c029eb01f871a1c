import { textconv } from '../pipeline/textconv.ts';
import { ExitCode } from './exit-codes.ts';
import { processEffects } from './process-effects.ts';
import type { Terminal } from './terminal.ts';

/** `threat-memo textconv`. */
export async function runTextconvCommand(file: string, terminal: Terminal): Promise<ExitCode> {
  terminal.out(await textconv(file, processEffects()));
  return ExitCode.clean;
}
