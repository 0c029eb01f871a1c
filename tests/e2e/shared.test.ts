import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, type Run, run, small } from './run.ts';

const KEY = 'a key of a team, for tests, of more than 32 letters';
const TOKEN = 'token-of-the-store';

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A store like those of Nx and Turborepo on this machine; `answer` takes the place of what it does. */
async function store(answer?: Answer) {
  const entries = new Map<string, Buffer>();
  const requests: string[] = [];
  const usual: Answer = ({ method, url = '', headers }, response, body) => {
    if (headers.authorization !== `Bearer ${TOKEN}`) response.writeHead(401).end();
    else if (method === 'PUT') {
      entries.set(url, body);
      response.writeHead(200).end();
    } else if (entries.has(url)) response.writeHead(200).end(entries.get(url));
    else response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => (answer ?? usual)(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return {
    entries,
    requests,
    address: `http://127.0.0.1:${port}/v8/artifacts?slug=team`,
    origin: `http://127.0.0.1:${port}`,
  };
}

const MARKED = { marking: 'TLP:CLEAR' };

/** Builds as on a separate machine: with its own project and cache. */
async function buildElsewhere(
  where: string,
  env: Record<string, string> = {},
  files: Readonly<Record<string, string>> = { 'assessments/a.json': small('a', MARKED) },
): Promise<Run & { readonly memo: string | undefined; readonly folder: string }> {
  const folder = await folderWith(files);
  await mkdir(join(folder, 'cache'), { mode: 0o700 });
  const settings = {
    THREAT_MEMO_CACHE: join(folder, 'cache'),
    THREAT_MEMO_SHARED: where,
    THREAT_MEMO_SHARED_TOKEN: TOKEN,
    THREAT_MEMO_TEAM_KEY: KEY,
  };
  const result = await run(['build', '--format', 'md,html'], folder, { ...settings, ...env });
  const memo = await readFile(join(folder, 'out/a.html'), 'utf8').catch(() => undefined);
  return { ...result, memo, folder };
}

test('a memo made on one machine is used on another, from an HTTP store', async () => {
  const { address, entries, requests } = await store();
  const first = await buildElsewhere(address);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(requests.map((line) => line.replace(/[0-9a-f]{64}/, 'HASH'))).toEqual([
    'GET /v8/artifacts/HASH?slug=team',
    'PUT /v8/artifacts/HASH?slug=team',
  ]);
  const second = await buildElsewhere(address);
  expect(second).toMatchObject({ code: 0, err: '', out: first.out, memo: first.memo });
  expect(requests).toHaveLength(3);
  // Whoever keeps the store can read nothing of it.
  for (const bytes of entries.values()) expect(bytes.includes('Memo a')).toBe(false);
});

test('or from a folder', async () => {
  const shared = await folderWith({});
  const first = await buildElsewhere(shared);
  const [entry = ''] = (await readdir(shared, { recursive: true })).filter((name) => name.length > 2);
  const before = await readFile(join(shared, entry));
  expect(await buildElsewhere(shared)).toMatchObject({ code: 0, err: '', memo: first.memo });
  expect(await readFile(join(shared, entry))).toEqual(before); // taken, not made again
});

test('another key, a changed or swapped entry: the memo is made here, and a notice is printed', async () => {
  const shared = await folderWith({});
  const { memo } = await buildElsewhere(shared);
  const other = await buildElsewhere(shared, { THREAT_MEMO_TEAM_KEY: `${KEY}, another` });
  expect(other).toMatchObject({ code: 0, err: '', memo }); // another name: it finds nothing
  const names = (await readdir(shared, { recursive: true })).filter((name) => name.length > 2);
  expect(names).toHaveLength(2);
  const [one = '', two = ''] = names;
  const [first, second] = [await readFile(join(shared, one)), await readFile(join(shared, two))];
  const notice = 'gave an entry that nobody with the team';
  await writeFile(join(shared, one), second);
  await writeFile(join(shared, two), first);
  const swapped = await buildElsewhere(shared);
  expect(swapped).toMatchObject({ code: 0, memo });
  expect(swapped.err).toContain(notice);
  for (const name of names) {
    const bytes = await readFile(join(shared, name));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(join(shared, name), bytes);
  }
  const poisoned = await buildElsewhere(shared);
  expect(poisoned).toMatchObject({ code: 0, memo });
  expect(poisoned.err).toContain(notice);
});

test('marked memos are not stored, unless the team permits their level', async () => {
  const { address, requests } = await store();
  const green = { 'assessments/a.json': small('a', { marking: 'TLP:GREEN' }) };
  expect(await buildElsewhere(address, {}, green)).toMatchObject({ code: 0 });
  expect(requests).toEqual([]);
  const red = small('a', MARKED).replace(
    '"judgments": [\n    {',
    '"judgments": [\n    { "marking": "TLP:RED",',
  );
  expect(red).toContain('TLP:RED');
  await buildElsewhere(address, { THREAT_MEMO_SHARED_UP_TO: 'TLP:GREEN' }, { 'assessments/a.json': red });
  expect(requests).toEqual([]);
  await buildElsewhere(address, { THREAT_MEMO_SHARED_UP_TO: 'TLP:GREEN' }, green);
  expect(requests).toHaveLength(2);
});

const CLOSED = 'http://127.0.0.1:9/';

test.for<[what: string, answer: Answer | undefined]>([
  ['is not there', undefined],
  ['fails', (_, response) => response.writeHead(500).end('no')],
  ['sends elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/x' }).end()],
  ['breaks off', (_, response) => response.destroy()],
  ['gives nonsense', (_, response) => response.writeHead(200).end('x'.repeat(1000))],
  ['says nothing', () => undefined],
])('a store that %s costs bounded time, and nothing else', async ([what, answer]) => {
  const { address } = answer ? await store(answer) : { address: CLOSED };
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((id) => [`assessments/${id}.json`, small(id, MARKED)]),
  );
  const begun = Date.now();
  const { code, err, memo } = await buildElsewhere(address, {}, files);
  expect(code).toBe(0);
  expect(memo).toContain('Memo a');
  if (what !== 'gives nonsense') expect(err).toContain('was left alone');
  expect(Date.now() - begun).toBeLessThan(45_000);
});

test('an endless response of a store is not read to its end', async () => {
  const endless: Answer = (_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
    };
    response.on('drain', more);
    more();
  };
  const { address } = await store(endless);
  const { code, memo } = await buildElsewhere(address);
  expect(code).toBe(0);
  expect(memo).toContain('Memo a');
});

test('a project cannot name a store, and impossible settings are refused', async () => {
  const { origin, requests } = await store();
  const files = {
    'assessments/a.json': small('a', MARKED),
    '.env': `THREAT_MEMO_SHARED=${origin}\nTHREAT_MEMO_TEAM_KEY=${KEY}\n`,
    'threat-memo.config.json': '{}',
  };
  await buildElsewhere('', {}, files);
  expect(requests).toEqual([]);
  for (const [env, message] of [
    [{ THREAT_MEMO_TEAM_KEY: '' }, 'THREAT_MEMO_TEAM_KEY is not set'],
    [{ THREAT_MEMO_TEAM_KEY: 'short' }, 'shorter than 32 characters'],
    [{ THREAT_MEMO_SHARED: 'ftp://127.0.0.1/x' }, 'neither a folder nor an address'],
    [{ THREAT_MEMO_SHARED: 'http://u:p@127.0.0.1/' }, 'put a token into THREAT_MEMO_SHARED_TOKEN'],
  ] as const) {
    const { code, err } = await buildElsewhere(origin, env);
    expect(err).toContain(message);
    expect(code).toBe(2);
  }
  await rm(join((await buildElsewhere('')).folder, 'out'), { recursive: true });
});
