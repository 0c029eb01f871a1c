import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { hasCode } from '../file-fault.ts';

let hash: string | undefined;

/** Stands for this machine in names of files: eight hexadecimal digits. Worked out when asked for: hashing takes 4 ms to load. */
export function machineDigits(): string {
  hash ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return hash;
}

/** Whether another process of this id runs: in containers, a process that was killed had the id that we have now. */
export function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
