import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { check } from '../../src/review/check/check.ts';
import { bare, folderWith, root, run, small } from './run.ts';

let folder: string;
let cache: string;

async function project(more: number): Promise<void> {
  const files: Record<string, string> = {};
  for (let number = 0; number < more; number += 1) {
    const id = `memo-${String(number).padStart(2, '0')}`;
    files[`assessments/${id}.json`] = number % 3 === 0 ? bare(id) : small(id);
  }
  const before = { edition: { number: 2, supersedes: '../before/memo-01.json' } };
  folder = await folderWith({
    ...files,
    'assessments/memo-01.json': small('memo-01', before),
    'assessments/memo-02.json': small('memo-02', { edition: { number: 2, supersedes: 'nowhere.json' } }),
    'assessments/memo-98.json': '{ "id": "memo-98", }',
    'assessments/memo-99.yaml': small('memo-01'),
    'assessments/register.json': '{ "places": [{ "id": "norham", "name": "Norham" }] }',
    'before/memo-01.json': small('memo-01', { bottomLine: 'It was otherwise.' }),
    'threat-memo.config.json': '{ "rules": { "no-such-rule": "off" } }',
  });
  cache = await folderWith({});
}

/** What is found without threads and without anything kept. */
async function plainly(): Promise<unknown> {
  const { findings } = await check([], nodeEffects(root, folder));
  return JSON.parse(JSON.stringify(findings));
}

async function found(where = cache): Promise<unknown> {
  const { out, err } = await run(['check', '--format', 'json'], folder, { THREAT_MEMO_CACHE: where });
  expect(err).toBe('');
  return JSON.parse(out);
}

describe('checking many files', () => {
  test('gives the same findings in several threads as one by one, in the same order', async () => {
    await project(34);
    const plain = await plainly();
    expect(plain).toEqual(await found('off'));
    const rules = new Set((plain as { rule: string }[]).map(({ rule }) => rule));
    for (const rule of ['json-syntax', 'duplicate-assessment', 'unreadable-edition', 'unknown-rule']) {
      expect(rules).toContain(rule);
    }
    await writeFile(join(folder, 'assessments/register.json'), '{ "more": 1 }');
    expect(await found('off')).toEqual(await plainly());
  });

  test('gives the same findings again, and notices changes', async () => {
    await project(5);
    const changes: Readonly<Record<string, string>> = {
      'assessments/memo-03.json': small('memo-03'),
      'assessments/memo-04.json': bare('memo-04', { actors: [{ ref: 'volga-group' }] }),
      'assessments/register.json': '{ "actors": [{ "id": "volga-group", "name": "Volga Group" }] }',
      'before/memo-01.json': '{',
      'assessments/nowhere.json': small('memo-02', { title: 'Another' }),
      'assessments/memo-99.yaml': small('memo-99'),
      'threat-memo.config.json':
        '{ "rules": { "ungraded-source": "off", "judgment-without-horizon": "error" } }',
    };
    let before = await found();
    expect(await found()).toEqual(before);
    for (const [name, text] of Object.entries(changes)) {
      await writeFile(join(folder, name), text);
      const after = await found();
      expect(after, name).not.toEqual(before);
      expect(after, name).toEqual(await plainly());
      before = after;
    }
  });

  test('gives the same findings whatever happens to the cache', async () => {
    await project(5);
    const first = await found();
    for (const inner of await readdir(join(cache, 'results'))) {
      for (const name of await readdir(join(cache, 'results', inner))) {
        await writeFile(join(cache, 'results', inner, name), 'x'.repeat(100));
      }
    }
    expect(await found()).toEqual(first);
    await rm(join(cache, 'results'), { recursive: true });
    await writeFile(join(cache, 'results'), 'no folder');
    expect(await found()).toEqual(first);
    const [one, two] = await Promise.all([found(), found()]);
    expect([one, two]).toEqual([first, first]);
  });
});
