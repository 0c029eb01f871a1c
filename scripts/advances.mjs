/**
 * Generates the table of advance widths with which figures measure their text: `node scripts/advances.mjs`. It is small
 * and changes only with the fonts, so it is committed; a test fails if it is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

const outFile = fileURLToPath(new URL('../src/figures/generated/advances.ts', import.meta.url));
const resolver = createRequire(import.meta.url);

/** The files of "Memo Sans", as in src/pdf/fonts/fonts.ts: if two have a character, the later one is used. */
const sources = [
  ['noto-sans-hebrew', ['hebrew']],
  ['source-sans-3', ['vietnamese', 'greek-ext', 'greek', 'cyrillic-ext', 'cyrillic', 'latin-ext', 'latin']],
  ['noto-sans-arabic', ['arabic']],
];
const weights = [400, 600];

/** Code point to advance width in thousandths of the font size. */
async function advancesOf(weight) {
  const advances = new Map();
  for (const [name, subsets] of sources) {
    const folder = join(dirname(resolver.resolve(`@fontsource/${name}/unicode.json`)), 'files');
    for (const subset of subsets) {
      const bytes = await readFile(join(folder, `${name}-${subset}-${weight}-normal.woff`));
      const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      for (let index = 0; index < font.glyphs.length; index += 1) {
        const glyph = font.glyphs.get(index);
        const width = Math.round(((glyph.advanceWidth ?? 0) * 1000) / font.unitsPerEm);
        for (const code of glyph.unicodes ?? []) if (code >= 0x20) advances.set(code, width);
      }
    }
  }
  return advances;
}

/** Runs of neighbouring code points: `20:200,289,425`, the first in hexadecimal. */
function encode(advances) {
  const runs = [];
  let next = -1;
  for (const code of [...advances.keys()].sort((a, b) => a - b)) {
    if (code === next) runs.at(-1).widths.push(advances.get(code));
    else runs.push({ start: code, widths: [advances.get(code)] });
    next = code + 1;
  }
  return runs.map(({ start, widths }) => `${start.toString(16)}:${widths.join()}`);
}

/** The generated text of `src/figures/generated/advances.ts`. */
export async function generateAdvances() {
  const tables = await Promise.all(
    weights.map(async (weight) => {
      const lines = encode(await advancesOf(weight)).map((run) => `    '${run}',`);
      return `  ${weight}: [\n${lines.join('\n')}\n  ],`;
    }),
  );
  return [
    '/* Generated from the shipped fonts by `node scripts/advances.mjs`. Do not edit. */',
    '/** Advance widths of "Memo Sans" by weight in thousandths of the font size: runs of code points, the first in hex. */',
    'export const advances: Readonly<Record<400 | 600, readonly string[]>> = {',
    ...tables,
    '};\n',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(outFile, await generateAdvances());
