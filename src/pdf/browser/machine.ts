import { arch, homedir, platform, tmpdir } from 'node:os';

// The global `process`, not an import of `node:process`: the import takes 3 ms, before the browser can be started.

/**
 * What this room needs to know of the computer it runs on. An argument, so that tests can describe another one.
 */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** As `os.arch()` says it: `x64`, `arm64`, … */
  readonly arch: string;
  /** Effective user id; undefined on Windows. */
  readonly uid: number | undefined;
  readonly pid: number;
  readonly home: string;
  readonly temp: string;
}

/** The computer we are on. The caller passes in the environment, so that only `Effects` reads it. */
export function thisMachine(env: Machine['env']): Machine {
  return {
    env,
    platform: platform(),
    arch: arch(),
    uid: process.geteuid?.(),
    pid: process.pid,
    home: homedir(),
    temp: tmpdir(),
  };
}

/**
 * Kills a process started with `detached` and all its children at once. Windows has no process groups: there
 * the children notice by themselves that their parent is gone.
 */
export function killGroup(pid: number, hasProcessGroups: boolean): void {
  try {
    process.kill(hasProcessGroups ? -pid : pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Whether a process with this id exists, even of another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
