import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, run, small } from './run.ts';

const FILE = 'assessments/fires.json';
const REVIEW = 'assessments/reviews/fires.json';
const answers = [
  {
    question: 'alternatives-plausible',
    answer: 'partly',
    by: 'P. Peer',
    on: '2025-05-02',
    note: 'No accident.',
  },
  { question: 'visuals-clear', answer: 'yes', by: 'P. Peer', on: '2025-05-02' },
];

async function project(): Promise<string> {
  return folderWith({
    [FILE]: small('fires'),
    'assessments/broken.json': small('broken', { judgments: [] }),
    [REVIEW]: JSON.stringify({ scorecard: answers }),
  });
}

test('a scorecard is text, JSON, a page and a PDF; a file with errors has none, with the reason', async () => {
  const folder = await project();
  const text = await run(['check', 'fires', '--scorecard'], folder);
  expect(text.code, text.err).toBe(0);
  expect(text.out).toContain('partly P. Peer, 2025-05-02: No accident.');
  expect(text.out).toMatch(
    /Effective visual information \(ICD 203 D\.6\.e\(9\)\)\n {2}No rule can test this\./,
  );

  const json = await run(['check', '--scorecard', '--format', 'json'], folder);
  expect(json.code).toBe(1);
  expect(json.err).toContain('assessments/broken.json');
  const { scorecards } = JSON.parse(json.out) as { scorecards: { id: string; standards: unknown[] }[] };
  expect(scorecards.map(({ id, standards }) => [id, standards.length])).toEqual([['fires', 9]]);

  for (const format of ['html', 'pdf']) {
    const page = await run(['check', 'fires', '--scorecard', '--format', format, '--out', 'cards'], folder);
    expect(page.code, page.err).toBe(0);
    expect(page.out).toBe(`cards/fires.scorecard.${format}\n`);
  }
  const html = await readFile(join(folder, 'cards/fires.scorecard.html'), 'utf8');
  expect(html).toContain('Signature');
  expect(html).toContain('No accident.');
  const { pages } = await readPdf(await readFile(join(folder, 'cards/fires.scorecard.pdf')));
  expect(pages.join(' ')).toContain('Signature');
}, 300_000);

test.each([
  ['ar', 'rtl', 'التوقيع'],
  ['he', 'rtl', 'חתימה'],
  ['de', 'ltr', 'Unterschrift'],
])('the page is in the language of the memo: %s', async (language, direction, signature) => {
  const folder = await folderWith({ [FILE]: small('fires', { language }) });
  const page = await run(['check', 'fires', '--scorecard', '--format', 'html', '--out', 'cards'], folder);
  expect(page.code, page.err).toBe(0);
  const html = await readFile(join(folder, 'cards/fires.scorecard.html'), 'utf8');
  expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
  expect(html).toContain(`dir="${direction}"`);
  expect(html).toContain(signature);
  expect(html).not.toContain('Signature');
});

test.each([
  [['check', '--scorecard', '--format', 'sarif']],
  [['check', '--scorecard', '--fix']],
  [['check', '--scorecard', '--out', 'cards']],
  [['check', '--format', 'pdf']],
])('%j is wrong usage', async (args) => {
  expect((await run(args, await project())).code).toBe(2);
});

test("a reviewer's criticism is shown in the diff of the next edition", async () => {
  const folder = await folderWith({
    [FILE]: small('fires'),
    [REVIEW]: JSON.stringify({ scorecard: answers }),
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  await writeFile(join(folder, FILE), small('fires', { title: 'Fires and accidents' }));
  // Taken out since, it is still what was said of the edition before; an answer to another edition is not.
  const later = [{ ...answers[0], edition: 2, note: 'Better.' }];
  await writeFile(join(folder, REVIEW), JSON.stringify({ scorecard: later }));
  for (const format of ['text', 'md']) {
    const { out } = await run(['diff', 'HEAD', '--format', format], folder);
    expect(out).toContain('What reviewers found wanting before');
    expect(out.replace(/[\\*]/g, '')).toContain('P. Peer on alternatives-plausible: partly. No accident.');
    expect(out).not.toContain('Better.');
    expect(out).not.toContain('visuals-clear');
  }
  const { out } = await run(['diff', 'HEAD', '--format', 'json'], folder);
  expect(JSON.parse(out)).toMatchObject({ changed: [{ answers }] });
}, 300_000);
