import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';

/** What a command needs to declare itself. */
export interface CommandLine {
  readonly terminal: Terminal;
  /** Reports the exit code of the command that ran. */
  exit(code: ExitCode): void;
}
