import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MachineFault } from '../../src/model/fault.ts';
import { isRunning } from '../../src/pdf/browser/machine.ts';
import { openPrinter } from '../../src/pdf/browser/printer.ts';
import { startBrowser } from '../../src/pdf/browser/start-browser.ts';
import { unpackBrowser } from '../../src/pdf/browser/unpack-browser.ts';
import { embeddedBrowser } from '../../src/pdf/browser/unpacked-browser.ts';
import { sampleMetadata, samplePage } from './samples.ts';

/** These look at processes as Linux shows them, and need the embedded browser. */
const onLinux = process.platform === 'linux' && process.arch === 'x64';

let cacheDir: string;
let executable: string;

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  if (onLinux) executable = await unpackBrowser(embeddedBrowser(), cacheDir, process.geteuid?.());
});

afterAll(() => rmSync(cacheDir, { recursive: true }));

/** Processes that have our profile on their command line: browser, zygotes, renderers. */
function browserProcesses(type = ''): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(cacheDir) && command.startsWith('/') && command.includes(type);
      } catch {
        return false; // it ended meanwhile
      }
    })
    .map(Number)
    .filter(isRunning);
}

const profiles = () => readdirSync(join(cacheDir, 'profiles'));

async function nothingLeft(): Promise<void> {
  await expect.poll(() => browserProcesses(), { timeout: 10_000 }).toEqual([]);
}

describe.runIf(onLinux)('a browser leaves nothing behind', () => {
  test('if the printer is closed', async () => {
    const printer = await openPrinter({
      concurrency: 1,
      env: process.env,
      cacheDir,
      executablePath: executable,
    });
    await printer.print(samplePage(), sampleMetadata());
    expect(browserProcesses().length).toBeGreaterThan(1);
    const [profile = ''] = profiles();
    const names = readdirSync(join(cacheDir, 'profiles', profile));
    await printer.close();
    // Chromium writes some of its files under such a name first.
    const own = names.filter((name) => !name.startsWith('.org.chromium.'));
    expect(own.sort()).toEqual(['fontconfig', 'fonts', 'fonts.conf']);
    await nothingLeft();
    expect(profiles()).toEqual([]);
  });

  test('if it is killed while it starts, and twice', async () => {
    const browser = startBrowser({ env: process.env, cacheDir, executablePath: executable });
    browser.kill();
    browser.kill();
    await browser.close();
    await nothingLeft();
    expect(profiles()).toEqual([]);
  });

  test('if our process is killed outright; a later start removes the profile', async () => {
    const parent = holdBrowser();
    await once(parent.stdout ?? parent, 'data');
    expect(browserProcesses().length).toBeGreaterThan(1);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await nothingLeft();
    expect(profiles()).toHaveLength(1);
    const [left = ''] = profiles();
    utimesSync(join(cacheDir, 'profiles', left), 1, 1);
    const next = startBrowser({ env: process.env, cacheDir, executablePath: executable });
    await next.ready;
    expect(profiles()).toEqual([expect.stringMatching(new RegExp(`^${process.pid}-`))]);
    await next.close();
  });

  test('if our process kills it in a signal handler', async () => {
    const parent = holdBrowser();
    await once(parent.stdout ?? parent, 'data');
    parent.kill('SIGTERM');
    await once(parent, 'exit');
    expect(profiles()).toEqual([]);
    await nothingLeft();
  });
});

/** A separate process that owns a browser and ends it in its handler for SIGTERM. */
function holdBrowser(): ChildProcess {
  const module = new URL('../../src/pdf/browser/start-browser.ts', import.meta.url);
  const script = `import { build } from 'esbuild';
const { outputFiles } = await build({ entryPoints: [${JSON.stringify(module.pathname)}], bundle: true, write: false, platform: 'node', format: 'esm' });
const { startBrowser } = await import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].text.replaceAll('import.meta.url', ${JSON.stringify(JSON.stringify(module.href))})).toString('base64'));
const browser = startBrowser({ env: process.env, cacheDir: ${JSON.stringify(cacheDir)}, executablePath: ${JSON.stringify(executable)} });
process.on('SIGTERM', () => { browser.kill(); process.exit(1); });
await browser.ready;
process.stdout.write('ready');
setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe.runIf(onLinux)('a failure is a fault, not a wait', () => {
  const long = samplePage({ body: '<p>text</p>'.repeat(20_000) });

  test('the browser ends during a print: that print and the next are rejected', async () => {
    const browser = startBrowser({ env: process.env, cacheDir, executablePath: executable });
    const printer = await openPrinter({ concurrency: 1, env: process.env, browser });
    const { pid } = await browser.ready;
    const print = printer.print(long, sampleMetadata());
    setTimeout(() => process.kill(pid, 'SIGKILL'), 150);
    await expect(print).rejects.toThrow(MachineFault);
    await expect(print).rejects.toThrow('the browser ended');
    await expect(printer.print(samplePage(), sampleMetadata())).rejects.toThrow(MachineFault);
    await printer.close();
    await nothingLeft();
  });

  test('a page crashes during a print: that print is rejected, the next one works', async () => {
    const printer = await openPrinter({
      concurrency: 1,
      env: process.env,
      cacheDir,
      executablePath: executable,
    });
    try {
      await printer.print(samplePage(), sampleMetadata());
      const print = printer.print(long, sampleMetadata());
      setTimeout(() => {
        for (const pid of browserProcesses('--type=renderer')) process.kill(pid, 'SIGKILL');
      }, 150);
      // Which of the two is heard first is chance; both are taken for trouble of the page, after which another is opened.
      await expect(print).rejects.toThrow(/The page crashed|Printing failed/);
      expect((await printer.print(samplePage(), sampleMetadata())).length).toBeGreaterThan(1000);
    } finally {
      await printer.close();
    }
  });

  test('a step that takes too long is aborted', async () => {
    const printer = await openPrinter({
      concurrency: 1,
      env: process.env,
      cacheDir,
      executablePath: executable,
      timeout: 300,
    });
    try {
      const endless = samplePage({ body: '<p>text text text</p>'.repeat(100_000) });
      await expect(printer.print(endless, sampleMetadata())).rejects.toThrow(/timed out/);
    } finally {
      await printer.close();
    }
  });
});

/** A browser that is a script. */
function fakeBrowser(script: string): string {
  const file = join(mkdtempSync(join(cacheDir, 'fake-')), 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.runIf(onLinux)('a browser that does not start', () => {
  const opening = (executablePath: string) =>
    openPrinter({ concurrency: 1, env: process.env, cacheDir, executablePath });

  test('is a fault with its last output and advice', async () => {
    const fault = await opening(
      fakeBrowser('echo "error while loading shared libraries: libnss3.so" >&2; exit 127'),
    ).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(MachineFault);
    expect((fault as MachineFault).message).toContain('libnss3.so');
    expect((fault as MachineFault).help).toContain(
      'npx @puppeteer/browsers install chrome-headless-shell@stable',
    );
  });

  test('because it does not exist', async () => {
    await expect(opening('/nowhere/chrome')).rejects.toThrow('ENOENT');
  });

  test('because it is too old to print the marking', async () => {
    const old = fakeBrowser(
      `printf '{"id":1,"result":{"product":"Chrome/120.0.1.1"}}\\0' >&4; cat <&3 >/dev/null`,
    );
    await expect(opening(old)).rejects.toThrow('version 120 is too old, 131 is needed');
    await nothingLeft();
  });
});

describe.runIf(onLinux)('a browser that crashes while it starts', () => {
  const opening = (executablePath: string) =>
    openPrinter({ concurrency: 1, env: process.env, cacheDir, executablePath });

  test('is started once more', async () => {
    const once = fakeBrowser(
      `[ -e "$0.tried" ] && exec "${executable}" "$@"; touch "$0.tried"; echo "zygote: Broken pipe" >&2; ulimit -c 0; kill -SEGV $$`,
    );
    const printer = await opening(once);
    await printer.close();
    await nothingLeft();
  });

  test('and not a third time', async () => {
    const always = fakeBrowser(`echo x >> "$0.tried"; ulimit -c 0; kill -SEGV $$`);
    await expect(opening(always)).rejects.toThrow('SIGSEGV');
    expect(readFileSync(`${always}.tried`, 'utf8')).toBe('x\nx\n');
  });
});

describe.runIf(onLinux)('the sandbox', () => {
  test('is off only for root, or if the system forbids it, and a notice says so', async () => {
    const refusing = fakeBrowser(
      `case "$*" in *--no-sandbox*) exec "${executable}" "$@";; *) echo "FATAL: No usable sandbox!" >&2; exit 1;; esac`,
    );
    const printer = await openPrinter({
      concurrency: 1,
      env: process.env,
      cacheDir,
      executablePath: refusing,
    });
    await printer.close();
    expect(printer.notices).toEqual([
      process.geteuid?.() === 0
        ? expect.stringContaining('because this runs as root')
        : expect.stringContaining('because this system forbids it'),
    ]);
  });
});
