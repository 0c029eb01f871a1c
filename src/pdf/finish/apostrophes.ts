import type { SkiaFile } from './skia-file.ts';

/**
 * The shipped Latin fonts draw the apostrophe (U+2019) and the modifier letter (U+02BC) with one glyph, and Skia says
 * of a glyph the lowest character it stands for. So “Ukraine’s” would be found, copied and read aloud as if it had a
 * letter in the place of the apostrophe. Mends that in the fonts' character maps.
 */
export function mendCharacterMaps(file: SkiaFile): void {
  const numbers = new Set(Array.from(file.matchAll(/\/ToUnicode (\d+) 0 R/g), (match) => Number(match[1])));
  for (const number of numbers) {
    const map = file.stream(number);
    const mended = map?.replace(/^((?:<[0-9A-F]{4}>) )<02BC>$/gim, '$1<2019>').replace(
      // a range of one glyph
      /^(<([0-9A-F]{4})> <\2> )<02BC>$/gim,
      '$1<2019>',
    );
    if (mended !== undefined && mended !== map) file.setStream(number, mended);
  }
}
