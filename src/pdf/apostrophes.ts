import { type PdfObject, readStream, streamObject, type Trailer } from './pdf-syntax.ts';

/**
 * The shipped Latin fonts draw the apostrophe (U+2019) and the modifier letter (U+02BC) with one glyph, and Skia says
 * of a glyph the lowest character it stands for. So “Ukraine’s” would be found, copied and read aloud as if it had a
 * letter in the place of the apostrophe. These are the fonts' character maps with that mended.
 *
 * @param pdf one character for each byte
 */
export function mendedCharacterMaps(pdf: string, trailer: Trailer): PdfObject[] {
  const numbers = new Set([...pdf.matchAll(/\/ToUnicode (\d+) 0 R/g)].map((match) => Number(match[1])));
  return [...numbers].flatMap((number) => {
    const map = readStream(pdf, trailer, number)?.toString('latin1');
    const mended = map?.replace(/^((?:<[0-9A-F]{4}>) )<02BC>$/gim, '$1<2019>').replace(
      // a range of one glyph
      /^(<([0-9A-F]{4})> <\2> )<02BC>$/gim,
      '$1<2019>',
    );
    return mended === undefined || mended === map ? [] : streamObject(number, Buffer.from(mended, 'latin1'));
  });
}
