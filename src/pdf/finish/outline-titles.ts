import { htmlText } from '../fonts/html-text.ts';
import { textString } from './pdf-syntax.ts';
import { referenceIn, type SkiaFile } from './skia-file.ts';

/** The title of an outline item: a literal or a hexadecimal string (ISO 32000-1, 7.3.4). */
const TITLE = /\/Title (?:\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-F]*)>)/;

/**
 * Skia makes outline titles from the printed lines of the headings, and loses the space at a line break: "what
 * isknown". A heading that was set at the foot of a page and then moved to the next appears twice:
 * "TrendsTrends". Replaces the titles by the headings' own words.
 *
 * @param headings the words of all headings
 */
export function fixOutline(file: SkiaFile, headings: readonly string[]): void {
  const root = referenceIn(file.dictionary(file.root), 'Outlines');
  if (root === undefined || headings.length === 0) return;
  const words = new Map(headings.map((heading) => [squeezed(heading), heading]));
  const pending = [referenceIn(file.dictionary(root), 'First')];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const dictionary = file.dictionary(item);
    const title = titleOf(dictionary);
    const heading = title === undefined ? undefined : headingOf(squeezed(title), words);
    if (heading !== undefined && heading !== title) {
      file.setDictionary(
        item,
        dictionary.replace(TITLE, () => `/Title ${textString(heading)}`),
      );
    }
    for (const key of ['Next', 'First']) {
      const next = referenceIn(dictionary, key);
      if (next !== undefined) pending.push(next);
    }
  }
}

/** The heading that a title without its spaces belongs to, whether it appears once or several times. */
function headingOf(title: string, words: ReadonlyMap<string, string>): string | undefined {
  const once = words.get(title);
  if (once !== undefined) return once;
  for (const times of [2, 3]) {
    const part = title.slice(0, title.length / times);
    if (part.repeat(times) === title && words.has(part)) return words.get(part);
  }
  return undefined;
}

/** The words of all headings in the body of a page. */
export function headingsIn(body: string): string[] {
  return Array.from(body.matchAll(/<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/g), ([, inside = '']) =>
    htmlText(inside),
  );
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
