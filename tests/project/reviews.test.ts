import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { Project } from '../../src/project/project.ts';
import { folderWith, root, run, small } from '../e2e/run.ts';

const note = (resolved: boolean) =>
  JSON.stringify({
    notes: [
      {
        pointer: '/judgments/fires-continue/statement',
        quoted: 'go on',
        text: 'Until when?',
        author: 'N. Colleague',
        date: '2025-05-01T09:30:00Z',
        resolved,
      },
    ],
  });

test('check shows a comment until it is resolved, with cached results too', {
  timeout: 60_000,
}, async () => {
  const folder = await folderWith({
    'assessments/memo.json': small('memo'),
    'assessments/reviews/memo.json': note(false),
  });
  const cache = { THREAT_MEMO_CACHE: join(folder, '.cache') };
  const check = () => run(['check'], folder, cache);
  for (const _ of ['first', 'again']) {
    const { out, err, code } = await check();
    expect(out + err).toMatch(
      /assessments\/memo\.json:\d+:\d+ note N\. Colleague commented on 2025-05-01.*\[unresolved-comment\]/,
    );
    expect(code).toBe(0);
  }
  await writeFile(join(folder, 'assessments/reviews/memo.json'), note(true));
  const { out, err } = await check();
  expect(out + err).not.toContain('unresolved-comment');
});

test('an invalid review is an error in that file, and the assessment is still checked', async () => {
  const folder = await folderWith({
    'assessments/memo.json': small('memo'),
    'assessments/reviews/memo.json': '{ "notes": [{ "txt": "x" }] }',
  });
  const { out, err, code } = await run(['check'], folder);
  expect(out + err).toMatch(/assessments\/reviews\/memo\.json:1:\d+ error/);
  expect(code).toBe(1);
});

test('an open project reads a review again when it changes', async () => {
  const folder = await folderWith({
    'assessments/memo.json': small('memo'),
    'assessments/reviews/memo.json': note(false),
  });
  const project = new Project(nodeEffects(root, folder));
  const input = await project.find('memo');
  const rules = async () => (await project.file(input)).findings.map(({ rule }) => rule);
  expect(await rules()).toContain('unresolved-comment');
  const path = join(folder, 'assessments/reviews/memo.json');
  await writeFile(path, note(true));
  expect(project.changed([path]).affected).toEqual([input.path]);
  expect(await rules()).not.toContain('unresolved-comment');
});
