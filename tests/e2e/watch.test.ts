import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
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

  /** The output until it matches each pattern; then the output is reset. */
  async until(...forms: readonly RegExp[]): Promise<string> {
    for (const form of forms) await expect.poll(() => this.text, { timeout: 30_000 }).toMatch(form);
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

test('check --watch prints new and resolved findings, and survives broken and missing files', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a'), 'assessments/b.json': small('b') });
  const a = join(folder, 'assessments/a.json');
  const watching = new Watching(['check', '--watch'], folder);
  await watching.until(/Watching/, /No findings in 2 files\./);

  await writeFile(a, small('a').replace('"likely"', '"likley"'));
  await watching.until(/1 error in 2 files/, /a\.json:\d+:\d+ error/, /1 new\./);

  await writeFile(a, '{ "id": ');
  await watching.until(/1 gone, 1 new/, /a\.json:1:\d+ error/);

  await writeFile(a, small('a'));
  await watching.until(/^\d\d:\d\d:\d\d 1 gone\. No findings in 2 files\.\n$/m);

  await writeFile(join(folder, 'threat-memo.config.json'), '{ "marking": "nato" }');
  await watching.until(/errors in 2 files/);
  expect(await watching.end()).toBe(0);
});

test('build --watch builds only changed assessments, and waits while a file is broken', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a'), 'assessments/b.json': small('b') });
  const a = join(folder, 'assessments/a.json');
  const watching = new Watching(['build', '--format', 'md', '--watch'], folder);
  await watching.until(/Watching/, /out\/a\.md/, /out\/b\.md/);
  const before = await stat(join(folder, 'out/a.md'));

  await writeFile(a, '{ "id": ');
  await watching.until(/not built/);
  expect((await stat(join(folder, 'out/a.md'))).mtimeMs).toBe(before.mtimeMs);

  await writeFile(a, small('a', { title: 'Changed in between' }));
  const mended = await watching.until(/out\/a\.md/);
  expect(mended).not.toContain('b.md');
  expect(await readFile(join(folder, 'out/a.md'), 'utf8')).toContain('Changed in between');
  expect(await watching.end()).toBe(0);
});

test('--watch refuses incompatible options', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  for (const args of [
    ['check', '--watch', '--fix'],
    ['check', '--watch', '--format', 'json'],
    ['build', '--watch', '--check'],
  ])
    expect((await run(args, folder)).code).toBe(2);
});
