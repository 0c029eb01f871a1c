import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bare, folderWith, run, small } from './run.ts';

/** A project with a configuration, its own form and a file with warnings. */
const project = () =>
  folderWith({
    'threat-memo.config.json': '{ "rules": { "judgment-without-evidence": "error" } }',
    'assessments/rail.json': small('rail', { form: 'house' }),
    'assessments/port.json': bare('port'),
    'templates/house/memo.md.hbs': '# {{md title}}\n',
  });

test('a command prints the same anywhere inside the project', async () => {
  const folder = await project();
  await mkdir(join(folder, 'notes/2025'), { recursive: true });
  for (const args of [
    ['check'],
    ['check', 'port'],
    ['check', '--format', 'json', 'port'],
    ['fmt', '--check'],
  ]) {
    const fromRoot = await run(args, folder);
    expect(fromRoot.out + fromRoot.err).toContain('port');
    for (const below of ['assessments', 'notes/2025', 'templates/house']) {
      expect(await run(args, join(folder, below)), `${args.join(' ')} in ${below}`).toEqual(fromRoot);
    }
  }
  expect((await run(['check', 'port'], join(folder, 'notes'))).code).toBe(1); // the configuration makes it an error
});

test('a path is relative to the current folder, or to the root as the program shows it', async () => {
  const folder = await project();
  const inside = join(folder, 'assessments');
  const byId = await run(['check', 'port'], folder);
  expect(await run(['check', 'port.json'], inside)).toEqual(byId);
  expect(await run(['check', 'assessments/port.json'], inside)).toEqual(byId);
});

test('a build in a subfolder uses the forms of the root and writes into its out/', async () => {
  const folder = await project();
  const inside = join(folder, 'assessments');
  const { code, out } = await run(['build', 'rail', '--format', 'md'], inside);
  expect([code, out]).toEqual([0, 'out/rail.md\n']);
  expect(await readFile(join(folder, 'out/rail.md'), 'utf8')).toContain('# Memo rail');
  expect((await readdir(inside)).sort()).toEqual(['port.json', 'rail.json']);
  const named = await run(['build', 'rail', '--format', 'md', '--out', 'here'], inside);
  expect(named.out).toBe('assessments/here/rail.md\n');
});
