import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRunning, thisMachine } from '../../../src/pdf/browser/machine.ts';
import { PrintFault } from '../../../src/pdf/browser/print-fault.ts';
import { openPrinter } from '../../../src/pdf/browser/printer.ts';
import { privateFolder } from '../../../src/pdf/browser/private-folder.ts';
import { openRetryingPrinter } from '../../../src/pdf/browser/retrying-printer.ts';
import { type StartedBrowser, startBrowser } from '../../../src/pdf/browser/start-browser.ts';
import { unpackBrowser } from '../../../src/pdf/browser/unpack-browser.ts';
import { embeddedBrowser } from '../../../src/pdf/browser/unpacked-browser.ts';
import { sampleMetadata, samplePage } from '../samples.ts';

/** These look at processes as Linux shows them, and need the embedded browser. */
const onLinux = process.platform === 'linux' && process.arch === 'x64';

const long = samplePage({ body: '<p>text text text text</p>'.repeat(2_500) });
let cacheDir: string;
let executablePath: string;
let right: Uint8Array;
let rightLong: Uint8Array;

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  if (!onLinux) return;
  const machine = thisMachine(process.env);
  executablePath = await unpackBrowser(embeddedBrowser(), privateFolder(machine), machine.uid);
  const printer = await openPrinter({ concurrency: 1, env: process.env, cacheDir, executablePath });
  right = await printer.print(samplePage(), sampleMetadata());
  rightLong = await printer.print(long, sampleMetadata());
  await printer.close();
});

afterAll(() => rmSync(cacheDir, { recursive: true }));

/** A printer whose browsers can be got at. */
async function steady(timeout = 60_000) {
  const browsers: StartedBrowser[] = [];
  const restart = () => {
    const browser = startBrowser({ env: process.env, cacheDir, executablePath });
    browsers.push(browser);
    return browser;
  };
  const options = { concurrency: 2, env: process.env, timeout, restart };
  return { printer: await openRetryingPrinter({ ...options, browser: restart() }), browsers };
}

const pidOf = async (browser: StartedBrowser | undefined) => (await browser?.ready)?.pid ?? 0;
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

function browserProcesses(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cacheDir) && isRunning(pid);
    } catch {
      return false; // it ended meanwhile
    }
  });
}

function isRenderer(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
}

describe.runIf(onLinux)('a printer that survives its browser', () => {
  test('if the browser ends, its memos are printed in another one', async () => {
    const { printer, browsers } = await steady();
    try {
      const prints = [printer.print(long, sampleMetadata()), printer.print(samplePage(), sampleMetadata())];
      const pid = await pidOf(browsers[0]);
      setTimeout(() => process.kill(pid, 'SIGKILL'), 100);
      const [first, second] = await Promise.all(prints);
      expect(first && same(first, rightLong)).toBe(true);
      expect(second && same(second, right)).toBe(true);
      expect(browsers).toHaveLength(2);
    } finally {
      await printer.close();
    }
    await expect.poll(browserProcesses, { timeout: 10_000 }).toEqual([]);
  });

  test('if the process of a page ends, its memo is printed again, in the same browser', async () => {
    const { printer, browsers } = await steady();
    try {
      // At several moments: while the page is laid out, and while it prints.
      for (const delay of [50, 150, 300]) {
        const print = printer.print(long, sampleMetadata());
        await new Promise((resolve) => setTimeout(resolve, delay));
        for (const pid of browserProcesses().filter(isRenderer)) process.kill(pid, 'SIGKILL');
        expect(same(await print, rightLong)).toBe(true);
      }
      expect(browsers).toHaveLength(1);
    } finally {
      await printer.close();
    }
  });

  test('a memo that ends two browsers is reported, and the next one is printed', async () => {
    const { printer, browsers } = await steady();
    try {
      const print = printer.print(long, sampleMetadata());
      const failed = expect(print).rejects.toThrow(PrintFault);
      process.kill(await pidOf(browsers[0]), 'SIGKILL');
      await expect.poll(() => browsers.length, { timeout: 20_000, interval: 5 }).toBe(2);
      process.kill(await pidOf(browsers[1]), 'SIGKILL');
      await failed;
      expect(same(await printer.print(samplePage(), sampleMetadata()), right)).toBe(true);
      expect(browsers).toHaveLength(3);
    } finally {
      await printer.close();
    }
    await expect.poll(browserProcesses, { timeout: 10_000 }).toEqual([]);
  });

  test('a browser that no longer answers is ended and replaced', async () => {
    const { printer, browsers } = await steady(4_000);
    try {
      const first = await pidOf(browsers[0]);
      process.kill(-first, 'SIGSTOP');
      expect(same(await printer.print(samplePage(), sampleMetadata()), right)).toBe(true);
      expect(browsers).toHaveLength(2);
      await expect.poll(() => isRunning(first), { timeout: 10_000 }).toBe(false);
    } finally {
      await printer.close();
    }
    await expect.poll(browserProcesses, { timeout: 10_000 }).toEqual([]);
  });

  test('a fault of the page itself is not retried', async () => {
    const { printer, browsers } = await steady();
    try {
      const missing = 'https://fonts.threat-memo.invalid/none.woff2';
      const stylesheet = `@font-face { font-family: 'Memo Serif'; src: url(${missing}) } body { font-family: 'Memo Serif' }`;
      await expect(printer.print(samplePage({ stylesheet }), sampleMetadata())).rejects.toThrow(
        'did not load',
      );
      expect(browsers).toHaveLength(1);
    } finally {
      await printer.close();
    }
  });
});
