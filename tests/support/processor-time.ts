/**
 * What a piece of work takes of the processor, in milliseconds. Unlike the time of day it hardly grows where other
 * programs are busy, so that a bound says something about our code.
 */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
