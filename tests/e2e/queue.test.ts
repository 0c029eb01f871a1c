import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'bullmq';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PREFIX, queueName, resultKey } from '../../src/queue/protocol.ts';
import { TILE, tilePackage } from '../support/font-package.ts';
import { hasRedis, TestRedis } from '../support/redis.ts';
import { sampled } from '../support/soak.ts';
import { folderWith, program, type Run, root, run, runAlone, small } from './run.ts';

const TEAM_KEY = 'a key of a team, for tests, of more than 32 letters';
const MARKING = 'TLP:CLEAR';
const QUEUE_TIMEOUT = 240_000;
/** Memos of the build in which everything goes wrong. */
const MANY = sampled(60, 200);

function environment(redis: TestRedis): Record<string, string> {
  return { THREAT_MEMO_TEAM_KEY: TEAM_KEY, THREAT_MEMO_QUEUE_PASSWORD: redis.password };
}

interface RunningWorker {
  readonly child: ChildProcess;
  /** Of its metrics; known when it says so. */
  readonly port: number;
  readonly ended: Promise<number | null>;
}

interface WorkerSettings {
  readonly markings?: string;
  readonly jobs?: number;
  readonly command?: string;
  /** What lies in its folder. */
  readonly files?: Parameters<typeof folderWith>[0];
}

/** Starts a worker in a folder without a project, which it does not need. */
async function startWorker(
  redis: TestRedis,
  { markings = MARKING, jobs = 2, command = program, files = {} }: WorkerSettings = {},
): Promise<RunningWorker> {
  const args = [
    'worker',
    '--queue',
    redis.address,
    '--markings',
    markings,
    '--jobs',
    String(jobs),
    '--metrics',
    '0',
  ];
  const child = spawn(process.execPath, [command, ...args], {
    cwd: await folderWith(files),
    env: { ...process.env, ...environment(redis), NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, number] = /Metrics: http:\/\/127\.0\.0\.1:(\d+)\/metrics/.exec(said) ?? [];
      if (number !== undefined) resolve(Number(number));
    });
    void ended.then(() => reject(new Error(`The worker ended: ${said}`)));
  });
  return { child, port, ended };
}

async function madeBy({ port }: RunningWorker): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^threat_memo_memos_made_total (\d+)$/m.exec(text)?.[1]);
}

async function untilThere(folder: string, count: number): Promise<void> {
  for (;;) {
    const there = await readdir(join(folder, 'out')).catch(() => []);
    if (there.filter((name) => name.endsWith('.md')).length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function manyMemos(count: number, more: object = {}): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`assessments/m${index}.json`, small(`m${index}`, more)]),
  );
}

/** A copy of the program that calls itself another version. */
async function anotherVersion(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', `threat-memo-another-${process.pid}`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await rm(join(folder, 'dist', 'compiled.bin'), { force: true });
  const id = await buildId();
  let changed = 0;
  for (const name of await readdir(join(folder, 'dist'))) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(join(folder, 'dist', name), 'utf8');
    if (!text.includes(id)) continue;
    changed += 1;
    await writeFile(join(folder, 'dist', name), text.replaceAll(id, [...id].reverse().join('')));
  }
  expect(changed).toBeGreaterThan(0);
  return join(folder, 'dist', 'threat-memo.js');
}

async function buildId(): Promise<string> {
  const { BUILD_ID_FILE } = (await import(new URL('../../scripts/build-id.mjs', import.meta.url).href)) as {
    readonly BUILD_ID_FILE: string;
  };
  return (await readFile(join(root, 'dist', BUILD_ID_FILE), 'utf8')).trim();
}

/** Takes one job and answers with what it made up. */
async function poisonOne(redis: TestRedis): Promise<{ readonly taken: () => number }> {
  let taken = 0;
  const connection = redis.client();
  const writer = redis.client();
  const worker: Worker = new Worker(
    queueName(await buildId(), MARKING),
    async (job) => {
      taken += 1;
      await writer.set(resultKey(job.id ?? ''), Buffer.from('tmsealed1 a memo that says what we like'));
      void worker.close();
    },
    { connection, prefix: PREFIX, concurrency: 1 },
  );
  worker.on('error', () => {});
  onTestFinished(async () => {
    await worker.close(true);
    connection.disconnect();
    writer.disconnect();
  });
  return { taken: () => taken };
}

async function expectNothingLeft(redis: TestRedis): Promise<void> {
  const client = redis.client();
  const keys = await client.keys('*');
  client.disconnect();
  expect(keys.filter((key) => /result|[0-9a-f]{8}-[0-9a-f]{4}-/.test(key))).toEqual([]);
}

function build(redis: TestRedis, folder: string, ...more: readonly string[]): Promise<Run> {
  const args = ['build', '--format', 'md', '--queue', redis.address, ...more];
  return runAlone(args, folder, { env: environment(redis) });
}

describe.skipIf(!hasRedis)('the queue', () => {
  test('many memos over two workers: one is killed, Redis loses everything, one is of another version, one result is poisoned', {
    timeout: QUEUE_TIMEOUT,
  }, async () => {
    const redis = await TestRedis.start();
    const folder = await folderWith(manyMemos(MANY));
    const old = await startWorker(redis, { command: await anotherVersion() });
    const poison = await poisonOne(redis);
    const building = build(redis, folder);
    while (poison.taken() === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const first = await startWorker(redis);
    const second = await startWorker(redis);
    await untilThere(folder, MANY / 5);
    first.child.kill('SIGKILL');
    await untilThere(folder, (MANY * 2) / 5);
    await redis.stop();
    await redis.start();
    const { code, out, err } = await building;
    expect(err.replace(/note: .*\n/, '')).toBe('');
    expect(err).toContain(
      'note: The queue gave results that no worker with the team’s key'.replace('’', "'"),
    );
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(MANY);
    expect(await madeBy(second)).toBeGreaterThan(MANY / 4);
    expect(await madeBy(old)).toBe(0);
    await expectNothingLeft(redis);
    // Told to end, it ends well.
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);

    const names = await readdir(join(folder, 'out'));
    await run(['build', '--format', 'md', '--out', 'here'], folder);
    expect((await readdir(join(folder, 'here'))).sort()).toEqual(names.sort());
    for (const name of names.filter((each) => each.includes('.'))) {
      const [there, here] = await Promise.all(
        ['out', 'here'].map((each) => readFile(join(folder, each, name), 'utf8')),
      );
      expect(there).toBe(here);
    }
  });

  test('a PDF is the same as one printed here, with our record on its question', async () => {
    const redis = await TestRedis.start();
    const judged = {
      statement: 'Attacks come about.',
      likelihood: { term: 'likely' },
      confidence: { level: 'low' },
      about: ['actors/group'],
    };
    const about = (id: string, asOf: string, more: object) =>
      small(id, {
        title: `Fires ${TILE}`,
        asOf,
        marking: 'TLP:CLEAR',
        actors: [{ id: 'group', name: 'The Group' }],
        judgments: [{ id: `${id}-attack`, ...judged, ...more }],
      });
    const folder = await folderWith({
      'assessments/old.json': about('old', '2021-03-01', { horizon: '2020' }),
      'assessments/now.json': about('now', '2024-05-01', { horizon: '2999' }),
      ...tilePackage,
    });
    const worker = await startWorker(redis, { jobs: 1, files: tilePackage });
    const wanted = ['build', 'now', '--record'];
    const { code, err } = await run([...wanted, '--queue', redis.address], folder, environment(redis));
    expect(err).not.toContain('failed');
    expect(code).toBe(0);
    expect(await madeBy(worker)).toBe(1);
    await run([...wanted, '--out', 'here'], folder);
    const [there, here] = await Promise.all(
      ['out', 'here'].map(async (each) => ({
        memo: await readFile(join(folder, each, 'now.md'), 'utf8'),
        pdf: await readFile(join(folder, each, 'now.pdf')),
      })),
    );
    expect(there?.memo).toContain('1 earlier judgment is on the same actors or incidents');
    expect(there?.memo).toBe(here?.memo);
    expect(there?.pdf.toString('latin1')).toContain('NotoSansSymbols2');
    expect(there?.pdf.equals(here?.pdf ?? Buffer.alloc(0))).toBe(true);
  });

  test('an urgent memo is made before dozens of others', async () => {
    const redis = await TestRedis.start();
    const many = await folderWith(manyMemos(12));
    const one = await folderWith({ 'assessments/now.json': small('now') });
    const ended: string[] = [];
    const batch = build(redis, many).then(() => ended.push('batch'));
    const waiting = redis.client();
    while ((await waiting.keys('*-*')).length < 12) await new Promise((resolve) => setTimeout(resolve, 50));
    const urgent = build(redis, one, '--urgent').then(() => ended.push('urgent'));
    while ((await waiting.keys('*-*')).length < 13) await new Promise((resolve) => setTimeout(resolve, 50));
    waiting.disconnect();
    await startWorker(redis, { jobs: 1 });
    await Promise.all([batch, urgent]);
    expect(ended).toEqual(['urgent', 'batch']);
  });

  test('a worker gets nothing marked beyond its permission; the build says so and leaves nothing behind', async () => {
    const redis = await TestRedis.start();
    const folder = await folderWith({
      'assessments/green.json': small('green', { marking: 'TLP:GREEN' }),
      'assessments/red.json': small('red', { marking: 'TLP:RED' }),
    });
    const worker = await startWorker(redis, { markings: 'TLP:CLEAR,TLP:GREEN' });
    const { code, out, err } = await build(redis, folder, '--queue-wait', '3');
    expect(out).toBe('out/green.md\n');
    expect(err).toContain('failed assessments/red.json: No worker took this memo for 3 seconds');
    expect(err).toContain("threat-memo worker --queue <address> --markings 'TLP:RED'");
    expect(code).toBe(3);
    expect(await madeBy(worker)).toBe(1);
    await expectNothingLeft(redis);
  });

  test('a worker with another team key makes nothing, and nothing hangs', async () => {
    const redis = await TestRedis.start();
    const folder = await folderWith({ 'assessments/a.json': small('a') });
    await startWorker(redis);
    const other = { ...environment(redis), THREAT_MEMO_TEAM_KEY: `${TEAM_KEY}, another` };
    const args = ['build', '--format', 'md', '--queue', redis.address, '--queue-wait', '5'];
    const { code, err, out } = await run(args, folder, other);
    expect(out).toBe('');
    expect(err).toContain('failed assessments/a.json');
    expect(code).toBe(3);
    await expectNothingLeft(redis);
  });
});

test('without Redis: exit code 3 and advice; without a key or an address: wrong usage', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const key = { THREAT_MEMO_TEAM_KEY: TEAM_KEY };
  const args = ['build', '--format', 'md', '--queue-wait', '2', '--queue'];
  const gone = await run([...args, 'redis://127.0.0.1:9'], folder, key);
  expect(gone.err).toContain('Redis cannot be reached');
  expect(gone.code).toBe(3);
  expect(await run([...args, 'http://127.0.0.1'], folder, key)).toMatchObject({ code: 2 });
  const keyless = await run([...args, 'redis://127.0.0.1:9'], folder, { THREAT_MEMO_TEAM_KEY: '' });
  expect(keyless.err).toContain("--queue needs the team's key");
  expect(keyless.code).toBe(2);
});

test('without the packages that the queue needs, the message names them', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  await cp(join(root, 'dist'), join(folder, 'program', 'dist'), { recursive: true });
  const command = join(folder, 'program', 'dist', 'threat-memo.js');
  const args = ['build', '--format', 'md', '--queue', 'redis://127.0.0.1:9'];
  const { code, err } = await runAlone(args, folder, { env: { THREAT_MEMO_TEAM_KEY: TEAM_KEY }, command });
  expect(err).toContain('npm install bullmq ioredis');
  expect(code).toBe(3);
});
