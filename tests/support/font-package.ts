import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A character that no shipped font has. */
export const TILE = '\u{1f030}';

const font = await readFile(
  join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-symbols-2/unicode.json')),
    'files',
    'noto-sans-symbols-2-symbols-400-normal.woff2',
  ),
);

/** Files of a package laid out as Fontsource's are, with a font that has the tiles of dominoes. */
export const tilePackage = {
  'node_modules/@fontsource/noto-emoji/unicode.json': JSON.stringify({ '[3]': 'U+1f030-1f093' }),
  'node_modules/@fontsource/noto-emoji/files/noto-emoji-3-400-normal.woff2': font,
};
