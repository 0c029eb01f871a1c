import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { killGroup, type Machine } from './machine.ts';
import { type PipeTransport, pipeTransport } from './pipe-transport.ts';
import { platformOf } from './platform.ts';
import { makeProfile, type Profile } from './profile.ts';

/** A browser that runs and has answered. */
export interface BrowserProcess {
  readonly pid: number;
  readonly transport: PipeTransport;
  /** Major version of Chrome. */
  readonly major: number;
  /** Resolves when the process has ended, with what it said last on standard error. */
  readonly ended: Promise<string>;
  /** Ends browser and profile now, without waiting: for `exit` and signal handlers. */
  kill(): void;
}

/** The browser ended before it answered. The message is its own last words. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}

export interface LaunchOptions {
  readonly executable: string;
  readonly sandbox: boolean;
  readonly machine: Machine;
  readonly cache: string;
  /** Told as soon as there is a process, before it has answered: gives a way to kill it. */
  readonly onSpawn: (kill: () => void) => void;
}

/** How long a browser may take to answer at first, in milliseconds. Usually it takes 60 to 130. */
const FIRST_ANSWER = 30_000;
/** Id of our own first message; puppeteer counts from 1. */
const FIRST_MESSAGE = 2 ** 30;
const LAST_WORDS = 4_000;

/** Our own list: what a printer on an offline machine needs, and nothing that lowers a guard. */
function browserArguments(profile: Profile, executable: string, sandbox: boolean): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile.folder}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    // Nothing is written to disk: memos are private, and it saves 20 ms. Left out for a whole Chrome, which opens
    // its further pages outside of the incognito window.
    ...(/headless[-_]shell/.test(basename(executable)) ? ['--incognito'] : []),
    // Nothing leaves the machine, nothing is asked of it: no name resolves, and every address, the machine's own
    // included, goes to a proxy that is not there (port 9, "discard").
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--metrics-recording-only',
    '--no-pings',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--mute-audio',
    // The same print on every machine.
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    '--lang=en-US',
    'about:blank',
  ];
}

/**
 * On Linux the browser gets an environment of its own: no secrets of ours, one font of ours instead of the
 * system's (else a missing glyph would be filled in by whatever font a machine has), temporary files inside the profile.
 */
function browserEnvironment(machine: Machine, profile: Profile): NodeJS.ProcessEnv {
  if (machine.platform !== 'linux') return { ...machine.env };
  const kept = ['PATH', 'LD_LIBRARY_PATH'].flatMap((name) => {
    const value = machine.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: profile.folder,
    TMPDIR: profile.folder,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    FONTCONFIG_FILE: profile.fontConfig,
  };
}

/**
 * Starts a browser and waits for its first answer. Throws a LaunchFailure when it ends before that or keeps silent;
 * then nothing is left of it.
 */
export async function launch(options: LaunchOptions): Promise<BrowserProcess> {
  const { machine, sandbox } = options;
  const profile = makeProfile(machine, options.cache);
  const { hasProcessGroups } = platformOf(machine);
  const child = spawn(options.executable, browserArguments(profile, options.executable, sandbox), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: browserEnvironment(machine, profile),
    detached: hasProcessGroups, // a process group of its own, to be killed as one
    windowsHide: true,
  });
  let gone = false;
  const kill = () => {
    if (!gone && child.pid !== undefined) killGroup(child.pid, hasProcessGroups);
    profile.remove();
  };
  options.onSpawn(kill);

  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      gone = true;
      resolve(howItEnded(signal ?? `code ${code}`, lastWords.trim()));
    });
  });
  const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
  try {
    const major = await firstAnswer(transport, ended);
    return { pid: child.pid ?? 0, transport, major, ended, kill };
  } catch (error) {
    kill();
    throw error;
  }
}

/** What ended it stands beside what it said: processes of its own may have something to say of a crash, too. */
function howItEnded(by: string, lastWords: string): string {
  if (lastWords === '') return `It ended with ${by} and said nothing.`;
  return by.startsWith('SIG') ? `It ended with ${by}. ${lastWords}` : lastWords;
}

/** Asks for the version, which also tells that the browser is up. */
async function firstAnswer(transport: PipeTransport, ended: Promise<string>): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      timer = setTimeout(() => reject(new LaunchFailure('It did not answer.')), FIRST_ANSWER);
      ended.then((lastWords) => reject(new LaunchFailure(lastWords)));
      transport.onmessage = (message) => {
        const version = /"product":"[^"/]*\/(\d+)\./.exec(message)?.[1];
        if (version !== undefined) resolve(Number(version));
      };
      transport.send(JSON.stringify({ id: FIRST_MESSAGE, method: 'Browser.getVersion' }));
    });
  } finally {
    clearTimeout(timer);
    delete transport.onmessage;
  }
}
