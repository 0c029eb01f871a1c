import { describe, expect, test } from 'vitest';
import { installAdvice, type Lookup, locateBrowsers } from '../../../src/pdf/browser/locate-browser.ts';
import type { Machine } from '../../../src/pdf/browser/machine.ts';

function machine(changes: Partial<Machine>): Machine {
  return {
    env: {},
    platform: 'linux',
    arch: 'x64',
    uid: 1000,
    pid: 1,
    home: '/home/a',
    temp: '/tmp',
    ...changes,
  };
}

/** A file system that has these executables and nothing else. */
function having(...files: string[]): Lookup {
  return {
    runnable: (path) => files.includes(path),
    list: (folder) => {
      const separator = folder.includes('\\') ? '\\' : '/';
      const inside = files.filter((file) => file.startsWith(folder + separator));
      return [
        ...new Set(inside.map((file) => file.slice(folder.length + 1).split(separator)[0] ?? '')),
      ].sort();
    },
  };
}

const embedded = { kind: 'embedded' };

describe('the order of search', () => {
  const both = having('/usr/bin/chromium', '/opt/mine');

  test('a configured browser is the only one to try, and takes precedence over the environment', () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/opt/other' };
    expect(locateBrowsers(machine({ env }), '/opt/mine', both)).toEqual([
      { kind: 'configured', path: '/opt/mine' },
    ]);
  });

  test('then the one in the environment', () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/opt/mine' };
    expect(locateBrowsers(machine({ env }), undefined, both)).toEqual([
      { kind: 'configured', path: '/opt/mine' },
    ]);
  });

  test('then installed ones, the embedded one last', () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '' };
    expect(locateBrowsers(machine({ env }), undefined, both)).toEqual([
      { kind: 'installed', path: '/usr/bin/chromium' },
      embedded,
    ]);
  });

  test('only Linux on x64 has an embedded one', () => {
    expect(locateBrowsers(machine({}), undefined, having())).toEqual([embedded]);
    expect(locateBrowsers(machine({ arch: 'arm64' }), undefined, having())).toEqual([]);
    expect(locateBrowsers(machine({ platform: 'darwin' }), undefined, having())).toEqual([]);
  });
});

describe('the usual places', () => {
  test('on Linux: the path, but no relative folder of it', () => {
    const env = { PATH: 'bin:/home/a/bin' };
    const found = locateBrowsers(
      machine({ env }),
      undefined,
      having('/home/a/bin/google-chrome', 'bin/chromium'),
    );
    expect(found).toEqual([{ kind: 'installed', path: '/home/a/bin/google-chrome' }, embedded]);
  });

  test('on macOS', () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(locateBrowsers(machine({ platform: 'darwin' }), undefined, having(path))).toEqual([
      { kind: 'installed', path },
    ]);
  });

  test('on Windows', () => {
    const path = String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`;
    const env = { PROGRAMFILES: String.raw`C:\Program Files` };
    expect(locateBrowsers(machine({ platform: 'win32', env }), undefined, having(path))).toEqual([
      { kind: 'installed', path },
    ]);
  });

  test('browsers installed as advised are found, the newest first', () => {
    const shell = (version: string) =>
      `/home/a/.cache/puppeteer/chrome-headless-shell/mac_arm-${version}/chrome-headless-shell-mac-arm64/chrome-headless-shell`;
    const found = locateBrowsers(
      machine({ platform: 'darwin' }),
      undefined,
      having(shell('147.0.1'), shell('148.0.1')),
    );
    expect(found.map((candidate) => 'path' in candidate && candidate.path)).toEqual([
      shell('148.0.1'),
      shell('147.0.1'),
    ]);
    expect(installAdvice(machine({ platform: 'darwin' }))).toContain('--path ~/.cache/puppeteer');
  });
});
