import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../cache/project.ts';
import { folderWith, run, small } from './run.ts';

test('a build uses results of the previous one, and --force ignores them', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a'),
    'assessments/b.json': small('b', { actors: [{ id: 'idle', name: 'Idle' }] }),
  });
  const cache = await folderWith({});
  const written = async () => (await stat(join(folder, 'out/a.md'))).ino;
  const build = async (...args: string[]) => {
    const { out, ...said } = await run(['build', '--format', 'md', ...args], folder, {
      THREAT_MEMO_CACHE: cache,
    });
    return { ...said, out: out.split('\n').sort() }; // printed in the order of completion
  };
  const first = await build();
  expect([first.code, first.out]).toEqual([0, ['', 'out/a.md', 'out/b.md']]);
  expect(first.err).toContain('unused-actor');
  const file = await written();
  expect(await build()).toEqual(first);
  expect(await written()).toBe(file);
  expect(await build('--force')).toEqual(first);
  expect(await written()).not.toBe(file);
  expect(Object.keys(await filesIn(cache)).length).toBeGreaterThan(0);
});
