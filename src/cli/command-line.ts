import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';

/** What a command is declared with. */
export interface CommandLine {
  readonly terminal: Terminal;
  /** Takes the exit code of what ran. */
  exit(code: ExitCode): void;
}
