import type { PrintablePage } from '../../model/page.ts';
import { fontCss } from './fonts.ts';

let ranges: readonly (readonly [number, number])[] | undefined;

/** All character ranges of our fonts, ends included. */
function shippedRanges(): readonly (readonly [number, number])[] {
  ranges ??= [
    ...new Set(Array.from(fontCss().matchAll(/unicode-range:([^}]*)\}/g), (match) => match[1] ?? '')),
  ]
    .flatMap((list) => list.split(','))
    .map((range) => {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
  return ranges;
}

/**
 * The characters of a text that no font of ours claims, each once, in order: they print as an empty box. Spaces,
 * controls and variation selectors need no glyph.
 */
export function charactersWithoutFont(text: string): readonly string[] {
  // Each once before its class is asked: a memo has a hundred thousand characters, and some dozens beside ASCII.
  const unusual = new Set(text.match(/[^\0-\x7f]/gu) ?? []);
  return [...unusual].filter((character) => {
    if (/[\p{Z}\p{C}\p{Variation_Selector}]/u.test(character)) return false;
    const code = character.codePointAt(0) ?? 0;
    return !shippedRanges().some(([from, to]) => code >= from && code <= to);
  });
}

const known = new WeakMap<PrintablePage, string | undefined>();

/** The same for a page; looked for once. */
export function pageNotice(page: PrintablePage): string | undefined {
  if (!known.has(page)) known.set(page, coverageNotice(page.title, page.body + page.css));
  return known.get(page);
}

/** Says so to the user; undefined when every character has a font. */
export function coverageNotice(title: string, text: string): string | undefined {
  const missing = charactersWithoutFont(text);
  if (missing.length === 0) return undefined;
  const shown = missing
    .slice(0, 8)
    .map((char) => `${char} (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : '';
  return `"${title}": no font of the PDF has ${shown.join(', ')}${more}; an empty box is printed instead.`;
}
