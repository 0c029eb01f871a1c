import { join } from 'node:path';
import type { PrintablePage } from '../model/page.ts';
import { FONT_HOST, offerFont } from '../pdf/fonts/fonts.ts';
import { fontPackageFor } from '../prose/characters/font-packages.ts';
import { charactersWithoutFont } from '../prose/characters/printed.ts';
import type { Effects } from './effects.ts';

/** Folder of the installed Fontsource packages. */
const FOLDER = ['node_modules', '@fontsource'];

/** Names of the project's installed font packages; empty if there are none. */
export async function fontPackagesOf(effects: Effects): Promise<readonly string[]> {
  const entries = await effects.listFolder(join(effects.projectFolder, ...FOLDER)).catch(() => undefined);
  return (entries ?? []).map(({ name }) => name);
}

const WEIGHTS = [400, 600, 700];

/**
 * The page with fonts from the project's packages for characters that no shipped font has: only files with some
 * of them are read, and used only for those characters. Unchanged if nothing is missing, or nothing is
 * installed.
 */
export async function withPackagedFonts(page: PrintablePage, effects: Effects): Promise<PrintablePage> {
  const missing = charactersWithoutFont(page.body + page.css);
  if (missing.length === 0) return page;
  const installed = await fontPackagesOf(effects);
  const rules: string[] = [];
  const covered: string[] = [];
  for (const name of installed) {
    const wanted = missing.filter((character) => fontPackageFor(character, page.language) === name);
    if (wanted.length === 0) continue;
    for (const [subset, range] of await subsetsOf(name, effects)) {
      const own = wanted.filter((character) => range.some(([from, to]) => isIn(character, from, to)));
      const regular = own.length === 0 ? undefined : await offered(name, subset, 400, effects);
      if (regular === undefined) continue;
      covered.push(...own);
      const bold = (await offered(name, subset, 700, effects)) ?? regular;
      const ranges = own.map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join(',');
      for (const family of ['Memo Serif', 'Memo Sans']) {
        for (const weight of WEIGHTS) {
          const url = weight === 400 ? regular : bold;
          // A browser looks for a slanted face first, and for the character only in the faces of that style.
          for (const style of ['normal', 'italic']) {
            rules.push(
              `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:block;src:url(${url}) format('woff2');unicode-range:${ranges}}`,
            );
          }
        }
      }
    }
  }
  return rules.length === 0
    ? page
    : { ...page, css: `${rules.join('\n')}\n${page.css}`, covered: covered.join('') };
}

/** The address of a package's upright font of a subset and weight; `undefined` if it has none. */
async function offered(
  name: string,
  subset: string,
  weight: number,
  effects: Effects,
): Promise<string | undefined> {
  const file = `${name}-${subset}-${weight}-normal.woff2`;
  const bytes = await read([name, 'files', file], effects).catch(() => undefined);
  if (!bytes) return undefined;
  const url = `${FONT_HOST}project/${file}`;
  offerFont(url, bytes);
  return url;
}

type Range = readonly [from: number, to: number];

function isIn(character: string, from: number, to: number): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= from && code <= to;
}

/** The subsets of a package's font, by file name, with the characters of each. */
async function subsetsOf(
  name: string,
  effects: Effects,
): Promise<readonly (readonly [string, readonly Range[]])[]> {
  try {
    const bytes = await read([name, 'unicode.json'], effects);
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Object.entries(data as Record<string, unknown>).flatMap(([key, list]) => {
      const subset = key.replace(/^\[(\d+)\]$/, '$1');
      if (typeof list !== 'string' || !/^[a-z0-9-]+$/.test(subset)) return [];
      const ranges = [...list.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
        ([, from = '', to = from]): Range => [Number.parseInt(from, 16), Number.parseInt(to, 16)],
      );
      return [[subset, ranges]];
    });
  } catch {
    return []; // an unknown layout: the package gives no font
  }
}

/** Most bytes of one file of a package. */
const MAX_FILE = 5_000_000;

async function read(path: readonly string[], effects: Effects): Promise<Uint8Array | undefined> {
  const bytes = await effects.readFile(join(effects.projectFolder, ...FOLDER, ...path));
  return bytes && bytes.length <= MAX_FILE ? bytes : undefined;
}
