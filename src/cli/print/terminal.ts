import pc from 'picocolors';
import { sanitized, sanitizedForPrograms } from './printable.ts';

/** Where a command prints; tests pass their own. */
export interface Terminal {
  /** Results: read by programs, or piped on. */
  out(text: string): void;
  /** Progress, findings and faults. */
  err(text: string): void;
  /** Whether `err` is a terminal: progress is shown only then. */
  readonly isWatched: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Colours for `err`, and for `out`. */
  readonly color: Colors;
  readonly outColor: Colors;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** No colours: for what goes into a file. */
export const plainColors: Colors = pc.createColors(false);

/** The real terminal. Colours only on a terminal, and never with `NO_COLOR` (no-color.org). */
export function processTerminal(): Terminal {
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  const hasColors = {
    out: process.stdout.isTTY === true && !plain,
    err: process.stderr.isTTY === true && !plain,
  };
  const forOut = (text: string) =>
    process.stdout.isTTY === true ? sanitized(text, hasColors.out) : sanitizedForPrograms(text);
  return {
    out: (text) => void process.stdout.write(forOut(text)),
    err: (text) => void process.stderr.write(sanitized(text, hasColors.err)),
    isWatched: process.stderr.isTTY === true,
    width: process.stderr.columns ?? 80,
    color: pc.createColors(hasColors.err),
    outColor: pc.createColors(hasColors.out),
  };
}
