import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HeadEditions } from '../../src/desk/head.ts';
import { runGit } from '../../src/project/git/git.ts';
import { Project } from '../../src/project/project.ts';
import { projectWith, railText } from './project.ts';

test('the text is compared with its edition in HEAD, which is read again after a new commit', async () => {
  const name = 'desk/assessments/rail.json'; // a project below the root of its repository
  const files = await projectWith({ [name]: railText, 'desk/threat-memo.config.json': '{}' });
  onTestFinished(files.remove);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: files.folder,
    });
  let calls = 0;
  const folder = join(files.folder, 'desk');
  const project = new Project({
    ...files.effects,
    projectFolder: folder,
    git: (args, input) => {
      calls += 1;
      return runGit(folder, args, input);
    },
  });
  const path = join(files.folder, name);
  let now = 0;
  const head = new HeadEditions(project, () => now);
  const since = async (later = 60_000) => {
    now += later;
    return head.since(await project.file(project.inputAt(path)));
  };
  const summaries = async () => (await since())?.changes.map(({ summary }) => summary);

  expect(await since()).toBeUndefined(); // no repository
  git('init', '-q');
  expect(await since()).toBeUndefined(); // no commit
  git('add', '.');
  git('commit', '-qm', 'first');
  expect(await since()).toEqual({ changes: [], moved: 0 });
  project.edit(path, railText.replace('"likely"', '"very likely"'));
  const before = calls;
  expect((await since(1000))?.moved).toBe(1);
  expect(calls).toBe(before); // starting git holds up who types: not for each pause
  expect(await summaries()).toHaveLength(1);
  await files.write(name, railText.replace('"likely"', '"very likely"'));
  git('commit', '-qam', 'second');
  expect(await since()).toEqual({ changes: [], moved: 0 });
  project.edit(path, '{ "id": "rail", ');
  expect(await since()).toBeUndefined(); // what cannot be read is compared with nothing
});
