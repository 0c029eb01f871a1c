import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';

/** Whether Debian's `redis-server`, or another, is installed: the tests of the queue start it themselves. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

if (!hasRedis) {
  const help =
    'The queue is not tested: there is no redis-server here (Debian: apt-get install redis-server).';
  process.stderr.write(`${help}\n`);
}

/** A Redis on this machine alone, on a free port and with a password, that keeps nothing on disk. */
export class TestRedis {
  readonly password = 'only-for-this-test';
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'threat-memo-redis-'));
  #process: ChildProcess | undefined;

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    onTestFinished(async () => {
      await redis.stop();
      rmSync(redis.#folder, { recursive: true, force: true });
    });
    await redis.start();
    return redis;
  }

  constructor(port: number) {
    this.port = port;
  }

  get address(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const port = ['--port', String(this.port), '--bind', '127.0.0.1', '--requirepass', this.password];
    const options = [...port, '--save', '', '--appendonly', 'no', '--dir', this.#folder];
    const child = spawn('redis-server', options, { stdio: 'ignore' });
    this.#process = child;
    const client = this.client();
    await client.ping(); // tries until it is up
    client.disconnect();
  }

  /** Everything in it is lost. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  client(): Redis {
    const client = new Redis({
      port: this.port,
      host: '127.0.0.1',
      password: this.password,
      maxRetriesPerRequest: null,
    });
    client.on('error', () => {});
    return client;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
