import { MachineFault } from '../../model/fault.ts';
import { type BrowserProcess, LaunchFailure, launch } from './launch.ts';
import { type BrowserCandidate, installAdvice, locateBrowsers } from './locate-browser.ts';
import { type Machine, thisMachine } from './machine.ts';
import { privateFolder } from './private-folder.ts';
import { sweepProfiles } from './profile.ts';
import { embeddedBrowser, unpackedBrowser } from './unpacked-browser.ts';

export interface BrowserOptions {
  /**
   * The environment; read are `PUPPETEER_EXECUTABLE_PATH`, `PUPPETEER_CACHE_DIR`, `XDG_CACHE_HOME` and `PATH`.
   */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the unpacked browser and the temporary profiles are kept. Default: `threat-memo` in the user's cache. */
  readonly cacheDir?: string;
  /** A browser to use instead of searching for one; overrides the environment. */
  readonly executablePath?: string;
}

/** A browser that is starting. */
export interface StartedBrowser {
  /** Rejects with a MachineFault if no browser can be started. An unhandled rejection does no harm. */
  readonly ready: Promise<BrowserProcess>;
  /** Notices for the user, such as that the sandbox is off. Complete once `ready` is settled. */
  readonly notices: readonly string[];
  /** Kills everything at once, even while the browser is starting. Safe to call twice. */
  kill(): void;
  /** Closes everything and waits until the process is gone. */
  close(): Promise<void>;
}

/** The first Chrome that prints `@page` margin boxes, which carry the marking. Source: Chrome 131 release notes. */
const OLDEST_CHROME = 131;
const NO_SANDBOX = /No usable sandbox|Failed to move to new namespace|without --no-sandbox is not supported/i;

/**
 * Starts the browser and returns at once, so that it comes up (65 to 130 ms; about 2 s if it has to be unpacked
 * first) while the program loads and checks what is to be printed. Call it as soon as it is known that
 * something will be printed, and `kill` on `exit` and on signals.
 */
export function startBrowser(options: BrowserOptions): StartedBrowser {
  const machine = thisMachine(options.env);
  const notices: string[] = [];
  let killed = false;
  let killCurrent = (): void => {};
  const onSpawn = (kill: () => void): void => {
    killCurrent = kill;
    if (killed) kill();
  };
  const kill = (): void => {
    killed = true;
    killCurrent();
  };
  const ready = firstThatWorks(machine, options, notices, onSpawn);
  ready.catch(() => {}); // a run that fails before it needs the browser must not crash on this
  return {
    ready,
    notices,
    kill,
    async close() {
      kill();
      await ready.then((browser) => browser.ended).catch(() => {});
      killCurrent(); // again, for the profile: now nothing can write into it
    },
  };
}

async function firstThatWorks(
  machine: Machine,
  options: BrowserOptions,
  notices: string[],
  onSpawn: (kill: () => void) => void,
): Promise<BrowserProcess> {
  const cache = privateFolder(machine, options.cacheDir);
  const failures: string[] = [];
  for (const candidate of locateBrowsers(machine, options.executablePath)) {
    const executable = await executableOf(candidate, machine, cache);
    try {
      const browser = await launchAgain(() => launchGuarded(executable, machine, cache, notices, onSpawn));
      if (browser.major >= OLDEST_CHROME) {
        sweepProfiles(machine, cache);
        return browser;
      }
      browser.kill();
      failures.push(`${executable}: version ${browser.major} is too old, ${OLDEST_CHROME} is needed`);
    } catch (error) {
      if (!(error instanceof LaunchFailure)) throw error;
      failures.push(`${executable}: ${error.message}`);
    }
  }
  throw new MachineFault(
    failures.length === 0
      ? 'There is no browser to print with.'
      : `No browser could be started.\n${failures.join('\n')}`,
    installAdvice(machine),
  );
}

async function executableOf(candidate: BrowserCandidate, machine: Machine, cache: string): Promise<string> {
  if (candidate.kind !== 'embedded') return candidate.path;
  const packed = embeddedBrowser();
  const ready = unpackedBrowser(packed, cache, machine.uid);
  if (ready !== undefined) return ready;
  // Imported only when needed: its imports take longer than everything else before the browser starts.
  const { unpackBrowser } = await import('./unpack-browser.ts');
  return unpackBrowser(packed, cache, machine.uid);
}

/** How a crashed browser ends; one killed by another signal was killed for a reason. */
const CRASHED = /ended with SIG(?:SEGV|BUS|ABRT|ILL|TRAP)/;

/** Occasionally a browser crashes at start and works the next time: it gets a second try. */
async function launchAgain(start: () => Promise<BrowserProcess>): Promise<BrowserProcess> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof LaunchFailure && CRASHED.test(error.message))) throw error;
    return start();
  }
}

/**
 * Starts with the sandbox if possible. It is not for root, nor where the system forbids unprivileged user
 * namespaces (containers, Ubuntu 24.04 for unknown programs); then without it, and with a notice.
 */
async function launchGuarded(
  executable: string,
  machine: Machine,
  cache: string,
  notices: string[],
  onSpawn: (kill: () => void) => void,
): Promise<BrowserProcess> {
  const root = machine.platform === 'linux' && machine.uid === 0;
  const start = (sandbox: boolean) => launch({ executable, sandbox, machine, cache, onSpawn });
  if (root) {
    const browser = await start(false);
    notices.push(
      "The browser's sandbox is off because this runs as root; run as an ordinary user to have it.",
    );
    return browser;
  }
  try {
    return await start(true);
  } catch (error) {
    if (!(error instanceof LaunchFailure && NO_SANDBOX.test(error.message))) throw error;
    const browser = await start(false);
    notices.push(
      "The browser's sandbox is off because this system forbids it to ordinary users (unprivileged user namespaces).",
    );
    return browser;
  }
}
