import { ExitCode } from './exit-codes.ts';

/** Does something when the run is broken off (Ctrl-C, or a signal to end), then ends the process. */
export function onInterrupt(cleanUp: () => void): void {
  process.once('exit', cleanUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUp();
      process.exit(ExitCode.interrupted);
    });
  }
}
