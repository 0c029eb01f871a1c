import { readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEffects } from '../../../src/project/node-effects.ts';
import { loadSettings } from '../../../src/project/settings.ts';
import { folderWith, root } from '../../e2e/run.ts';

const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/unicode.json')),
  'files',
);
const woff2 = readFileSync(join(fonts, 'source-sans-3-latin-400-normal.woff2'));

async function findingsOf(brand: object, files: Record<string, string | Uint8Array> = {}) {
  const config = JSON.stringify({ brand }, null, 2);
  const folder = await folderWith({ 'threat-memo.config.json': config, 'assessments/.keep': '', ...files });
  symlinkSync('/etc/hostname', join(folder, 'link.png'));
  return (await loadSettings(nodeEffects(root, folder))).findings;
}

test('a sound house style has no findings', async () => {
  const files = { 'house/a.woff2': woff2, 'house/l.svg': '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>' };
  const brand = { base: 'ministry', logo: 'house/l.svg', fonts: { serif: [{ file: 'house/a.woff2' }] } };
  expect(await findingsOf(brand, files)).toEqual([]);
  for (const base of ['institute', 'ministry', 'plain']) expect(await findingsOf({ base })).toEqual([]);
});

test.each([
  ['that is not there', { logo: 'none.png' }, 'There is no such file.'],
  ['outside of the project', { logo: '../x.svg' }, 'It is outside of the project.'],
  ['behind a link that leads out', { logo: 'link.png' }, 'link that leads out'],
  ['that is not a PNG', { logo: 'bad.png' }, 'it is not a PNG'],
  ['with a script', { logo: 'script.svg' }, '<script> is not allowed'],
  ['too large', { logo: 'large.svg' }, 'at most 200,000'],
])('a logo %s is an error', async (_, brand, why) => {
  const files = {
    'bad.png': 'GIF89a',
    'script.svg': '<svg viewBox="0 0 1 1"><script/></svg>',
    'large.svg': ' '.repeat(300_000),
  };
  expect(await findingsOf(brand, files)).toMatchObject([
    {
      rule: 'unusable-logo',
      severity: 'error',
      pointer: '/brand/logo',
      message: expect.stringContaining(why),
    },
  ]);
});

test('a file that is not a font, and a font whose licence forbids it, are errors at their place', async () => {
  const { unwrapWoff } = await import('../../../src/pdf/fonts/woff.ts');
  const plain = unwrapWoff(readFileSync(join(fonts, 'source-sans-3-latin-400-normal.woff')));
  const at = Array.from({ length: plain.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (entry) => plain.toString('latin1', entry, entry + 4) === 'OS/2',
  );
  plain.writeUInt16BE(2, plain.readUInt32BE((at ?? 0) + 8) + 8);
  const brand = { fonts: { sans: [{ file: 'a.ttf' }, { file: 'b.woff2', weight: 600 }] } };
  expect(await findingsOf(brand, { 'a.ttf': plain, 'b.woff2': 'wOF2' })).toMatchObject([
    {
      rule: 'unusable-font',
      pointer: '/brand/fonts/sans/0/file',
      message: expect.stringContaining('fsType 2'),
    },
    { rule: 'unusable-font', pointer: '/brand/fonts/sans/1/file' },
  ]);
});

test('a colour with too little contrast is a warning with the ratio, once', async () => {
  const findings = await findingsOf({ colours: { accent: '#e0a040', band: '#808080', bandText: '#707070' } });
  expect(findings.map(({ rule, severity, pointer }) => [rule, severity, pointer])).toEqual([
    ['low-contrast', 'warning', '/brand/colours/accent'],
    ['low-contrast', 'warning', '/brand/colours/bandText'],
  ]);
  expect(findings[0]?.message).toContain('2.2 to 1');
});

test("a distribution uses the project's marking scheme", async () => {
  const findings = await findingsOf({ distribution: ['A', { to: 'B', marking: 'SECRET' }] });
  expect(findings).toMatchObject([{ rule: 'faulty-convention', pointer: '/brand/distribution/1/marking' }]);
});
