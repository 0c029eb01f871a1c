import { readDictionary, readTrailer, type Trailer } from './pdf-syntax.ts';

/** Reads which page each named destination of Skia's file is on, counted from 1. */
export function pagesOfDestinations(printed: Uint8Array): ReadonlyMap<string, number> {
  const pdf = Buffer.from(printed).toString('latin1');
  const trailer = readTrailer(pdf);
  const catalog = readDictionary(pdf, trailer, trailer.root);
  const names = /\/Dests (\d+) 0 R/.exec(catalog)?.[1];
  if (names === undefined) return new Map();
  const numbers = new Map(pageObjects(pdf, trailer, catalog).map((object, index) => [object, index + 1]));
  const destinations = new Map<string, number>();
  // Skia writes a plain dictionary of names (ISO 32000-1, 12.3.2.3).
  for (const [, name = '', page] of readDictionary(pdf, trailer, Number(names)).matchAll(
    /\/([^\s/[\]<>()]+)\s*\[(\d+) 0 R/g,
  )) {
    const number = numbers.get(Number(page));
    if (number !== undefined) destinations.set(decodedName(name), number);
  }
  return destinations;
}

/** Number of pages of Skia's file. */
export function pageCount(printed: Uint8Array): number {
  const pdf = Buffer.from(printed).toString('latin1');
  const trailer = readTrailer(pdf);
  return pageObjects(pdf, trailer, readDictionary(pdf, trailer, trailer.root)).length;
}

/** Object numbers of the pages in their order, by way of the page tree (7.7.3). */
function pageObjects(pdf: string, trailer: Trailer, catalog: string): number[] {
  const below = (object: number): number[] => {
    const node = readDictionary(pdf, trailer, object);
    if (!/\/Type \/Pages\b/.test(node)) return [object];
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid)));
  };
  const root = /\/Pages (\d+) 0 R/.exec(catalog)?.[1];
  if (root === undefined) throw new Error('This PDF is not as Skia writes it: no pages.');
  return below(Number(root));
}

/** A name as text: `#` and two hexadecimal digits stand for a byte of UTF-8 (7.3.5). */
function decodedName(name: string): string {
  const bytes = name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
