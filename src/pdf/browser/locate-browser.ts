import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/** A browser that may be used, and where we know it from. `embedded` has no path until it is unpacked. */
export type BrowserCandidate =
  | { readonly kind: 'configured' | 'installed'; readonly path: string }
  | { readonly kind: 'embedded' };

/** How the file system answers; an argument so that tests can describe another machine's. */
export interface Lookup {
  /** A file that we may run. */
  readonly runnable: (path: string) => boolean;
  /** The names in a folder, newest version last; none when there is no such folder. */
  readonly list: (folder: string) => readonly string[];
}

const realLookup: Lookup = {
  runnable(path) {
    try {
      accessSync(path, constants.X_OK);
      // A snap is confined: it sees neither our profile folder nor our pipes.
      return statSync(path).isFile() && !/\/snap(\/|$)/.test(realpathSync(path));
    } catch {
      return false;
    }
  },
  list(folder) {
    try {
      return readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    } catch {
      return [];
    }
  },
};

/**
 * `chromium-browser` is left out on purpose: on Ubuntu it is a script that starts a snap.
 * The headless shell comes first: it starts faster than a whole browser.
 */
const LINUX_NAMES = [
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'google-chrome-beta',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Google Chrome Beta', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** The usual places of installed browsers. */
function usualPlaces(machine: Machine): readonly string[] {
  const { env, home } = machine;
  if (machine.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PROGRAMS.map((program) => win32.join(root, program)));
  }
  if (machine.platform === 'darwin') {
    return ['/Applications', posix.join(home, 'Applications')].flatMap((root) =>
      MAC_APPS.map((app) => posix.join(root, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const all = new Set([...folders, '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/usr/lib/chromium']);
  return LINUX_NAMES.flatMap((name) => [...all].map((folder) => posix.join(folder, name)));
}

/** Browsers that `@puppeteer/browsers install` or puppeteer put into its cache; the newest version first. */
function puppeteerPlaces(machine: Machine, lookup: Lookup): readonly string[] {
  const path = machine.platform === 'win32' ? win32 : posix;
  const cache = machine.env.PUPPETEER_CACHE_DIR ?? path.join(machine.home, '.cache', 'puppeteer');
  const exe = machine.platform === 'win32' ? '.exe' : '';
  const macApp = 'Google Chrome for Testing';
  return ['chrome-headless-shell', 'chrome'].flatMap((browser) =>
    [...lookup.list(path.join(cache, browser))].reverse().flatMap((version) => {
      const folder = path.join(cache, browser, version);
      return lookup
        .list(folder)
        .map((inner) =>
          browser === 'chrome' && machine.platform === 'darwin'
            ? path.join(folder, inner, `${macApp}.app`, 'Contents', 'MacOS', macApp)
            : path.join(folder, inner, browser + exe),
        );
    }),
  );
}

/**
 * The browsers to try, in order: the one that is configured (then only that one: who names a browser does not want
 * another), the installed ones, the embedded one. The embedded binary exists for Linux on x64 only.
 */
export function locateBrowsers(
  machine: Machine,
  configured?: string,
  lookup: Lookup = realLookup,
): readonly BrowserCandidate[] {
  const named = configured ?? machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') return [{ kind: 'configured', path: named }];
  const places = [...usualPlaces(machine), ...puppeteerPlaces(machine, lookup)];
  const installed = places.filter(lookup.runnable).map((path) => ({ kind: 'installed' as const, path }));
  const hasEmbedded = machine.platform === 'linux' && machine.arch === 'x64';
  return hasEmbedded ? [...installed, { kind: 'embedded' }] : installed;
}

/** What to run where no browser was found. Checked against `@puppeteer/browsers install --help` of version 2. */
export function installAdvice(machine: Machine): string {
  const cache =
    machine.platform === 'win32' ? String.raw`%USERPROFILE%\.cache\puppeteer` : '~/.cache/puppeteer';
  return [
    'Install Google Chrome or Chromium, or run',
    `  npx @puppeteer/browsers install chrome-headless-shell@stable --path ${cache}`,
    'or set PUPPETEER_EXECUTABLE_PATH to a browser that you have.',
  ].join('\n');
}
