import pc from 'picocolors';

/** Where a command prints, so that tests can read it. */
export interface Terminal {
  /** Results: what a program reads, or a person pipes on. */
  out(text: string): void;
  /** Progress, findings and faults. */
  err(text: string): void;
  /** Whether a person is watching `err`: only then progress is shown. */
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

/** The real terminal. Colours only where a person looks, and never with `NO_COLOR` (no-color.org). */
export function processTerminal(): Terminal {
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    width: process.stderr.columns ?? 80,
    color: pc.createColors(process.stderr.isTTY === true && !plain),
    outColor: pc.createColors(process.stdout.isTTY === true && !plain),
  };
}
