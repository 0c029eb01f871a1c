import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, root, run, shippedProject, small } from './run.ts';

test('every shipped assessment fits on one page, with a figure and a list of omissions', async () => {
  const folder = await shippedProject();
  expect((await run(['build', '--form', 'one-pager'], folder)).code).toBe(0);
  const names = (await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.pdf'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const pdf = await readPdf(await readFile(join(folder, 'out', name)));
    expect(name).toMatch(/^[a-z0-9-]+\.one-pager\.pdf$/);
    expect(pdf.pages, name).toHaveLength(1);
    expect(pdf.outline, name).toContain('Bottom line');
    expect(pdf.pages[0], name).toMatch(/Continued in the full memo, \S+\.pdf: /);
    expect(pdf.roles, name).toContain('Figure');
    const markdown = await readFile(join(folder, 'out', name.replace('.pdf', '.md')), 'utf8');
    expect(markdown, name).toMatch(/^!\[/m);
    expect(markdown, name).not.toMatch(/\[\^|\[@/);
  }
});

test('the Markdown is that of the page, even if only Markdown is built', async () => {
  const folder = await shippedProject();
  const id = 'dagestan-attacks-2016';
  expect((await run(['build', id, '--form', 'one-pager', '--format', 'md'], folder)).code).toBe(0);
  expect((await run(['build', id, '--form', 'one-pager', '--out', 'both'], folder)).code).toBe(0);
  expect(await readFile(join(folder, 'out', `${id}.one-pager.md`), 'utf8')).toBe(
    await readFile(join(folder, 'both', `${id}.one-pager.md`), 'utf8'),
  );
});

test('a memo in another form never replaces the memo in its own form', async () => {
  const folder = await shippedProject();
  const id = 'russia-internal-threats-2024';
  const build = async (...args: readonly string[]) =>
    (await run(['build', id, '--format', 'md', ...args], folder)).out;
  expect(await build()).toBe(`out/${id}.md\n`);
  expect(await build('--form', 'policy-memo')).toBe(`out/${id}.md\n`);
  const read = (name: string) => readFile(join(folder, 'out', name), 'utf8');
  const memo = await read(`${id}.md`);
  expect(await build('--form', 'explainer')).toBe(`out/${id}.explainer.md\n`);
  expect(await read(`${id}.md`)).toBe(memo);
  // So do its figures, whose words may be those of the form.
  const [, figure = ''] = /\]\((figures\/[^)]*\.svg)\)/.exec(await read(`${id}.explainer.md`)) ?? [];
  expect(figure).toMatch(`figures/${id}.explainer/`);
  expect(await read(figure)).toMatch(/^<svg /);
  // Both are compared with what they are.
  expect((await run(['build', id, '--format', 'md', '--check'], folder)).code).toBe(0);
  expect((await run(['build', id, '--format', 'md', '--check', '--form', 'explainer'], folder)).code).toBe(0);
  expect((await run(['build', id, '--format', 'md', '--check', '--form', 'one-pager'], folder)).code).toBe(1);
});

test.for(['russian', 'hebrew', 'everything', 'minimal'])('the fixture %s fits too', async (name) => {
  const fixture = join(root, 'tests', 'fixtures', 'memos', name);
  const files = (await readdir(fixture)).filter((file) => file.endsWith('.json'));
  const read = async (file: string) =>
    [`assessments/${file}`, await readFile(join(fixture, file), 'utf8')] as const;
  const folder = await folderWith(Object.fromEntries(await Promise.all(files.map(read))));
  expect((await run(['build', '--form', 'one-pager'], folder)).code).toBe(0);
  const [pdf = ''] = (await readdir(join(folder, 'out'))).filter((file) => file.endsWith('.pdf'));
  expect((await readPdf(await readFile(join(folder, 'out', pdf)))).pages).toHaveLength(1);
});

test('judgments beyond the page are counted, not silently dropped', async () => {
  const judgments = Array.from({ length: 60 }, (_, index) => ({
    id: `judgment-${index + 1}`,
    statement: `Event number ${index + 1} is likely to happen somewhere in the northern districts by the end of 2025.`,
    likelihood: { term: 'likely' },
  }));
  const folder = await folderWith({ 'assessments/long.json': small('long', { judgments }) });
  expect((await run(['build', '--form', 'one-pager'], folder)).code).toBe(0);
  const pdf = await readPdf(await readFile(join(folder, 'out', 'long.one-pager.pdf')));
  expect(pdf.pages).toHaveLength(1);
  const shown = pdf.pages[0]?.match(/Event number/g)?.length ?? 0;
  expect(pdf.pages[0]).toContain(`.pdf: ${60 - shown} more judgments`);
});

const fitted = (variants: number) => ({
  'assessments/a.json': small('a'),
  'templates/poster/form.json': JSON.stringify({ fit: { pages: 1, variants } }),
  'templates/poster/memo.md.hbs': [
    '# {{md title}} {{decimal level}}',
    '{{#unless (eq level 2)}}',
    ...Array.from({ length: 200 }, (_, index) => `Paragraph ${index + 1}.\n`),
    '{{/unless}}',
  ].join('\n'),
});

test('a user adds a form with a page limit: the first variant that fits is used', async () => {
  const folder = await folderWith(fitted(9));
  expect((await run(['build', '--form', 'poster'], folder)).code).toBe(0);
  expect(await readFile(join(folder, 'out', 'a.poster.md'), 'utf8')).toMatch(/^# Memo a 2\n/);
});

test('the shortest variant is used if none fits', async () => {
  const folder = await folderWith(fitted(2));
  expect((await run(['build', '--form', 'poster', '--format', 'md'], folder)).code).toBe(0);
  expect(await readFile(join(folder, 'out', 'a.poster.md'), 'utf8')).toMatch(/^# Memo a 1\n/);
});

test('an invalid form.json is explained', async () => {
  const folder = await folderWith({ ...fitted(2), 'templates/poster/form.json': '{"fit": {"pages": 0}}' });
  const { code, err } = await run(['build', '--form', 'poster', '--format', 'md'], folder);
  expect(code).toBe(3);
  expect(err).toContain('templates/poster/form.json does not say how many pages and variants');
});
