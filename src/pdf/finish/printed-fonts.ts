import { Budget, MAX_WORK } from '../reading/budget.ts';
import { readCharacterMap } from '../reading/character-map.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** Character codes shown on pages, by the object number of their font. */
export type UsedCodes = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Glyphs and graphics states of a page: the codes shown for each font name, and the deepest nesting of states.
 */
export interface Shown {
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>;
  readonly depth: number;
}

const LESS = 0x3c;
const LINE = 0x0a;

/**
 * Collects the codes that the content of a page shows, by font name. Skia writes one operator a line, and texts
 * as hexadecimal strings with four digits a code. Works character by character: regular expressions take
 * several times as long over some 60,000 glyphs.
 */
export function shownIn(content: string): Shown {
  const codes = new Map<string, Set<number>>();
  let current = new Set<number>();
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < content.length; ) {
    let end = content.indexOf('\n', at);
    if (end === -1) end = content.length;
    const first = content[at];
    if (first === '/' && content.startsWith(' Tf', end - 3)) {
      const name = content.slice(at + 1, content.indexOf(' ', at));
      current = codes.get(name) ?? new Set();
      codes.set(name, current);
    } else if (end - at === 1) {
      if (first === 'q') depth += 1;
      if (first === 'Q') depth -= 1;
      deepest = Math.max(deepest, depth);
    } else if (content.startsWith('Tj', end - 2) || content.startsWith('TJ', end - 2)) {
      addCodes(content, at, end, current);
    }
    at = end + 1;
  }
  return { codes, depth: deepest };
}

function addCodes(content: string, from: number, to: number, codes: Set<number>): void {
  for (let at = from; at < to; at += 1) {
    if (content.charCodeAt(at) !== LESS) continue;
    for (at += 1; content[at] !== '>' && content.charCodeAt(at) !== LINE && at < to; at += 4) {
      codes.add(Number.parseInt(content.slice(at, at + 4), 16));
    }
  }
}

/**
 * What is wrong with the fonts of a file for an archive (PDF/A-3, 6.2.11), in words; `undefined` if nothing is.
 */
export function fontFault(file: SkiaFile, used: UsedCodes): string | undefined {
  for (const [number, codes] of used) {
    const font = file.dictionary(number);
    const name = /\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/.exec(font)?.[1] ?? 'without a name';
    const fault = faultOf(file, font, codes);
    if (fault !== undefined) return `the font ${name} ${fault}`;
  }
  return undefined;
}

function faultOf(file: SkiaFile, font: string, codes: ReadonlySet<number>): string | undefined {
  const below = /\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1];
  const descendant = below === undefined ? '' : file.dictionary(Number(below));
  const descriptor = referenceIn(descendant, 'FontDescriptor');
  const program =
    descriptor === undefined ? undefined : referenceIn(file.dictionary(descriptor), 'FontFile2');
  if (!font.includes('/Encoding /Identity-H') || !descendant.includes('/CIDToGIDMap /Identity'))
    return 'is not embedded as TrueType';
  const bytes = program === undefined ? undefined : file.stream(program);
  const metrics = bytes === undefined ? undefined : advances(Buffer.from(bytes, 'latin1'));
  if (!metrics) return 'is not embedded as TrueType';
  const map = referenceIn(font, 'ToUnicode');
  const texts = readCharacterMap(
    Buffer.from((map === undefined ? undefined : file.stream(map)) ?? '', 'latin1'),
    new Budget(MAX_WORK),
  );
  const widths = widthsOf(descendant);
  for (const code of codes) {
    if (code === 0) return 'has no glyph for a character';
    const advance = metrics(code);
    if (advance === undefined) return 'lacks a glyph that is shown';
    if (Math.abs(widths(code) - advance) > 1) return 'has other widths than the file says';
    if (!isCharacter(texts.get(code))) return 'does not say which character a glyph is';
  }
  return undefined;
}

/**
 * Whether a text is a valid character: not one that Unicode forbids or leaves to private use, which would need
 * a description.
 */
function isCharacter(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !/[\0\ufeff\ufffe\p{Private_Use}]/u.test(text);
}

/** Widths by code, in thousandths, as declared in the file for a font (ISO 32000-1, 9.7.4.3). */
function widthsOf(descendant: string): (code: number) => number {
  const fallback = Number(/\/DW (-?[\d.]+)/.exec(descendant)?.[1] ?? 1000);
  const list = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(descendant)?.[1] ?? '';
  const known = new Map<number, number>();
  const tokens = list.match(/\[[^\]]*\]|-?[\d.]+/g) ?? [];
  for (let at = 0; at < tokens.length; ) {
    const first = Number(tokens[at]);
    const next = tokens[at + 1] ?? '';
    if (next.startsWith('[')) {
      const several = next.match(/-?[\d.]+/g) ?? [];
      for (const [index, width] of several.entries()) known.set(first + index, Number(width));
      at += 2;
    } else {
      for (let code = first; code <= Math.min(Number(next), 65_535); code += 1) {
        known.set(code, Number(tokens[at + 2]));
      }
      at += 3;
    }
  }
  return (code) => known.get(code) ?? fallback;
}

/**
 * Advance widths of a TrueType font's glyphs, in thousandths; `undefined` for a missing glyph, or if it is not
 * such a font.
 */
function advances(font: Buffer): ((glyph: number) => number | undefined) | undefined {
  try {
    const tables = new Map<string, number>();
    for (let index = 0; index < font.readUInt16BE(4); index += 1) {
      const at = 12 + index * 16;
      tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
    }
    const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((name) => tables.get(name));
    if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined)
      return undefined;
    if (!tables.has('glyf')) return undefined;
    const scale = 1000 / font.readUInt16BE(head + 18);
    const [measured, glyphs] = [font.readUInt16BE(hhea + 34), font.readUInt16BE(maxp + 4)];
    const last = font.readUInt16BE(hmtx + (measured - 1) * 4); // throws if the table is truncated
    return (glyph) => {
      if (glyph >= glyphs) return undefined;
      return (glyph < measured ? font.readUInt16BE(hmtx + glyph * 4) : last) * scale;
    };
  } catch {
    return undefined;
  }
}

/**
 * The codes shown on all pages, by font, with the deepest nesting of graphics states; `undefined` if a page
 * cannot be read.
 */
export function shownOnPages(
  file: SkiaFile,
): { readonly used: UsedCodes; readonly depth: number } | undefined {
  const used = new Map<number, Set<number>>();
  let deepest = 0;
  for (const number of pagesOf(file)) {
    const page = file.dictionary(number);
    const content = file.stream(referenceIn(page, 'Contents') ?? 0);
    if (content === undefined) return undefined;
    const { codes, depth } = shownIn(content);
    deepest = Math.max(deepest, depth);
    for (const [name, some] of codes) {
      const font = referenceIn(page, name);
      if (font === undefined) return undefined;
      const all = used.get(font) ?? new Set();
      for (const code of some) all.add(code);
      used.set(font, all);
    }
  }
  return { used, depth: deepest };
}
