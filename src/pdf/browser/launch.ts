import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { killGroup, type Machine } from './machine.ts';
import { type PipeTransport, pipeTransport } from './pipe-transport.ts';
import { platformOf } from './platform.ts';
import { makeProfile, type Profile } from './profile.ts';

/** A running browser that has answered. */
export interface BrowserProcess {
  readonly pid: number;
  readonly transport: PipeTransport;
  /** Major version of Chrome. */
  readonly major: number;
  /** Resolves when the process has ended, with its last output on standard error. */
  readonly ended: Promise<string>;
  /** Kills the browser and removes its profile, without waiting: for `exit` and signal handlers. */
  kill(): void;
}

/** Thrown if the browser ended before it answered. The message is its own last output. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}

export interface LaunchOptions {
  readonly executable: string;
  readonly sandbox: boolean;
  readonly machine: Machine;
  readonly cache: string;
  /** Called as soon as the process exists, before it has answered, with a function that kills it. */
  readonly onSpawn: (kill: () => void) => void;
}

/** Time limit for the browser's first answer, in milliseconds. Usually it takes 60 to 130. */
const FIRST_ANSWER = 30_000;
/** Id of our own first message; puppeteer counts up from 1. */
const FIRST_MESSAGE = 2 ** 30;
const LAST_WORDS = 4_000;

/**
 * Our own command-line switches: what printing on an offline machine needs, and nothing that weakens
 * protection.
 */
function browserArguments(profile: Profile, executable: string, sandbox: boolean): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile.folder}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    // Nothing is written to disk: memos are private, and it saves 20 ms. Left out for a full Chrome, which
    // would open its further pages outside of the incognito window.
    ...(/headless[-_]shell/.test(basename(executable)) ? ['--incognito'] : []),
    // No network: no name resolves, and every address, including the machine's own, goes to a proxy that does
    // not exist (port 9, "discard").
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
    // The same output on every machine.
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
 * On Linux the browser gets its own environment: none of our secrets, one of our fonts in place of the system's
 * (otherwise a missing glyph would be taken from whatever font a machine has), and temporary files inside the
 * profile.
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
 * Starts a browser and waits for its first answer. Throws a LaunchFailure if it ends before that or does not
 * answer; then it leaves nothing behind.
 */
export async function launch(options: LaunchOptions): Promise<BrowserProcess> {
  const { machine, sandbox } = options;
  const profile = makeProfile(machine, options.cache);
  const { hasProcessGroups } = platformOf(machine);
  const child = spawn(options.executable, browserArguments(profile, options.executable, sandbox), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: browserEnvironment(machine, profile),
    detached: hasProcessGroups, // its own process group, so that it can be killed as one
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

/** How it ended and what it said last: in a crash, its child processes may have written something too. */
function howItEnded(by: string, lastWords: string): string {
  if (lastWords === '') return `It ended with ${by} and said nothing.`;
  return by.startsWith('SIG') ? `It ended with ${by}. ${lastWords}` : lastWords;
}

/** Asks for the version, which also shows that the browser is up. */
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
