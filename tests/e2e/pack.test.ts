import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Drawn, type ReadPdf, readDrawnPdf, readPdf } from '../pdf/read-pdf.ts';
import { contentsOf } from './contents.ts';
import { folderWith, root, run, shippedProject, small } from './run.ts';
import { words, wordsOfMarkdown } from './words.ts';

/** Words that are in one text more often than in the other. */
function lost(of: readonly string[], from: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of from) counts.set(word, (counts.get(word) ?? 0) + 1);
  return of.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

describe('the pack of the shipped assessments', () => {
  let markdown = '';
  let pdf: ReadPdf & Drawn;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    const { code, out, err } = await run(['build', '--form', 'briefing-pack'], folder);
    expect(err).not.toContain('error');
    expect(out).toBe('out/briefing-pack.md\nout/briefing-pack.pdf\n');
    expect(code).toBe(0);
    markdown = await readFile(join(folder, 'out', 'briefing-pack.md'), 'utf8');
    pdf = await readDrawnPdf(await readFile(join(folder, 'out', 'briefing-pack.pdf')));
    return () => rm(folder, { recursive: true, force: true });
  });

  test('has at most 120 pages, each with the marking, its number, and the name of its memo at the foot', () => {
    expect(pdf.pages.length).toBeLessThanOrEqual(120);
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(page.split('TLP:CLEAR').length - 1).toBeGreaterThanOrEqual(2);
    });
    expect(pdf.pages.some((page) => page.includes('Fragmented Threats inside Russia · Edition 1'))).toBe(
      true,
    );
  });

  test('lists every memo and its sections with the pages they are on', () => {
    const entries = contentsOf(markdown, pdf);
    expect(entries.length).toBeGreaterThan(40);
    expect(entries.filter(({ real }) => real === undefined)).toEqual([]);
    expect(entries.filter(({ printed, real }) => printed !== real)).toEqual([]);
  });

  test('links to headings by the names a forge gives them', () => {
    const targets = [...markdown.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(new Set(targets).size).toBe(targets.length);
  });

  test('begins each memo on a new page', async () => {
    const titles = [...markdown.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title).slice(4);
    const pages = titles.map((title) => pdf.headings.find((heading) => heading.title === title)?.page);
    expect(new Set(pages).size).toBe(titles.length);
    for (const title of titles) expect(pdf.outline).toContain(title);
  });

  test('puts the annex of a memo after its brief', () => {
    const annexes = pdf.headings.filter(({ title }) => title === 'Annex').map(({ page }) => page);
    expect(annexes).toHaveLength(7);
    const shared = annexes.filter((page) => !pdf.pages[page - 1]?.trimStart().startsWith('Annex'));
    expect(shared.length).toBeGreaterThan(4);
  });

  test('has the same text in both formats, and a note for each reference', () => {
    expect(lost(wordsOfMarkdown(markdown), words(pdf.pages.join(' ')))).toEqual([]);
    const references = new Set([...markdown.matchAll(/(\[\^[^\]]+\])(?!:)/g)].map(([, mark]) => mark));
    const notes = [...markdown.matchAll(/^(\[\^[^\]]+\]):/gm)].map(([, mark]) => mark);
    expect(new Set(notes).size).toBe(notes.length);
    expect(references).toEqual(new Set(notes));
  });

  test('shows where the memos differ', () => {
    for (const heading of ['Which threat is greatest', 'Figures', 'Judgments on the same subject'])
      expect(pdf.outline).toContain(heading);
    expect(markdown).toMatch(
      /^\| \*\*Crocus City Hall attack:\*\* killed \|.*\*\*at least 139\*\*.*\*\*133\*\*/m,
    );
  });

  test("carries its sources, and its figures are in the folder of the memos' figures", async () => {
    const files = (await readdir(join(folder, 'assessments'))).sort();
    expect([...pdf.attachments.keys()].sort()).toEqual(files);
    for (const [, path = ''] of markdown.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g))
      expect(await readFile(join(folder, 'out', path), 'utf8')).toContain('<svg');
  });

  test('is tagged, and every font is embedded', () => {
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'Link']) expect(pdf.roles).toContain(role);
    expect(pdf.fonts.filter(({ embedded, type3 }) => !embedded || type3)).toEqual([]);
    expect(pdf.missingGlyphs).toBe(0);
  });
});

test('a pack has the most restrictive marking of its memos, and the same bytes again', async () => {
  const files = {
    'assessments/a.json': small('a', { marking: 'TLP:GREEN' }),
    'assessments/b.json': small('b', { marking: 'TLP:AMBER' }),
  };
  const folder = await folderWith(files);
  expect((await run(['build', '--form', 'briefing-pack'], folder)).code).toBe(0);
  expect((await run(['build', '--form', 'briefing-pack', '--out', 'again'], folder)).code).toBe(0);
  const first = await readFile(join(folder, 'out', 'briefing-pack.pdf'));
  expect(first.equals(await readFile(join(folder, 'again', 'briefing-pack.pdf')))).toBe(true);
  const pdf = await readPdf(first);
  for (const page of pdf.pages) expect(page.split('TLP:AMBER').length).toBeGreaterThanOrEqual(3);
  expect(pdf.info.Keywords).toContain('TLP:AMBER');
});

test('one assessment is a pack of one, without a comparison', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const { code } = await run(['build', 'a', '--form', 'briefing-pack', '--format', 'md'], folder);
  expect(code).toBe(0);
  const markdown = await readFile(join(folder, 'out', 'briefing-pack.md'), 'utf8');
  expect(markdown).toContain('\n## Memo a\n');
  expect(markdown).not.toContain('Where the memos agree');
});

test('an assessment with errors is reported and left out, and the pack says so', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a'),
    'assessments/bad.json': small('bad', { marking: 'TLP:PINK' }),
  });
  const { code, err, out } = await run(['build', '--form', 'briefing-pack', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(err).toContain('assessments/bad.json');
  expect(out).toBe('out/briefing-pack.md\n');
  const markdown = await readFile(join(folder, 'out', 'briefing-pack.md'), 'utf8');
  expect(markdown).toContain('Assessments left out: 1.');
  expect(markdown).not.toContain('## Memo bad');
});

test('nothing is written if no assessment is valid', async () => {
  const folder = await folderWith({ 'assessments/bad.json': small('bad', { marking: 'TLP:PINK' }) });
  const { code, out } = await run(['build', '--form', 'briefing-pack', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(await readdir(folder)).not.toContain('out');
});

test('an assessment cannot have a pack as its form', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a', { form: 'briefing-pack' }) });
  const { code, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(err).toContain('unknown-form');
});

test('a user adds a form for several assessments by adding a folder', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a'),
    'assessments/b.json': small('b'),
    'templates/digest/pack.md.hbs':
      '# Digest of {{decimal memos.length}}\n\n{{#each memos}}\n- {{md title}}\n{{/each}}\n',
  });
  const { code, out } = await run(['build', '--form', 'digest', '--format', 'md'], folder);
  expect(code).toBe(0);
  expect(out).toBe('out/digest.md\n');
  const markdown = await readFile(join(folder, 'out', 'digest.md'), 'utf8');
  expect(markdown).toMatch(/^# Digest of 2\n\n- Memo a\n- Memo b\n\n---\n/);
});

test('a long memo whose form requires it lists its headings with the right pages; a short one does not', async () => {
  const folder = await shippedProject();
  await cp(join(root, 'templates', 'policy-memo'), join(folder, 'templates', 'listed'), { recursive: true });
  await writeFile(join(folder, 'short.json'), small('short'));
  const id = 'russia-internal-threats-2024';
  expect((await run(['build', id, 'short.json', '--form', 'listed'], folder)).code).toBe(0);
  const markdown = await readFile(join(folder, 'out', `${id}.listed.md`), 'utf8');
  const pdf = await readPdf(await readFile(join(folder, 'out', `${id}.listed.pdf`)));
  const entries = contentsOf(markdown, pdf);
  expect(entries.length).toBeGreaterThan(9);
  expect(entries.filter(({ printed, real }) => real === undefined || printed !== real)).toEqual([]);
  expect(lost(wordsOfMarkdown(markdown), words(pdf.pages.join(' ')))).toEqual([]);
  expect(await readFile(join(folder, 'out', 'short.listed.md'), 'utf8')).not.toContain('## Contents');
});

test('a pack that is too long for a browser is refused at once; its Markdown is made', async () => {
  const files = Object.fromEntries(
    // Blank space counts: what a file weighs is known before anything is read.
    ['a', 'b', 'c', 'd'].map((id) => [`assessments/${id}.json`, small(id) + ' '.repeat(800_000)]),
  );
  const folder = await folderWith(files);
  const nowhere = { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-browser-is-asked-for') };
  const printed = await run(['build', '--form', 'briefing-pack'], folder, nowhere);
  expect(printed).toMatchObject({ code: 2, out: '' });
  expect(printed.err).toContain('These 4 assessments (3.2 MB) are too much to print in one PDF');
  expect(await readdir(folder)).toEqual(['assessments']);
  const written = await run(['build', '--form', 'briefing-pack', '--format', 'md'], folder, nowhere);
  expect(written).toMatchObject({ code: 0, out: 'out/briefing-pack.md\n' });
});
