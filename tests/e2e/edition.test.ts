import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, run, small } from './run.ts';

const [judgment] = soundAssessment.judgments;
const sure = { ...judgment, horizon: '2999-12-31' };
const gone = {
  ...sure,
  id: 'bridges-burn',
  statement: 'A zymurgic bridge will burn.',
  contraryEvidence: ['two-arrests'],
};

const reason = 'Two more cabinets burned in May.';
const edition = {
  number: 2,
  supersedes: 'older/fires.json',
  changes: [{ entity: 'judgments/fires-continue', reason }],
};

const older = (more: object = {}) =>
  small('fires', { edition: { number: 1 }, judgments: [sure, gone], ...more });
const newer = (more: object = {}) =>
  small('fires', { edition, judgments: [{ ...sure, likelihood: { term: 'very likely' } }], ...more });

const MOVED = /likely \(55–80 %\) → \*\*very likely \(80–95 %\)\*\* ↑ 1 band up/;

/** Runs git without anybody's own configuration. */
function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
  });
}

test('a memo lists the changes since the previous edition, and its PDF can be made again', async () => {
  const folder = await folderWith({
    'assessments/fires.json': newer(),
    'assessments/older/fires.json': older(),
  });
  expect((await run(['build', 'fires'], folder)).code).toBe(0);
  const memo = (await readFile(join(folder, 'out/fires.md'), 'utf8')).replace(/[\u00a0\u202f]/g, ' ');
  expect(memo).toContain('## Changes since the last edition');
  expect(memo).toMatch(MOVED);
  expect(memo).toContain(reason);
  expect(memo).toContain('Withdrawn: “A zymurgic bridge will burn.”');
  const { code, out } = await run(['verify', 'out/fires.pdf'], folder);
  expect(out).toContain('same out/fires.pdf');
  expect(code).toBe(0);
  // Another edition before gives another memo: what is there is not current any more.
  await writeFile(join(folder, 'assessments/older/fires.json'), older({ judgments: [sure] }));
  expect((await run(['build', 'fires', '--check'], folder)).code).toBe(1);
});

test('a memo that has no history yet says so', async () => {
  const folder = await folderWith({ 'assessments/fires.json': older() });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=one');
  const { code, err } = await run(['build', '--history', '--format', 'md'], folder);
  expect(code).toBe(0);
  expect(err).toMatch(/shows no history\. There is one edition in git, with the cut-off [\d-]+\./);
});

test('the previous edition may be a revision in git, in a pack too', async () => {
  const supersedes = 'v1:assessments/fires.json';
  const folder = await folderWith({ 'assessments/fires.json': older() });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=one');
  git(folder, 'tag', 'v1');
  await writeFile(join(folder, 'assessments/fires.json'), newer({ edition: { ...edition, supersedes } }));
  await writeFile(join(folder, 'assessments/floods.json'), small('floods'));
  expect((await run(['build', '--form', 'briefing-pack', '--history'], folder)).code).toBe(0);
  const memo = (await readFile(join(folder, 'out/briefing-pack.md'), 'utf8')).replace(/[\u00a0\u202f]/g, ' ');
  expect(memo).toMatch(MOVED);
  expect(memo).toContain('figures/fires/history.svg');
  expect(existsSync(join(folder, 'out/figures/fires/history.svg'))).toBe(true);
  const { out } = await run(['verify', 'out/briefing-pack.pdf'], folder);
  expect(out).toContain('same out/briefing-pack.pdf');
});

test('a release reveals nothing that is withheld in either edition', async () => {
  const marking = 'TLP:AMBER';
  const secret = { ...gone, marking };
  const folder = await folderWith({
    'assessments/fires.json': newer({ marking, releasable: 'TLP:GREEN' }),
    'assessments/older/fires.json': older({ marking, releasable: 'TLP:GREEN', judgments: [sure, secret] }),
  });
  const { code } = await run(['build', 'fires', '--release', 'TLP:GREEN'], folder);
  expect(code).toBe(0);
  const text = await readFile(join(folder, 'out/tlp-green/fires.md'), 'utf8');
  const pdf = await readFile(join(folder, 'out/tlp-green/fires.pdf'));
  expect(text.replace(/[\u00a0\u202f]/g, ' ')).toMatch(MOVED);
  const { attachments } = await readPdf(pdf);
  expect([...attachments.keys()]).toContain('former-edition-of-fires.json');
  for (const carried of [text, ...attachments.values()]) {
    expect(carried).not.toMatch(/zymurgic|bridges-burn/);
  }
  expect((await run(['verify', 'out/tlp-green/fires.pdf'], folder)).code).toBe(0);
});

test('an edition marked above the new one is neither mentioned nor attached', async () => {
  const folder = await folderWith({
    'assessments/fires.json': newer(),
    'assessments/older/fires.json': older({ marking: 'TLP:RED' }),
  });
  const { code, err } = await run(['build', 'fires'], folder);
  expect(code).toBe(0);
  expect(err).toContain('It, or a part of it, is marked TLP:RED, above this one. [unreadable-edition]');
  const memo = await readFile(join(folder, 'out/fires.md'), 'utf8');
  expect(memo).not.toContain('zymurgic');
  expect(memo).toContain('## What has changed');
  const { attachments } = await readPdf(await readFile(join(folder, 'out/fires.pdf')));
  expect([...attachments.keys()]).toEqual(['fires.json']);
});
