import { ExitCode } from './exit-codes.ts';

/**
 * Runs clean-up when the run is interrupted (Ctrl-C, or a termination signal) and when the process exits for
 * any other reason, then exits. Returns a function that adds more clean-up.
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
