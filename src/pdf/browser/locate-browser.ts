import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Machine } from './machine.ts';
import { type Platform, platformOf } from './platform.ts';

/** A browser that may be used, and how it was found. `embedded` has no path until it is unpacked. */
export type BrowserCandidate =
  | { readonly kind: 'configured' | 'installed'; readonly path: string }
  | { readonly kind: 'embedded' };

/** Access to the file system; an argument so that tests can describe another machine's. */
export interface Lookup {
  /** Whether a file exists and may be executed. */
  readonly runnable: (path: string) => boolean;
  /** The names in a folder, newest version last; empty if there is no such folder. */
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

/** Browsers installed by `@puppeteer/browsers install` or puppeteer, the newest version first. */
function puppeteerPlaces({ path, puppeteer, puppeteerBrowser }: Platform, lookup: Lookup): readonly string[] {
  return ['chrome-headless-shell', 'chrome'].flatMap((browser) =>
    [...lookup.list(path.join(puppeteer, browser))].reverse().flatMap((version) => {
      const folder = path.join(puppeteer, browser, version);
      return lookup.list(folder).map((inner) => puppeteerBrowser(path.join(folder, inner), browser));
    }),
  );
}

/**
 * The browsers to try, in order: the configured one (and then only that: whoever names a browser does not want
 * another), the installed ones, the embedded one. The embedded binary exists for Linux on x64 only.
 */
export function locateBrowsers(
  machine: Machine,
  configured?: string,
  lookup: Lookup = realLookup,
): readonly BrowserCandidate[] {
  const named = configured ?? machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') return [{ kind: 'configured', path: named }];
  const platform = platformOf(machine);
  const places = [...platform.browsers, ...puppeteerPlaces(platform, lookup)];
  const installed = places.filter(lookup.runnable).map((path) => ({ kind: 'installed' as const, path }));
  return platform.hasEmbedded ? [...installed, { kind: 'embedded' }] : installed;
}

/**
 * The command that installs a browser if none was found. Checked against `@puppeteer/browsers install --help`,
 * version 2.
 */
export function installAdvice(machine: Machine): string {
  return [
    'Install Google Chrome or Chromium, or run',
    `  npx @puppeteer/browsers install chrome-headless-shell@stable --path ${platformOf(machine).puppeteerShown}`,
    'or set PUPPETEER_EXECUTABLE_PATH to a browser that you have.',
  ].join('\n');
}
