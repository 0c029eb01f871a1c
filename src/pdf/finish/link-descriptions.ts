import { htmlText } from '../fonts/html-text.ts';
import { nameText, textString } from './pdf-syntax.ts';
import type { SkiaFile } from './skia-file.ts';

/** A link in HTML, with its attributes and what stands in it. */
const LINK = /<a\b([^>]*)>([\s\S]*?)<\/a>/g;
/** An annotation that is a link, as Skia writes it: to a place in the document, or to an address. */
const ANNOTATION =
  /(?:^|\n)(\d+) 0 obj\n<<\/Type \/Annot\n\/Subtype \/Link\n[^>]*?(?:\/Dest \/([^\s/>]+)|\/URI \(((?:[^()\\]|\\[\s\S])*)\))/g;

/**
 * Describes the links of a file in words (PDF/UA-1, 7.18.5): those inside the document by what the page calls them,
 * others by their address. A place that the page does not name keeps its name.
 *
 * @param body HTML that was printed
 */
export function describeLinks(file: SkiaFile, body: string): void {
  const words = wordsOfLinks(body);
  for (const [, number, place, address] of file.matchAll(ANNOTATION)) {
    const object = Number(number);
    const name = nameText(place ?? '');
    const description = address?.replace(/\\([\s\S])/g, '$1') ?? words.get(name) ?? name;
    file.setDictionary(object, `${file.dictionary(object)}\n/Contents ${textString(description)}`);
  }
}

/** Ids that links lead to, with the words of the first link to each. */
function wordsOfLinks(body: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [, attributes = '', inside = ''] of body.matchAll(LINK)) {
    const id = /\bhref="#([^"]*)"/.exec(attributes)?.[1];
    const label = /\baria-label="([^"]*)"/.exec(attributes)?.[1];
    const said = htmlText(label ?? inside);
    if (id !== undefined && said !== '' && !words.has(htmlText(id))) words.set(htmlText(id), said);
  }
  return words;
}
