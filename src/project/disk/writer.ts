import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { hasCode } from '../file-fault.ts';

let hash: string | undefined;

/**
 * Identifies this machine in file names: eight hexadecimal digits. Computed when needed: hashing takes 4 ms to
 * load.
 */
export function machineDigits(): string {
  hash ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return hash;
}

/** Whether another process with this id is running: in containers, a killed process may have had our id. */
export function isRunningProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
