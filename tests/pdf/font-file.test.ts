import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddingRefusal, isInstallable, readFont } from '../../src/pdf/fonts/font-file.ts';
import { unwrapWoff } from '../../src/pdf/fonts/woff.ts';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/unicode.json')),
  'files',
);
const file = (ending: string) => readFileSync(join(folder, `source-sans-3-latin-400-normal.${ending}`));

test('a font is read in each of its formats', () => {
  const facts = { family: expect.stringMatching(/^Source Sans 3/), fsType: 0, isVariable: false };
  expect(readFont(file('woff2'))).toMatchObject({ ...facts, format: 'woff2' });
  expect(readFont(file('woff'))).toMatchObject({ ...facts, format: 'woff' });
  expect(readFont(unwrapWoff(file('woff')))).toMatchObject({ ...facts, format: 'truetype' });
});

test.each([
  ['nothing', ''],
  ['a text', 'wOF2 but then a text that goes on for a while and is no font at all'],
  ['half', ''],
])('%s is not a font', (what, text) => {
  const bytes = what === 'half' ? file('woff2').subarray(0, 2000) : Buffer.from(text);
  expect(() => readFont(bytes)).toThrow();
});

test.each([
  [0, undefined, true],
  [2, 'forbids embedding', false],
  [4, undefined, false],
  [8, undefined, false],
  [0x100, 'a part of it', false],
  [0x204, 'bitmaps only', false],
])('licence bits %i', (fsType, refusal, installable) => {
  if (refusal === undefined) expect(embeddingRefusal(fsType)).toBeUndefined();
  else expect(embeddingRefusal(fsType)).toContain(refusal);
  expect(isInstallable(fsType)).toBe(installable);
});
