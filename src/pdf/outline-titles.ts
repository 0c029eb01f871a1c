import { type PdfObject, readDictionary, type Trailer, textString } from './pdf-syntax.ts';

/** A title in an outline item: a literal or a hexadecimal string (ISO 32000-1, 7.3.4). */
const TITLE = /\/Title (?:\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-F]*)>)/;

/**
 * Skia makes the titles of the outline from the lines of the headings as they are printed, and loses the space where a
 * line breaks: "what isknown". These are the outline's items with the headings' own words.
 *
 * @param pdf one character for each byte
 * @param headings the words of all headings
 */
export function mendedOutline(pdf: string, trailer: Trailer, headings: readonly string[]): PdfObject[] {
  const root = reference(readDictionary(pdf, trailer, trailer.root), 'Outlines');
  if (root === undefined || headings.length === 0) return [];
  const words = new Map(headings.map((heading) => [squeezed(heading), heading]));
  const mended: PdfObject[] = [];
  const pending = [reference(readDictionary(pdf, trailer, root), 'First')];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const dictionary = readDictionary(pdf, trailer, item);
    const title = titleOf(dictionary);
    const heading = title === undefined ? undefined : words.get(squeezed(title));
    if (heading !== undefined && heading !== title) {
      const content = dictionary.replace(TITLE, () => `/Title ${textString(heading)}`);
      mended.push({ number: item, content: Buffer.from(`<<${content}>>`, 'latin1') });
    }
    for (const key of ['Next', 'First']) {
      const next = reference(dictionary, key);
      if (next !== undefined) pending.push(next);
    }
  }
  return mended;
}

/** The words of all headings in the body of a page. */
export function headingsIn(body: string): string[] {
  return Array.from(body.matchAll(/<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/g), ([, inside = '']) =>
    inside
      .replace(/<[^>]*>/g, '')
      .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function reference(dictionary: string, key: string): number | undefined {
  const found = new RegExp(String.raw`/${key} (\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

function titleOf(dictionary: string): string | undefined {
  const [, literal, hex] = TITLE.exec(dictionary) ?? [];
  if (hex !== undefined) {
    return Buffer.from(hex, 'hex')
      .swap16()
      .toString('utf16le')
      .replace(/^\ufeff/, '');
  }
  return literal?.replace(/\\([0-7]{3})|\\([\s\S])/g, (_, octal?: string, plain?: string) =>
    octal === undefined ? (plain ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}
