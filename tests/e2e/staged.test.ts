import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

const NAME = 'assessments/fire.json';

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
}

/** A repository whose project lies in a subfolder, with one assessment committed. */
async function repository(): Promise<{ top: string; desk: string }> {
  const top = await folderWith({});
  const desk = join(top, 'desk');
  await mkdir(join(desk, 'assessments'), { recursive: true });
  git(top, 'init', '-q');
  await writeFile(join(desk, NAME), small('fire'));
  expect((await run(['fmt'], desk)).code).toBe(0);
  git(top, 'add', '.');
  git(top, 'commit', '-qm', 'One');
  return { top, desk };
}

test('check --staged reads the index, not the folder', async () => {
  const { desk } = await repository();
  const good = await readFile(join(desk, NAME), 'utf8');
  expect(await run(['check', '--staged'], desk)).toMatchObject({ code: 0, out: 'No findings in 0 files.\n' });

  await writeFile(join(desk, NAME), good.replace('"term": "likely"', '"term": "likley"'));
  git(desk, 'add', NAME);
  await writeFile(join(desk, NAME), good); // mended in the folder, not in the index
  const bad = await run(['check', '--staged'], desk);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain('Did you mean `likely`?');
  expect((await run(['check'], desk)).code).toBe(0);

  git(desk, 'add', NAME);
  await writeFile(join(desk, NAME), 'nothing that can be read');
  expect((await run(['check', '--staged'], join(desk, 'assessments'))).code).toBe(0);
});

test('a staged configuration affects every assessment, and an unstaged one none', async () => {
  const { desk } = await repository();
  await writeFile(join(desk, 'threat-memo.config.yaml'), 'marking: nato\n');
  expect((await run(['check', '--staged'], desk)).code).toBe(0);
  git(desk, 'add', '.');
  const { code, out } = await run(['check', '--staged'], desk);
  expect(code).toBe(1);
  expect(out).toContain('NATO UNCLASSIFIED');
});

test('fmt --staged formats the index; the working copy of a partly staged file is unchanged', async () => {
  const { top, desk } = await repository();
  const path = join(desk, NAME);
  const good = await readFile(path, 'utf8');
  const flat = JSON.stringify({ ...(JSON.parse(good) as object), title: 'Staged' });
  await writeFile(path, flat);
  git(desk, 'add', NAME);
  expect(await run(['fmt', '--staged', '--check'], desk)).toMatchObject({ code: 1, out: `${NAME}\n` });
  await writeFile(path, flat.replace('Staged', 'Not staged'));
  expect(await run(['fmt', '--staged'], desk)).toMatchObject({ code: 0, out: `${NAME}\n` });
  expect(await readFile(path, 'utf8')).toBe(flat.replace('Staged', 'Not staged'));
  const index = git(top, 'show', `:desk/${NAME}`);
  expect(index).toBe(good.replace(/"title": ".*"/, '"title": "Staged"'));
  expect(git(top, 'diff', '--name-only').trim()).toBe(`desk/${NAME}`);
  expect((await run(['fmt', '--staged', '--check'], desk)).code).toBe(0);

  // Staged as it stands: the work tree follows, and nothing looks changed.
  await writeFile(path, flat);
  git(desk, 'add', NAME);
  expect((await run(['fmt', '--staged'], desk)).code).toBe(0);
  expect(await readFile(path, 'utf8')).toBe(index);
  expect(git(top, 'diff', '--name-only')).toBe('');
});

test('files that cannot be staged are reported', async () => {
  const folder = await folderWith({ [NAME]: small('fire') });
  expect(await run(['check', '--staged'], folder)).toMatchObject({ code: 2, out: '' });
  const { desk } = await repository();
  for (const args of [
    ['check', '--staged', '--fix'],
    ['check', '--staged', 'fire'],
    ['fmt', '--staged', 'fire'],
  ])
    expect((await run(args, desk)).code).toBe(2);
  git(desk, 'checkout', '-qb', 'other');
  await writeFile(join(desk, NAME), small('fire', { title: 'Other' }));
  git(desk, 'commit', '-qam', 'Other');
  git(desk, 'checkout', '-q', '-');
  await writeFile(join(desk, NAME), small('fire', { title: 'Ours' }));
  git(desk, 'commit', '-qam', 'Ours');
  expect(() => git(desk, 'merge', '-q', 'other')).toThrow();
  const { code, err } = await run(['fmt', '--staged'], desk);
  expect(err).toContain('is in conflict');
  expect(code).toBe(2);
});
