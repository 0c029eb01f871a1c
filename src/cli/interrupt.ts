import { ExitCode } from './exit-codes.ts';

/**
 * Has things done when the run is broken off (Ctrl-C, or a signal to end) and when the process exits for any other
 * reason, then ends it. Returns a way to add more of them.
 */
export function onInterrupt(cleanUp: () => void): (cleanUp: () => void) => void {
  const all = [cleanUp];
  const cleanUpAll = () => {
    for (const each of all.splice(0)) each();
  };
  process.once('exit', cleanUpAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      cleanUpAll();
      process.exit(ExitCode.interrupted);
    });
  }
  return (more) => {
    all.push(more);
  };
}
