import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, program, run, small } from './run.ts';

/** A command that watches, and what it has printed so far. */
class Watching {
  text = '';
  readonly #child: ChildProcess;

  constructor(args: readonly string[], folder: string) {
    const env = { ...process.env, NO_COLOR: '1', THREAT_MEMO_CACHE: join(folder, '.cache') };
    this.#child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (part: string) => {
        this.text += part;
      });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** What is printed until something of this form is among it; from here, printing is counted anew. */
  async until(form: RegExp): Promise<string> {
    await expect.poll(() => this.text, { timeout: 30_000 }).toMatch(form);
    await new Promise((resolve) => setTimeout(resolve, 300)); // the rest of it
    const text = this.text;
    this.text = '';
    return text;
  }

  async end(): Promise<number | null> {
    const closed = new Promise<number | null>((resolve) => this.#child.once('close', resolve));
    this.#child.kill('SIGINT');
    return closed;
  }
}

test('check --watch says what is new and what is gone, and outlives broken and missing files', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a'), 'assessments/b.json': small('b') });
  const a = join(folder, 'assessments/a.json');
  const watching = new Watching(['check', '--watch'], folder);
  expect(await watching.until(/Watching/)).toContain('No findings in 2 files.');

  await writeFile(a, small('a').replace('"likely"', '"likley"'));
  const wrong = await watching.until(/1 error in 2 files/);
  expect(wrong).toMatch(/a\.json:\d+:\d+ error/);
  expect(wrong).toContain('1 new.');

  await writeFile(a, '{ "id": ');
  expect(await watching.until(/1 gone, 1 new/)).toMatch(/a\.json:1:\d+ error/);

  await writeFile(a, small('a'));
  expect(await watching.until(/1 gone/)).toMatch(/^\d\d:\d\d:\d\d 1 gone\. No findings in 2 files\.\n$/);

  await writeFile(join(folder, 'threat-memo.config.json'), '{ "marking": "nato" }');
  await watching.until(/errors in 2 files/);
  expect(await watching.end()).toBe(0);
});

test('build --watch builds what changed and nothing else, and waits while a file is broken', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a'), 'assessments/b.json': small('b') });
  const a = join(folder, 'assessments/a.json');
  const watching = new Watching(['build', '--format', 'md', '--watch'], folder);
  const first = await watching.until(/Watching/);
  expect(first).toContain('out/a.md');
  expect(first).toContain('out/b.md');

  await writeFile(a, '{ "id": ');
  const broken = await watching.until(/not built/);
  expect(broken).not.toContain('out/');

  await writeFile(a, small('a', { title: 'Changed in between' }));
  const mended = await watching.until(/out\/a\.md/);
  expect(mended).not.toContain('b.md');
  expect(await readFile(join(folder, 'out/a.md'), 'utf8')).toContain('Changed in between');
  expect(await watching.end()).toBe(0);
});

test('--watch refuses what does not go with it', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  for (const args of [
    ['check', '--watch', '--fix'],
    ['check', '--watch', '--format', 'json'],
    ['build', '--watch', '--check'],
  ])
    expect((await run(args, folder)).code).toBe(2);
});
