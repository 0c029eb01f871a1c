import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

const CONFIG = 'threat-memo.config.json';
const SCHEMA = 'house/fields.schema.json';
const FILE = 'assessments/fires.json';

const assessment = {
  marking: 'TLP:AMBER',
  releasable: 'TLP:GREEN',
  markings: { 'x-distribution': 'TLP:AMBER' },
  'x-reference': 'HO/2025/17',
  'x-distribution': ['Ministry of Transport', 'Rail Authority'],
};

const schema = {
  properties: {
    'x-reference': { title: 'Reference', type: 'string', pattern: String.raw`^[A-Z]{2}/\d{4}/\d+$` },
    'x-distribution': { title: 'Distribution', type: 'array', items: { type: 'string' } },
  },
};

async function project(): Promise<string> {
  const folder = await folderWith({
    [CONFIG]: JSON.stringify({ fields: SCHEMA }),
    [SCHEMA]: JSON.stringify(schema),
    [FILE]: small('fires', assessment),
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  return folder;
}

test('own fields are printed at the head, carried, verified, withheld in a release and compared', async () => {
  const folder = await project();
  const built = await run(['build', '--format', 'md,pdf'], folder);
  expect(built.code, built.err).toBe(0);
  expect(await readFile(join(folder, 'out/fires.md'), 'utf8')).toContain(
    'Reference: HO/2025/17 · Distribution: Ministry of Transport, Rail Authority',
  );
  expect(await run(['verify', 'out/fires.pdf'], folder)).toMatchObject({ code: 0 });

  const released = await run(['build', '--format', 'md,pdf', '--release', 'TLP:GREEN'], folder);
  expect(released.code, released.err).toBe(0);
  const memo = await readFile(join(folder, 'out/tlp-green/fires.md'), 'utf8');
  expect(memo).toContain('Reference: HO/2025/17');
  expect(memo).not.toMatch(/Distribution|Rail Authority/);
  expect(await run(['verify', 'out/tlp-green/fires.pdf'], folder)).toMatchObject({ code: 0 });

  await writeFile(
    join(folder, SCHEMA),
    JSON.stringify({
      properties: { ...schema.properties, 'x-reference': { title: 'File number' } },
    }),
  );
  expect(await run(['build', '--format', 'md'], folder)).toMatchObject({ code: 0 });
  expect(await readFile(join(folder, 'out/fires.md'), 'utf8')).toContain('File number: HO/2025/17');

  await writeFile(join(folder, FILE), small('fires', { ...assessment, 'x-reference': 'HO/2025/18' }));
  const { out } = await run(['diff', 'HEAD'], folder);
  expect(out).toContain('File number HO/2025/17 → HO/2025/18');
  expect(out).not.toContain('x-reference');
}, 300_000);

test('the current schema counts, not that of a cached result; with --config-from, that of the revision', async () => {
  const folder = await project();
  expect(await run(['check'], folder)).toMatchObject({ code: 0 });
  await writeFile(join(folder, FILE), small('fires', { ...assessment, 'x-reference': 'HO17' }));
  const refused = await run(['check'], folder);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('[invalid-own-field]');

  const weaker = { properties: { ...schema.properties, 'x-reference': { type: 'string' } } };
  await writeFile(join(folder, SCHEMA), JSON.stringify(weaker));
  expect(await run(['check'], folder)).toMatchObject({ code: 0 });
  const then = await run(['check', '--config-from', 'HEAD'], folder);
  expect(then.code).toBe(1);
  expect(then.out).toContain('[invalid-own-field]');
}, 300_000);
