import { nameText } from './pdf-syntax.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** Which page each named destination is on, counted from 1. */
export function pagesOfDestinations(file: SkiaFile): ReadonlyMap<string, number> {
  const names = referenceIn(file.dictionary(file.root), 'Dests');
  if (names === undefined) return new Map();
  const numbers = new Map(pagesOf(file).map((object, index) => [object, index + 1]));
  const destinations = new Map<string, number>();
  // Skia writes a plain dictionary of names (ISO 32000-1, 12.3.2.3).
  for (const [, name = '', page] of file.dictionary(names).matchAll(/\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R/g)) {
    const number = numbers.get(Number(page));
    if (number !== undefined) destinations.set(nameText(name), number);
  }
  return destinations;
}
