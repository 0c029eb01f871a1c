import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TILE, tilePackage } from '../support/font-package.ts';
import { folderWith, run, small } from './run.ts';

test('check names the package for a character, and no longer once it is installed', async () => {
  const files = {
    'assessments/a.json': small('a', { title: `Fires ${TILE}` }),
    'assessments/b.json': small('b', { language: 'ja', title: '北の火災' }),
  };
  const without = await run(['check'], await folderWith(files));
  expect(without.err + without.out).toContain('npm install @fontsource/noto-emoji');
  expect(without.err + without.out).toContain('npm install @fontsource/noto-sans-jp');
  const withIt = await run(['check', 'a'], await folderWith({ ...files, ...tilePackage }));
  expect(withIt.err + withIt.out).not.toContain('unprinted-character');
});

test('an installed font is printed where it is needed, and the memo may be labelled accessible', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { title: `Fires ${TILE}` }),
    'assessments/b.json': small('b'),
    ...tilePackage,
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
    ...tilePackage,
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
    ...tilePackage,
  });
  const pack = await run(['build', '--form', 'briefing-pack', '--format', 'pdf'], folder);
  const redline = await run(['diff', 'before.json', 'assessments/a.json', '--format', 'pdf'], folder);
  const card = await run(['check', '--scorecard', '--format', 'pdf', '--out', 'out'], folder);
  expect(pack.err + redline.err + card.err).not.toContain('no font of the PDF');
  for (const path of ['out/briefing-pack.pdf', 'out/redline/a.redline.pdf', 'out/a.scorecard.pdf'])
    expect((await readFile(join(folder, path))).toString('latin1'), path).toContain('NotoSansSymbols2');
});
