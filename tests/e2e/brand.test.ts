import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, run, small } from './run.ts';

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#a3401a" d="M0 4 L2 0 L4 4 Z"/></svg>';
const font = await readFile(
  join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/unicode.json')),
    'files',
    'source-sans-3-latin-400-normal.woff2',
  ),
);

const brand = {
  base: 'ministry',
  name: { en: 'Ministry of Examples', de: 'Ministerium für Beispiele' },
  logo: 'house/logo.svg',
  fonts: { serif: [{ file: 'house/a.woff2' }] },
  imprint: 'Published by the ministry.',
  contact: 'desk@ministry.example',
  citation: '{authors}, “{title}”, {name}, {series} {number}, {date}, {doi}.',
  doi: '10.5555/memo.{number}',
  distribution: ['Office of the Minister', { to: 'Embassy', marking: 'TLP:RED' }],
};

const memo = (id: string, more: object = {}) =>
  small(id, {
    status: 'draft',
    marking: 'TLP:AMBER',
    releasable: 'TLP:GREEN',
    series: { name: 'Memos', number: 7 },
    approvals: [{ by: 'N. Head', role: 'Head of desk', on: '2025-05-05' }],
    ...more,
  });

test('a house style appears in the PDF, the Markdown, HTML and Word, and the PDF can be verified', async () => {
  const folder = await folderWith({
    'threat-memo.config.json': JSON.stringify({ brand }),
    'house/logo.svg': logo,
    'house/a.woff2': font,
    'assessments/rail.json': memo('rail'),
  });
  const { code, err } = await run(['build', '--format', 'md,pdf,html,docx'], folder);
  expect(err).not.toContain('error');
  expect(code).toBe(0);

  const markdown = await readFile(join(folder, 'out/rail.md'), 'utf8');
  expect(markdown).toContain('## About this memo');
  expect(markdown.indexOf('## About this memo')).toBeLessThan(markdown.indexOf('## Bottom line'));
  expect(markdown).toContain('- Office of the Minister');
  expect(markdown).not.toContain('Embassy');
  expect(markdown).toMatch(/\| N\. Head \| Head of desk \| 5\sMay\s2025 \|/);
  expect(markdown).toContain('Memos 7');
  expect(markdown).toContain('doi.org/10.5555/memo.7](https://doi.org/10.5555/memo.7).');

  const bytes = await readFile(join(folder, 'out/rail.pdf'));
  const { pages } = await readPdf(bytes);
  expect(pages[0]).toContain('Ministry of Examples');
  expect(pages[1]).toMatch(/\bii\b/);
  expect(pages[2]).toContain('Ministry of Examples · Memos 7');
  for (const page of pages) expect(page).toMatch(/draft/i);
  const text = bytes.toString('latin1');
  expect(text).toContain('/PageLabels <</Nums [0 <</S /r>> 2 <</S /D>>]>>');
  expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');

  const html = await readFile(join(folder, 'out/rail.html'), 'utf8');
  expect(html).toContain("font-family:'House Serif'");
  expect(html).toContain('alt="Logo: Ministry of Examples"');

  const first = bytes;
  await run(['build', '--force'], folder);
  expect(Buffer.compare(first, await readFile(join(folder, 'out/rail.pdf')))).toBe(0);
  expect((await run(['verify', '--own-templates', 'out/rail.pdf'], folder)).code).toBe(0);
  const stranger = await run(['verify', 'out/rail.pdf'], folder);
  expect(stranger.code).toBe(1);
  expect(stranger.out).toContain(
    'are not those it was made with. If they are those of your project, go there and add --own-templates.',
  );
});

test('a release leaves out readers marked above it, and a form with a page limit has no cover', async () => {
  const readers = [
    { to: 'Cabinet', marking: 'TLP:AMBER' },
    { to: 'All ministries', marking: 'TLP:GREEN' },
  ];
  const folder = await folderWith({
    'threat-memo.config.json': JSON.stringify({
      brand: { ...brand, logo: undefined, fonts: undefined, distribution: readers },
    }),
    'assessments/rail.json': memo('rail'),
  });
  await run(['build', '--format', 'md'], folder);
  expect(await readFile(join(folder, 'out/rail.md'), 'utf8')).toContain('Cabinet');
  // In a pack no memo has an imprint of its own; who approved it stands in a line.
  await run(['build', '--form', 'briefing-pack', '--format', 'md'], folder);
  const pack = await readFile(join(folder, 'out/briefing-pack.md'), 'utf8');
  expect(pack).not.toContain('About this memo');
  expect(pack).toMatch(/Approved.*N\. Head/);
  const released = await run(['build', '--format', 'md', '--release', 'TLP:GREEN'], folder);
  expect(released.code).toBe(0);
  const markdown = await readFile(join(folder, 'out/tlp-green/rail.md'), 'utf8');
  expect(markdown).toContain('All ministries');
  expect(markdown).not.toContain('Cabinet');
  const page = await run(['build', '--form', 'one-pager', '--format', 'pdf'], folder);
  expect(page.code).toBe(0);
  const { pages } = await readPdf(await readFile(join(folder, 'out/rail.one-pager.pdf')));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Ministry of Examples');
});

test('an unusable house style stops the memo, with the reason', async () => {
  const folder = await folderWith({
    'threat-memo.config.json': JSON.stringify({ brand: { logo: 'none.svg' } }),
    'assessments/rail.json': memo('rail'),
  });
  const { code, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(err).toContain('[unusable-logo]');
});

test('a font imported by a style sheet is printed, and an unusable one is refused', async () => {
  const face = (data: string) =>
    `@font-face { font-family: Own; src: url(data:font/woff2;base64,${data}) } .memo p { font-family: Own; }`;
  const folder = await folderWith({
    'assessments/a.json': small('a', { form: 'own' }),
    'templates/own/memo.md.hbs': '# {{md title}}\n\nWritten in its own letters.\n',
    'templates/own/style.css': face(font.toString('base64')),
    'templates/bad/memo.md.hbs': '# {{md title}}\n',
    'templates/bad/style.css': `\n${face('d09GMg==')}`,
    'assessments/b.json': small('b', { form: 'bad' }),
  });
  const { err } = await run(['build', '--format', 'pdf'], folder);
  expect(err).toContain('templates/bad/style.css brings a font at line 2 that cannot be used');
  const bytes = await readFile(join(folder, 'out/a.pdf'));
  // The paragraph would else be in the shipped serif.
  expect(bytes.toString('latin1')).not.toContain('SourceSerif4');
});
