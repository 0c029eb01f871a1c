/** Exit codes of the command line, a contract: scripts depend on them. */
export const ExitCode = {
  /** Done and clean. */
  clean: 0,
  /** Findings of severity error, or (with `--check`) outputs that are not current. */
  findings: 1,
  /** Wrong usage: unknown flag, missing file. */
  usage: 2,
  /** The machine lacks something: no browser, no permission. */
  machine: 3,
  /** Broken off with Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
