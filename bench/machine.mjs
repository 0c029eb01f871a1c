/** The machine of a measurement. */
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** One line. The load is that of the minute before: above a few tenths for each core, do not quote anything. */
export function describeMachine() {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return [
    `Node ${process.versions.node}`,
    `${availableParallelism()} × ${processor}`,
    `${memory} GB`,
    `${platform()} ${release()}`,
    `load ${(loadavg()[0] ?? 0).toFixed(1)} at the start`,
    day,
  ].join(', ');
}
