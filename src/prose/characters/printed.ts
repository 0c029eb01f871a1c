import { printedRanges } from './generated/printed-ranges.ts';

/**
 * The characters of a text that no font of the PDF has, each once, in order: they print as an empty box.
 * Spaces, controls and variation selectors need no glyph.
 */
export function charactersWithoutFont(text: string): readonly string[] {
  // Unique characters first: a memo has a hundred thousand characters, but only some dozens beyond ASCII.
  const unusual = new Set(text.replace(/[\0-\x7f]+/g, ''));
  return [...unusual].filter((character) => {
    if (/[\p{Z}\p{C}\p{Variation_Selector}]/u.test(character)) return false;
    const code = character.codePointAt(0) ?? 0;
    return !printedRanges.some(([from, to]) => code >= from && code <= to);
  });
}

/** `中 (U+4E2D), 国 (U+56FD) and 3 more`: at most eight are named. */
export function namedCharacters(characters: readonly string[]): string {
  const named = characters
    .slice(0, 8)
    .map((char) => `${char} (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
  const more = characters.length > named.length ? ` and ${characters.length - named.length} more` : '';
  return `${named.join(', ')}${more}`;
}
