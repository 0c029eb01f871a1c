import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findRoot } from '../../src/project/find-root.ts';

/** A folder with empty files and folders (names that end with a slash) in it. */
async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'threat-memo-root-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of names) {
    await mkdir(join(folder, name.endsWith('/') ? name : dirname(name)), { recursive: true });
    if (!name.endsWith('/')) await writeFile(join(folder, name), '');
  }
  return folder;
}

test('the nearest folder with a configuration is the root, even if a nearer one has assessments', async () => {
  const folder = await folderWith('threat-memo.config.json', 'desk/assessments/2025/', 'desk/notes/');
  expect(findRoot(join(folder, 'desk/assessments/2025'))).toBe(folder);
  expect(findRoot(join(folder, 'desk'))).toBe(folder);
  expect(findRoot(folder)).toBe(folder);
});

test('of two configurations the nearer one counts', async () => {
  const folder = await folderWith('threat-memo.config.json', 'desk/threat-memo.config.json', 'desk/notes/');
  expect(findRoot(join(folder, 'desk/notes'))).toBe(join(folder, 'desk'));
});

test('without a configuration it is the nearest folder with assessments, otherwise the folder itself', async () => {
  const folder = await folderWith('assessments/drafts/', 'notes/');
  expect(findRoot(join(folder, 'assessments/drafts'))).toBe(folder);
  expect(findRoot(join(folder, 'notes'))).toBe(folder);
  const alone = await folderWith('notes/');
  expect(findRoot(join(alone, 'notes'))).toBe(join(alone, 'notes'));
});

test('folders above a git repository do not count', async () => {
  const folder = await folderWith('threat-memo.config.json', 'clone/.git/', 'clone/notes/');
  expect(findRoot(join(folder, 'clone/notes'))).toBe(join(folder, 'clone/notes'));
});

test.skipIf(process.platform === 'win32')('a folder that everybody can write to is not a root', async () => {
  const folder = await folderWith('threat-memo.config.json', 'notes/');
  await chmod(folder, 0o777);
  expect(findRoot(join(folder, 'notes'))).toBe(join(folder, 'notes'));
});
