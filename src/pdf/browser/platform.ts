import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/**
 * What differs between operating systems and processors. Everything else in this room is the same everywhere.
 */
export interface Platform {
  /** Path functions of that platform. */
  readonly path: typeof posix;
  /** The user's cache folder. It may not be an absolute path: it comes from the environment. */
  readonly cache: string;
  /** Usual places of installed browsers, the preferred one first. */
  readonly browsers: readonly string[];
  /** Puppeteer's folder for browsers, and how messages name it. */
  readonly puppeteer: string;
  readonly puppeteerShown: string;
  /** The executable of a puppeteer browser unpacked to `folder`. */
  puppeteerBrowser(folder: string, browser: string): string;
  /** Whether the embedded browser runs there. */
  readonly hasEmbedded: boolean;
  /** Whether a process and its children can be killed as one. */
  readonly hasProcessGroups: boolean;
}

/**
 * `chromium-browser` is left out on purpose: on Ubuntu it is a script that starts a snap. The headless shell
 * comes first: it starts faster than a full browser.
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
const MAC_FOR_TESTING = 'Google Chrome for Testing';

const WINDOWS_PROGRAMS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** The platform of a machine. Anything but Windows and macOS is treated as Linux. */
export function platformOf(machine: Machine): Platform {
  switch (machine.platform) {
    case 'win32':
      return windows(machine);
    case 'darwin':
      return mac(machine);
    default:
      return linux(machine);
  }
}

function windows({ env, home }: Machine): Platform {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return {
    path: win32,
    cache: env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'),
    browsers: roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PROGRAMS.map((program) => win32.join(root, program))),
    puppeteer: env.PUPPETEER_CACHE_DIR ?? win32.join(home, '.cache', 'puppeteer'),
    puppeteerShown: String.raw`%USERPROFILE%\.cache\puppeteer`,
    puppeteerBrowser: (folder, browser) => win32.join(folder, `${browser}.exe`),
    hasEmbedded: false,
    hasProcessGroups: false,
  };
}

function mac({ env, home }: Machine): Platform {
  return {
    path: posix,
    cache: posix.join(home, 'Library', 'Caches'),
    browsers: ['/Applications', posix.join(home, 'Applications')].flatMap((root) =>
      MAC_APPS.map((app) => appIn(root, app)),
    ),
    puppeteer: env.PUPPETEER_CACHE_DIR ?? posix.join(home, '.cache', 'puppeteer'),
    puppeteerShown: '~/.cache/puppeteer',
    puppeteerBrowser: (folder, browser) =>
      browser === 'chrome' ? appIn(folder, MAC_FOR_TESTING) : posix.join(folder, browser),
    hasEmbedded: false,
    hasProcessGroups: true,
  };
}

function appIn(folder: string, app: string): string {
  return posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app);
}

function linux({ env, home, platform, arch }: Machine): Platform {
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const all = new Set([...folders, '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/usr/lib/chromium']);
  return {
    path: posix,
    cache: env.XDG_CACHE_HOME ?? posix.join(home, '.cache'),
    browsers: LINUX_NAMES.flatMap((name) => [...all].map((folder) => posix.join(folder, name))),
    puppeteer: env.PUPPETEER_CACHE_DIR ?? posix.join(home, '.cache', 'puppeteer'),
    puppeteerShown: '~/.cache/puppeteer',
    puppeteerBrowser: (folder, browser) => posix.join(folder, browser),
    hasEmbedded: platform === 'linux' && arch === 'x64',
    hasProcessGroups: true,
  };
}
