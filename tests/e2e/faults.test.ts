import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { thisMachine } from '../../src/pdf/browser/machine.ts';
import { privateFolder } from '../../src/pdf/browser/private-folder.ts';
import { unpackBrowser } from '../../src/pdf/browser/unpack-browser.ts';
import { embeddedBrowser } from '../../src/pdf/browser/unpacked-browser.ts';
import { SOAK_TIMEOUT, sampled, seeded } from '../support/soak.ts';
import { folderWith, program, run, runAlone, small } from './run.ts';

/** These look at processes as Linux shows them, and need the embedded browser. */
const onLinux = process.platform === 'linux' && process.arch === 'x64';
const isRoot = process.getuid?.() === 0;

let executable = '';

beforeAll(async () => {
  const machine = thisMachine(process.env);
  if (onLinux) executable = await unpackBrowser(embeddedBrowser(), privateFolder(machine), machine.uid);
});

const IDS = ['a', 'b', 'c', 'd'];
const ARGS = ['build', '--jobs', '2'];

/** A project whose browsers have their profiles in it, so that they can be distinguished from others. */
async function project() {
  const folder = await folderWith({});
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), PUPPETEER_EXECUTABLE_PATH: executable };
  const write = async (title: string) => {
    for (const id of IDS) {
      await mkdir(join(folder, 'assessments'), { recursive: true });
      await writeFile(join(folder, `assessments/${id}.json`), small(id, { title: `${title} ${id}` }));
    }
  };
  await write('First');
  return { folder, env, write, build: () => run(ARGS, folder, env) };
}

/** Every file below a folder, with a hash of what it holds. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => {
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(folder.length + 1), hash] as const;
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

let known: Promise<Map<string, string>> | undefined;

/** What a build of a new project writes that nothing disturbs; built once. */
function undisturbed(): Promise<Map<string, string>> {
  known ??= project().then(async ({ folder, build }) => {
    expect((await build()).code).toBe(0);
    return hashes(join(folder, 'out'));
  });
  return known;
}

const isUnfinished = (name: string) => name.endsWith('.tmp');

/** Processes that have the folder on their command line: browsers and all that they started. */
function browsersIn(folder: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(folder, 'cache'));
    } catch {
      return false; // it ended meanwhile
    }
  });
}

describe.runIf(onLinux)('a build that fails', () => {
  test('killed or interrupted at any moment: files are complete, nothing is left over, the next build is correct', {
    timeout: SOAK_TIMEOUT,
  }, async () => {
    const { folder, env, write, build } = await project();
    const out = join(folder, 'out');
    await write('Second');
    expect((await build()).code).toBe(0);
    const second = await hashes(out);
    await write('First');
    const before = performance.now();
    expect((await build()).code).toBe(0);
    const duration = performance.now() - before;
    const first = await hashes(out);
    expect([...first.keys()]).toEqual([...second.keys()]);
    expect(first.get('a.pdf')).not.toBe(second.get('a.pdf'));

    const random = seeded(6);
    const rounds = sampled(4, 68); // one in four is Ctrl-C: 51 are killed
    for (let round = 0; round < rounds; round += 1) {
      await write(round % 2 === 0 ? 'Second' : 'First');
      const signal = round % 4 === 3 ? 'SIGINT' : 'SIGKILL';
      const left = await hashes(out); // by the rounds before
      const child = spawn(process.execPath, [program, 'build', '--jobs', '2'], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: 'ignore',
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      setTimeout(() => child.kill(signal), random() * duration);
      const code = await ended;
      const found = await hashes(out);
      for (const [name, hash] of found) {
        if (!isUnfinished(name)) expect([first.get(name), second.get(name)]).toContain(hash);
        else if (!left.has(name)) expect(signal).toBe('SIGKILL');
      }
      // null: broken off before the program had anything to clean up
      if (signal === 'SIGINT') expect([0, 130, null]).toContain(code);
      await expect.poll(() => browsersIn(folder), { timeout: 10_000 }).toEqual([]);
    }
    await write('Second');
    expect((await build()).code).toBe(0);
    expect(await hashes(out)).toEqual(second);
  });

  test('the browser is killed while it prints: every memo is complete and correct', async () => {
    const right = await undisturbed();
    const { folder, env } = await project();
    const child = spawn(process.execPath, [program, 'build', '--jobs', '1'], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await expect
      .poll(() => readdir(join(folder, 'out')).catch(() => []), { timeout: 30_000, interval: 5 })
      .not.toEqual([]);
    const [browser] = browsersIn(folder);
    expect(browser).toBeDefined();
    process.kill(browser ?? 0, 'SIGKILL');
    expect(await ended).toBe(0);
    expect(await hashes(join(folder, 'out'))).toEqual(right);
    await expect.poll(() => browsersIn(folder), { timeout: 10_000 }).toEqual([]);
  });

  test('interrupted by Ctrl-C: finished outputs are cached for the next build', async () => {
    const { folder, env, build } = await project();
    const cache = join(folder, 'kept');
    await mkdir(cache, { mode: 0o700 });
    const child = spawn(process.execPath, [program, 'build', '--jobs', '1'], {
      cwd: folder,
      env: { ...process.env, ...env, THREAT_MEMO_CACHE: cache },
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const written = async () => {
      const names = await readdir(join(folder, 'out')).catch(() => []);
      return names.filter((name) => name.endsWith('.pdf'));
    };
    await expect.poll(written, { timeout: 30_000, interval: 5 }).not.toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const found = await hashes(join(folder, 'out'));
    expect([...found.keys()].filter(isUnfinished)).toEqual([]);
    const kept = [...(await hashes(join(cache, 'results'))).keys()];
    for (const hash of found.values()) expect(kept).toContain(`${hash.slice(0, 2)}/${hash.slice(2)}`);
    expect(found.size).toBeGreaterThan(0);
    await expect.poll(() => browsersIn(folder), { timeout: 10_000 }).toEqual([]);
    expect(await readdir(join(folder, 'cache/threat-memo/profiles'))).toEqual([]);
    expect((await build()).code).toBe(0);
  });

  test('two builds at once in the same folder are both correct', async () => {
    const right = await undisturbed();
    const { folder, env } = await project();
    const both = await Promise.all([runAlone(ARGS, folder, { env }), runAlone(ARGS, folder, { env })]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await hashes(join(folder, 'out'))).toEqual(right);
  });
});

/** Mounts a small file system in memory, if this machine lets us. */
function mounted(folder: string, options: string): boolean {
  if (!onLinux || !isRoot) return false;
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
  if (done) onTestFinished(() => void spawnSync('umount', [folder]));
  return done;
}

test.runIf(onLinux)('a full disk: exit code 3, advice, and the old files unchanged', async ({ skip }) => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  await mkdir(join(folder, 'out'));
  if (!mounted(join(folder, 'out'), 'size=40k')) return skip();
  expect((await run(['build', '--format', 'md'], folder)).code).toBe(0);
  const before = await hashes(join(folder, 'out'));
  await writeFile(join(folder, 'assessments/small.json'), small('small', { title: 'Larger' }));
  const { code, err } = await run(['build', '--format', 'md,pdf'], folder);
  expect(err).toContain('The disk is full');
  expect(code).toBe(3);
  expect(await hashes(join(folder, 'out'))).toEqual(before);
});

test.runIf(onLinux)(
  'an output folder that is read-only: exit code 3, advice, and the old files unchanged',
  async ({ skip }) => {
    const folder = await folderWith({ 'assessments/small.json': small('small'), 'out/small.md': 'old' });
    if (isRoot) {
      if (!mounted(join(folder, 'out'), 'size=64k,ro')) return skip();
    } else {
      await chmod(join(folder, 'out'), 0o555);
      onTestFinished(() => chmod(join(folder, 'out'), 0o755));
    }
    const before = await hashes(join(folder, 'out'));
    const { code, err } = await run(['build', '--format', 'md'], folder);
    expect(err).toContain('choose another folder (--out)');
    expect(code).toBe(3);
    expect(await hashes(join(folder, 'out'))).toEqual(before);
  },
);

test('unfinished files of a killed process are removed, those of a running one are not', async () => {
  const machine = createHash('sha256')
    .update((await import('node:os')).hostname())
    .digest('hex')
    .slice(0, 8);
  const name = (host: string, pid: number) => `out/.threat-memo-${host}-${pid}-${crypto.randomUUID()}.tmp`;
  const dead = spawnSync(process.execPath, ['--eval', '']).pid;
  const [left, active, foreign] = [name(machine, dead), name(machine, process.pid), name('00000000', dead)];
  const other = 'out/notes.tmp';
  const folder = await folderWith({
    'assessments/small.json': small('small'),
    [left]: '',
    [active]: '',
    [foreign]: '',
    [other]: '',
  });
  expect((await run(['build', '--format', 'md'], folder)).code).toBe(0);
  const names = await readdir(join(folder, 'out'));
  expect(names.filter(isUnfinished).sort()).toEqual(
    [active, foreign, other].map((path) => path.slice(4)).sort(),
  );
});
