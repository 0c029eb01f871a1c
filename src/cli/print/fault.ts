import { MachineFault, UsageFault } from '../../model/fault.ts';
import { ExitCode } from '../exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Prints why a command failed, and returns its exit code. */
export function explainFault(error: unknown, terminal: Terminal): ExitCode {
  const { color } = terminal;
  if (error instanceof UsageFault) {
    terminal.err(`${color.red('error')} ${error.message}\n`);
    return ExitCode.usage;
  }
  if (error instanceof MachineFault) {
    terminal.err(`${color.red('error')} ${error.message}\n  ${error.help}\n`);
    return ExitCode.machine;
  }
  terminal.err(
    `${color.red('error')} threat-memo failed, which is a fault of the program, not of your file:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return ExitCode.machine;
}
