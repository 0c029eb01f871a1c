import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MachineFault } from '../../../src/model/fault.ts';
import { ensurePrivate } from '../../../src/pdf/browser/private-folder.ts';
import { unpackBrowser } from '../../../src/pdf/browser/unpack-browser.ts';
import {
  embeddedBrowser,
  type PackedBrowser,
  unpackedBrowser,
} from '../../../src/pdf/browser/unpacked-browser.ts';

const uid = process.geteuid?.();
const content = randomBytes(300_000);
let folder: string;
let cache: string;
let packed: PackedBrowser;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  cache = join(folder, 'cache');
  packed = { archive: join(folder, 'browser.br'), version: '1.0.0' };
  writeFileSync(packed.archive, brotliCompressSync(content));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('unpacking', () => {
  test('gives a complete, private, executable file, and happens once', async () => {
    const file = await unpackBrowser(packed, cache, uid);
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(lstatSync(file).mode & 0o777).toBe(0o700);
    expect(lstatSync(dirname(file)).mode & 0o777).toBe(0o700);
    const { ino } = lstatSync(file);
    expect(await unpackBrowser(packed, cache, uid)).toBe(file);
    expect(lstatSync(file).ino).toBe(ino);
    expect(readdirSync(dirname(file)).sort()).toEqual(['chrome-headless-shell', 'unpacked.json']);
  });

  test.each([
    ['half-written', (file: string) => writeFileSync(file, content.subarray(0, 1000))],
    [
      'replaced by a link',
      (file: string) => {
        rmSync(file);
        symlinkSync('/bin/sh', file);
      },
    ],
    ['writable by others', (file: string) => chmodSync(file, 0o777)],
    ['without its stamp', (file: string) => rmSync(join(dirname(file), 'unpacked.json'))],
    [
      'with a stamp that is cut off',
      (file: string) => writeFileSync(join(dirname(file), 'unpacked.json'), '{"ver'),
    ],
  ])('does not trust a file that is %s', async (_, spoil) => {
    const file = await unpackBrowser(packed, cache, uid);
    spoil(file);
    expect(unpackedBrowser(packed, cache, uid)).toBeUndefined();
    expect(await unpackBrowser(packed, cache, uid)).toBe(file);
    expect(lstatSync(file).isFile()).toBe(true);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  test('a planted file under the final name is replaced, never run', async () => {
    const planted = join(cache, 'chromium-1.0.0', 'chrome-headless-shell');
    mkdirSync(dirname(planted), { recursive: true });
    writeFileSync(planted, '#!/bin/sh\necho planted', { mode: 0o755 });
    expect(await unpackBrowser(packed, cache, uid)).toBe(planted);
    expect(readFileSync(planted).equals(content)).toBe(true);
  });

  test('several processes at once all get a complete file', async () => {
    const files = await Promise.all([1, 2, 3, 4].map(() => unpackBrowser(packed, cache, uid)));
    expect(new Set(files).size).toBe(1);
    expect(readFileSync(files[0] ?? '').equals(content)).toBe(true);
    expect(readdirSync(dirname(files[0] ?? ''))).toHaveLength(2);
  });

  test('another version has another file', async () => {
    const first = await unpackBrowser(packed, cache, uid);
    expect(await unpackBrowser({ ...packed, version: '2.0.0' }, cache, uid)).not.toBe(first);
    expect(unpackedBrowser(packed, cache, uid)).toBe(first);
  });

  test('removes old leftovers of a crash, and not the files of a running process', async () => {
    const place = join(cache, 'chromium-1.0.0');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'old.unfinished'), 'x');
    utimesSync(join(place, 'old.unfinished'), 1, 1);
    writeFileSync(join(place, 'new.unfinished'), 'x');
    await unpackBrowser(packed, cache, uid);
    expect(readdirSync(place).sort()).toEqual(['chrome-headless-shell', 'new.unfinished', 'unpacked.json']);
  });

  test('of a broken archive is a fault of the machine and leaves nothing behind', async () => {
    writeFileSync(packed.archive, brotliCompressSync(content).subarray(0, 5000));
    await expect(unpackBrowser(packed, cache, uid)).rejects.toThrow(MachineFault);
    expect(readdirSync(join(cache, 'chromium-1.0.0'))).toEqual([]);
  });
});

test('finds what we need in the package with the embedded browser', () => {
  const embedded = embeddedBrowser();
  expect(embedded.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(lstatSync(embedded.archive).size).toBeGreaterThan(10_000_000);
});

describe('the choice between the packages with a browser', () => {
  /** A project in which packages are installed, by name and version. */
  function installed(packages: Readonly<Record<string, string>>): string {
    for (const [name, version] of Object.entries(packages)) {
      const root = join(folder, 'node_modules', name);
      mkdirSync(join(root, 'build'), { recursive: true });
      mkdirSync(join(root, 'bin'));
      writeFileSync(join(root, 'bin', 'chromium.br'), '');
      writeFileSync(join(root, 'build', 'index.js'), '');
      writeFileSync(join(root, 'package.json'), JSON.stringify({ version, main: 'build/index.js' }));
    }
    return join(folder, 'dist', 'program.js');
  }

  test('the current one is used if npm has installed it for this Node', () => {
    const near = installed({ '@sparticuz/chromium': '147.0.0', 'chromium-current': '153.0.0' });
    expect(embeddedBrowser(near)).toEqual({
      archive: join(realpathSync(folder), 'node_modules', 'chromium-current', 'bin', 'chromium.br'),
      version: '153.0.0',
    });
  });

  test('otherwise the one for Node 20', () => {
    expect(embeddedBrowser(installed({ '@sparticuz/chromium': '147.0.0' })).version).toBe('147.0.0');
  });

  test('one without its archive does not count', () => {
    const near = installed({ '@sparticuz/chromium': '147.0.0', 'chromium-current': '153.0.0' });
    rmSync(join(folder, 'node_modules', 'chromium-current', 'bin', 'chromium.br'));
    expect(embeddedBrowser(near).version).toBe('147.0.0');
  });

  test('without any, the message gives advice', () => {
    expect(() => embeddedBrowser(installed({}))).toThrow(MachineFault);
  });
});

describe('a private folder', () => {
  test('is closed to others if it was open', () => {
    mkdirSync(cache, { mode: 0o755 });
    ensurePrivate(cache, uid);
    expect(lstatSync(cache).mode & 0o777).toBe(0o700);
  });

  test('may not be behind a link, or belong to another user', () => {
    mkdirSync(cache);
    const link = join(folder, 'link');
    symlinkSync(cache, link);
    expect(() => ensurePrivate(link, uid)).toThrow('is not a folder');
    expect(() => ensurePrivate(cache, (uid ?? 0) + 1)).toThrow('belongs to another user');
  });
});
