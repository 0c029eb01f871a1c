import { describe, expect, test } from 'vitest';
import type { Machine } from '../../../src/pdf/browser/machine.ts';
import { platformOf } from '../../../src/pdf/browser/platform.ts';

const PLATFORMS = ['linux', 'darwin', 'win32', 'freebsd'] as const;
const PROCESSORS = ['x64', 'arm64'] as const;
const ENVIRONMENTS: Readonly<Record<string, Machine['env']>> = {
  bare: {},
  full: {
    PATH: '/home/a/bin:relative',
    XDG_CACHE_HOME: '/cache',
    LOCALAPPDATA: String.raw`D:\Local`,
    PROGRAMFILES: String.raw`C:\Program Files`,
    PUPPETEER_CACHE_DIR: '/browsers',
  },
};

const machines = PLATFORMS.flatMap((platform) =>
  PROCESSORS.flatMap((arch) =>
    Object.entries(ENVIRONMENTS).map(
      ([name, env]) =>
        [
          `${platform} on ${arch}, ${name}`,
          {
            env,
            platform,
            arch,
            uid: platform === 'win32' ? undefined : 1000,
            pid: 1,
            home: platform === 'win32' ? String.raw`C:\Users\a` : '/home/a',
            temp: '/tmp',
          } satisfies Machine,
        ] as const,
    ),
  ),
);

describe.each(machines)('%s', (_, machine) => {
  const found = platformOf(machine);
  const { platform, env, arch } = machine;

  test('paths are absolute, and joined as the platform does', () => {
    const separator = platform === 'win32' ? '\\' : '/';
    expect(found.path.sep).toBe(separator);
    for (const one of [found.cache, ...found.browsers]) expect(found.path.isAbsolute(one), one).toBe(true);
    expect(found.browsers.every((one) => !one.includes('relative'))).toBe(true);
    expect(new Set(found.browsers).size).toBe(found.browsers.length);
  });

  test("the cache is in the platform's place", () => {
    const expected = {
      linux: env.XDG_CACHE_HOME ?? '/home/a/.cache',
      freebsd: env.XDG_CACHE_HOME ?? '/home/a/.cache',
      darwin: '/home/a/Library/Caches',
      win32: env.LOCALAPPDATA ?? String.raw`C:\Users\a\AppData\Local`,
    };
    expect(found.cache).toBe(expected[platform]);
  });

  test("puppeteer's browsers are run by their names on the platform", () => {
    const names = ['chrome-headless-shell', 'chrome'].map((name) => found.puppeteerBrowser('x', name));
    const expected = {
      linux: ['x/chrome-headless-shell', 'x/chrome'],
      freebsd: ['x/chrome-headless-shell', 'x/chrome'],
      darwin: [
        'x/chrome-headless-shell',
        'x/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ],
      win32: [String.raw`x\chrome-headless-shell.exe`, String.raw`x\chrome.exe`],
    };
    expect(names).toEqual(expected[platform]);
    expect(found.puppeteer).toBe(
      env.PUPPETEER_CACHE_DIR ??
        (platform === 'win32' ? String.raw`C:\Users\a\.cache\puppeteer` : '/home/a/.cache/puppeteer'),
    );
  });

  test('the browser from the packages is for Linux on x64, process groups are for all but Windows', () => {
    expect(found.hasEmbedded).toBe(platform === 'linux' && arch === 'x64');
    expect(found.hasProcessGroups).toBe(platform !== 'win32');
  });
});

test('on Windows, browsers are searched for where the environment says that programs are', () => {
  const machine: Machine = {
    env: { PROGRAMFILES: String.raw`C:\Program Files`, LOCALAPPDATA: String.raw`D:\Local` },
    platform: 'win32',
    arch: 'arm64',
    uid: undefined,
    pid: 1,
    home: String.raw`C:\Users\a`,
    temp: String.raw`C:\Temp`,
  };
  expect(platformOf(machine).browsers).toContain(String.raw`D:\Local\Chromium\Application\chrome.exe`);
  expect(platformOf({ ...machine, env: {} }).browsers).toEqual([]);
});
