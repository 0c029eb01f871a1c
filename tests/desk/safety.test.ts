import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectWith, railText, requestDesk, requestRaw, type Served, served } from './project.ts';

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const hostile = railText.replace('Sabotage on the Northern Line', HOSTILE.replaceAll('"', ''));

let desk: Served;
let project: Awaited<ReturnType<typeof projectWith>>;
beforeAll(async () => {
  project = await projectWith({
    'assessments/rail.json': railText,
    'assessments/hostile.json': hostile.replace('"rail"', '"hostile"'),
    'secret.json': '{"secret": true}',
  });
  desk = await served(project.folder);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await project.remove();
});

/** The ways in, each read or written as the page does it. */
const READS = [
  '',
  'files',
  'settings',
  'rules',
  'memo.html?name=rail.json',
  'memo.json?name=rail.json',
  'events?name=rail.json',
  'pdf?name=rail.json',
  'assets/page.js',
  'fonts.css',
];
const WRITES = [
  'open',
  'push',
  'edit',
  'undo',
  'redo',
  'save',
  'resolve',
  'fix',
  'wish',
  'new',
  'import?name=rail.json',
];

const post = (headers: Record<string, string>, body = '{"name":"rail.json"}') => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'content-length': String(body.length), ...headers },
  body,
});

describe('access to the desk', () => {
  test('is given to the page, from its own address', async () => {
    const { status, headers, body } = await requestRaw(desk.host, `/${desk.token}/`);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('is refused without the token, or with another', async () => {
    for (const path of [
      '/',
      '/files',
      `/${'a'.repeat(desk.token.length)}/files`,
      `/${desk.token.slice(1)}/files`,
    ]) {
      expect((await requestRaw(desk.host, path)).status, path).toBe(404);
    }
  });

  test.each(READS)(
    'is refused to other host names for %s, wherever they lead (DNS rebinding)',
    async (path) => {
      for (const host of ['evil.example', `localhost:${desk.host.split(':')[1]}`, '127.0.0.1']) {
        const answer = await requestRaw(desk.host, `/${desk.token}/${path}`, { headers: { host } });
        expect(answer.status).toBe(404);
        expect(answer.body).toBe('Not found');
      }
    },
  );

  test.each(READS)('is refused to pages of other sites for %s, even with the token', async (path) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      expect((await requestRaw(desk.host, `/${desk.token}/${path}`, { headers })).status).toBe(404);
    }
  });

  test.each(WRITES)('for writing by %s is refused to other sites and without an origin', async (path) => {
    const address = `/${desk.token}/${path}`;
    expect((await requestRaw(desk.host, address, post({}))).status).toBe(404);
    expect((await requestRaw(desk.host, address, post({ origin: 'https://evil.example' }))).status).toBe(404);
    expect((await requestRaw(desk.host, address, post({ origin: 'http://127.0.0.1:1' }))).status).toBe(404);
    expect(
      (await requestRaw(desk.host, address, { headers: { origin: `http://${desk.host}` } })).status,
    ).toBeGreaterThanOrEqual(400);
    expect(await project.read('assessments/rail.json')).toBe(railText);
  });

  test('is limited to the methods of the page', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await requestRaw(desk.host, `/${desk.token}/files`, {
        method,
        headers: { origin: `http://${desk.host}` },
      });
      expect(answer.status, method).toBe(404);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('is refused for requests that are too large', async () => {
    const headers = { origin: `http://${desk.host}`, 'content-length': '99999999999' };
    const answer = await requestRaw(desk.host, `/${desk.token}/push`, { method: 'POST', headers }).catch(
      () => undefined,
    );
    expect(answer?.status ?? 413).toBe(413);
  });
});

describe('the desk serves', () => {
  test.each([
    '../secret.json',
    '..%2fsecret.json',
    '/etc/passwd',
    'rail.json/../../secret.json',
    '__proto__',
    '',
  ])('assessments only, not %s', async (name) => {
    await expect(requestDesk(desk, 'open', { name })).rejects.toThrow(/^400/);
    const address = `/${desk.token}/memo.json?name=${encodeURIComponent(name)}`;
    expect((await requestRaw(desk.host, address)).status).toBe(400);
  });

  test.each(['../package.json', '..%2f..%2fpackage.json', 'page.js.map', '%2e%2e/page.js'])(
    'files of the page only, not %s',
    async (file) => {
      expect((await requestRaw(desk.host, `/${desk.token}/assets/${file}`)).status).toBe(404);
      expect((await requestRaw(desk.host, `/${desk.token}/fonts/${file}`)).status).toBe(404);
    },
  );

  test.each(['../evil', 'a/b', 'register', 'CON', '', 'rail'])('no new file with the name %s', async (id) => {
    const made = await requestDesk<{ name?: string }>(desk, 'new', {
      id,
      title: 'x',
      form: 'policy-memo',
      marking: 'TLP:RED',
    }).catch(() => ({}));
    expect(made).toEqual({});
    expect(await project.read('assessments/rail.json')).toBe(railText);
  });

  test('an invalid change is refused, and the server continues', async () => {
    for (const body of [{}, { name: 'rail.json', version: 0, updates: [{ changes: [7] }] }, []]) {
      await expect(requestDesk(desk, 'push', body)).rejects.toThrow(/^(?:400|500)/);
    }
    expect(await requestDesk<{ text: string }>(desk, 'open', { name: 'rail.json' })).toMatchObject({
      text: railText,
    });
  });
});

test('a memo with hostile text is shown in a page in which nothing runs', async () => {
  await requestDesk(desk, 'open', { name: 'hostile.json' });
  // The events say when there is a memo.
  await requestRaw(desk.host, `/${desk.token}/events?name=hostile.json`, {
    until: '"type":"memo","version":0',
  });
  const answer = await requestRaw(desk.host, `/${desk.token}/memo.html?name=hostile.json`);
  expect(answer.body).not.toContain('<script');
  expect(answer.body).not.toContain('<img src=x');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain('sandbox allow-same-origin');
  expect(policy).not.toContain('allow-scripts');
}, 30_000);
