import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrapWoff } from './woff.ts';

/** Base address of fonts in pages. A name under `.invalid` never resolves (RFC 2606). */
export const FONT_HOST = 'https://fonts.threat-memo.invalid/';

interface Source {
  readonly package: string;
  /** Subsets to offer; the browser fetches only those whose characters a memo uses. */
  readonly subsets: readonly string[];
  readonly weights: readonly number[];
  /** Scripts without italics use their upright face: slanted Arabic or Hebrew is a mistake, not an emphasis. */
  readonly italics: boolean;
  /** The only weight available, used for all; if absent, each weight has a file. */
  readonly onlyWeight?: number;
  /** Character ranges by subset, if those the package declares are not what the file contains. */
  readonly ranges?: Readonly<Record<string, string>>;
  /** Code points that a subset leaves to others. */
  readonly without?: Readonly<Record<string, readonly string[]>>;
}

const EUROPEAN = ['vietnamese', 'greek-ext', 'greek', 'cyrillic-ext', 'cyrillic', 'latin-ext', 'latin'];

function hebrew(name: string): Source {
  return { package: name, subsets: ['hebrew'], weights: [400, 600, 700], italics: false };
}

/**
 * The plain Latin subset claims three combining marks. With them, a name like "Khurāsān" is composed from
 * letters and marks instead of coming from the extended subset, and can no longer be found by searching.
 */
function european(name: string): Source {
  const without = { latin: ['U+0304', 'U+0308', 'U+0329'] };
  return { package: name, subsets: EUROPEAN, weights: [400, 600, 700], italics: true, without };
}

function arabic(name: string): Source {
  return {
    package: name,
    subsets: ['arabic'],
    weights: [400, 600, 700],
    italics: false,
    without: { arabic: ['U+2010-2011', 'U+204F'] },
  };
}

/**
 * Arrows and mathematical operators; the package declares a Latin range for a file that contains all of them.
 */
const mathematics: Source = {
  package: 'noto-sans-math',
  subsets: ['latin'],
  weights: [400, 600, 700],
  italics: false,
  onlyWeight: 400,
  ranges: { latin: 'U+2190,U+2192,U+2194-21FF,U+2200-2211,U+2213-2214,U+2216-22FF' },
};

/** Check marks, squares, circles and other signs. */
const signs: Source = {
  package: 'noto-sans-symbols-2',
  subsets: ['symbols'],
  weights: [400, 600, 700],
  italics: false,
  onlyWeight: 400,
  ranges: { symbols: 'U+2300-23FF,U+25A0-25C9,U+25CB-25FF,U+2600-27BF' },
};

/**
 * The two families that style sheets name. All sources of a family share its name, divided by `unicode-range`;
 * where ranges overlap, the later source wins (CSS Fonts 4, 5.3). So Arabic comes last, to keep the joiners
 * inside its words, and leaves the hyphens to the others. Static files only: Skia embeds variable fonts as Type
 * 3, which cannot be searched well.
 */
const FAMILIES: Readonly<Record<string, readonly Source[]>> = {
  'Memo Serif': [
    signs,
    mathematics,
    hebrew('noto-serif-hebrew'),
    european('source-serif-4'),
    arabic('noto-naskh-arabic'),
  ],
  'Memo Sans': [
    signs,
    mathematics,
    hebrew('noto-sans-hebrew'),
    european('source-sans-3'),
    arabic('noto-sans-arabic'),
  ],
};

const SYSTEM_FONT = { package: 'source-sans-3', file: 'source-sans-3-latin-400-normal.woff' };

const folders = new Map<string, string>();

/** A font's folder: beside the built program or, when running from source, in its package. */
function folderOf(name: string): string {
  const known = folders.get(name);
  if (known !== undefined) return known;
  const built = fileURLToPath(new URL(`./fonts/${name}`, import.meta.url));
  const folder = existsSync(built)
    ? built
    : dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/unicode.json`));
  folders.set(name, folder);
  return folder;
}

function rangesOf(source: Source): ReadonlyMap<string, string> {
  const all: unknown = JSON.parse(readFileSync(join(folderOf(source.package), 'unicode.json'), 'utf8'));
  const known = new Map(Object.entries(all as Record<string, string>));
  return new Map(
    source.subsets.flatMap((subset) => {
      const ranges = (source.ranges?.[subset] ?? known.get(subset))
        ?.split(',')
        .filter((range) => !source.without?.[subset]?.includes(range.trim()));
      return ranges === undefined ? [] : [[subset, ranges.join(',')] as const];
    }),
  );
}

function rulesOf(family: string, source: Source): string {
  const rules: string[] = [];
  for (const [subset, range] of rangesOf(source)) {
    for (const weight of source.weights) {
      for (const style of ['normal', 'italic']) {
        const file = `${source.package}-${subset}-${source.onlyWeight ?? weight}-${source.italics ? style : 'normal'}.woff2`;
        rules.push(
          `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:block;` +
            `src:url(${FONT_HOST}${source.package}/${file}) format('woff2');unicode-range:${range}}`,
        );
      }
    }
  }
  return rules.join('\n');
}

let css: string | undefined;

/** The `@font-face` rules of all families, about 100, with the character ranges that the packages declare. */
export function fontCss(): string {
  css ??= Object.entries(FAMILIES)
    .flatMap(([family, sources]) => sources.map((source) => rulesOf(family, source)))
    .join('\n');
  return css;
}

const shipped = new Set(
  Object.values(FAMILIES).flatMap((sources) => sources.map((source) => source.package)),
);

/** Versions of the packages that the fonts come from. */
export function fontVersions(): readonly string[] {
  return [...shipped].sort().map((name) => {
    const manifest = readFileSync(join(folderOf(name), 'package.json'), 'utf8');
    return `${name} ${/"version":\s*"([^"]*)"/.exec(manifest)?.[1] ?? ''}`;
  });
}

const files = new Map<string, string>();

/** Serves one of the project's own fonts at an address below `FONT_HOST`. */
export function offerFont(url: string, bytes: Uint8Array): void {
  if (!files.has(url)) files.set(url, Buffer.from(bytes).toString('base64'));
}

/**
 * One of our font files in base64, by its address in `fontCss`; `undefined` for any other address, so that a
 * page can reach nothing else.
 */
export function fontFile(url: string): string | undefined {
  const known = files.get(url);
  if (known !== undefined) return known;
  if (!url.startsWith(FONT_HOST)) return undefined;
  const match = /^([a-z0-9-]+)\/([a-z0-9-]+\.woff2)$/.exec(url.slice(FONT_HOST.length));
  const [, name, file] = match ?? [];
  if (name === undefined || file === undefined || !shipped.has(name)) return undefined;
  try {
    const bytes = readFileSync(join(folderOf(name), 'files', file)).toString('base64');
    files.set(url, bytes);
    return bytes;
  } catch {
    return undefined;
  }
}

/**
 * A plain font file to present to the browser as the system's only one. Without any, it cannot substitute a
 * font that is still loading, and then gives that font up for good.
 */
export function systemFont(): Buffer {
  return unwrapWoff(readFileSync(join(folderOf(SYSTEM_FONT.package), 'files', SYSTEM_FONT.file)));
}

/**
 * The font files that the build copies beside the program: each package's folder, and the names of the files
 * used.
 */
export function usedFiles(): readonly { readonly folder: string; readonly files: readonly string[] }[] {
  const used = new Map<string, Set<string>>();
  const use = (name: string, file: string) =>
    used.set(name, (used.get(name) ?? new Set(['unicode.json', 'package.json', 'LICENSE'])).add(file));
  for (const [, name = '', file = ''] of fontCss().matchAll(/url\([^)]*\/([^/)]+)\/([^/)]+\.woff2)\)/g)) {
    use(name, join('files', file));
  }
  use(SYSTEM_FONT.package, join('files', SYSTEM_FONT.file));
  for (const [, name, subsets] of SCRIPTS) {
    for (const face of facesOf(name, subsets)) use(name, plainFile(name, face));
  }
  return [...used].map(([name, files]) => ({ folder: folderOf(name), files: [...files] }));
}

const plain = new Map<string, Buffer>();

/** Scripts, with the subsets of the sans family for their letters. */
const SCRIPTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/./s, 'source-sans-3', ['latin', 'latin-ext']],
  [/\p{Script=Cyrillic}/u, 'source-sans-3', ['cyrillic', 'cyrillic-ext']],
  [/\p{Script=Greek}/u, 'source-sans-3', ['greek', 'greek-ext']],
  [/\p{Script=Hebrew}/u, 'noto-sans-hebrew', ['hebrew']],
  [/\p{Script=Arabic}/u, 'noto-sans-arabic', ['arabic']],
  [/[\u2190-\u22ff]/u, 'noto-sans-math', ['latin']],
  [/[\u2300-\u27bf]/u, 'noto-sans-symbols-2', ['symbols']],
];

/** The plain font files of the sans family needed for a text, for drawing without a browser. */
export function plainFonts(text: string): readonly Buffer[] {
  return SCRIPTS.filter(([script]) => script.test(text)).flatMap(([, name, subsets]) =>
    facesOf(name, subsets).map((face) => plainFont(name, face)),
  );
}

/** The plain faces of a family: symbols have one weight. */
function facesOf(name: string, subsets: readonly string[]): string[] {
  const weights = name === 'noto-sans-math' || name === 'noto-sans-symbols-2' ? [400] : [400, 600, 700];
  return subsets.flatMap((subset) => weights.map((weight) => `${subset}-${weight}`));
}

function plainFile(name: string, face: string): string {
  return join('files', `${name}-${face}-normal.woff`);
}

function plainFont(name: string, face: string): Buffer {
  const file = join(folderOf(name), plainFile(name, face));
  const font = plain.get(file) ?? unwrapWoff(readFileSync(file));
  plain.set(file, font);
  return font;
}
