import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

/** A package laid out as Fontsource's are, with a font that has the tiles of dominoes. */
const font = await readFile(
  join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-symbols-2/unicode.json')),
    'files',
    'noto-sans-symbols-2-symbols-400-normal.woff2',
  ),
);
const installed = {
  'node_modules/@fontsource/noto-emoji/unicode.json': JSON.stringify({ '[3]': 'U+1f030-1f093' }),
  'node_modules/@fontsource/noto-emoji/files/noto-emoji-3-400-normal.woff2': font,
};
const TILE = '\u{1f030}';

test('check names the package for a character, and no longer once it is installed', async () => {
  const files = {
    'assessments/a.json': small('a', { title: `Fires ${TILE}` }),
    'assessments/b.json': small('b', { language: 'ja', title: '北の火災' }),
  };
  const without = await run(['check'], await folderWith(files));
  expect(without.err + without.out).toContain('npm install @fontsource/noto-emoji');
  expect(without.err + without.out).toContain('npm install @fontsource/noto-sans-jp');
  const withIt = await run(['check', 'a'], await folderWith({ ...files, ...installed }));
  expect(withIt.err + withIt.out).not.toContain('unprinted-character');
});

test('an installed font is printed where it is needed, and the memo may be labelled accessible', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { title: `Fires ${TILE}` }),
    'assessments/b.json': small('b'),
    ...installed,
  });
  const { err } = await run(['build', '--format', 'pdf'], folder);
  expect(err).not.toContain('no font of the PDF');
  const [a, b] = await Promise.all(
    ['a', 'b'].map(async (name) => (await readFile(join(folder, `out/${name}.pdf`))).toString('latin1')),
  );
  expect(a).toContain('NotoSansSymbols2');
  expect(a).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(b).not.toContain('NotoSansSymbols2');
  expect((await run(['verify', '--own-templates', 'out/a.pdf'], folder)).code).toBe(0);
});

test('the font works in italics and bold too', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { subtitle: `Fires ${TILE}`, question: `Who lit ${TILE}?` }),
    ...installed,
  });
  await run(['build', '--format', 'pdf'], folder);
  // A character without a glyph would take the label away.
  expect((await readFile(join(folder, 'out/a.pdf'))).toString('latin1')).toContain(
    '<pdfaid:part>3</pdfaid:part>',
  );
});

test('a pack, a redline and a scorecard use it too', async () => {
  const now = small('a', { title: `Fires ${TILE}` });
  const folder = await folderWith({
    'assessments/a.json': now,
    'before.json': now.replace('likely', 'unlikely'),
    ...installed,
  });
  const pack = await run(['build', '--form', 'briefing-pack', '--format', 'pdf'], folder);
  const redline = await run(['diff', 'before.json', 'assessments/a.json', '--format', 'pdf'], folder);
  const card = await run(['check', '--scorecard', '--format', 'pdf', '--out', 'out'], folder);
  expect(pack.err + redline.err + card.err).not.toContain('no font of the PDF');
  for (const path of ['out/briefing-pack.pdf', 'out/redline/a.redline.pdf', 'out/a.scorecard.pdf'])
    expect((await readFile(join(folder, path))).toString('latin1'), path).toContain('NotoSansSymbols2');
});
