import { PAGE_OF, type PrintablePage } from '../model/page.ts';
import { pagesOfDestinations } from './destinations.ts';

/** An element that shows the page of a place: `<span data-page-of="id">12</span>`. */
const NUMBER = new RegExp(`(<span [^>]*${PAGE_OF}="([^"]*)"[^>]*>)\\d*(</span>)`, 'g');

/** Numbers that change from print to print this often never come to rest. */
const ROUNDS = 4;

/**
 * Prints a page; one that says on which page something stands is printed once more with what the first print tells,
 * because Chrome has no `target-counter`. Numbers have a width of their own, so the second print moves nothing; when
 * it does all the same, it is printed again. Throws an Error when the numbers do not come to rest.
 */
export async function printWithPageNumbers(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (!page.body.includes(PAGE_OF)) return print(page);
  let body = page.body;
  for (let round = 0; round < ROUNDS; round += 1) {
    const bytes = await print({ ...page, body });
    const filled = withNumbers(body, pagesOfDestinations(bytes));
    if (filled === body) return bytes;
    body = filled;
  }
  throw new Error('The page numbers of its contents list do not come to rest.');
}

/** The numbers put in; a place that is on no page gets none. */
function withNumbers(body: string, pages: ReadonlyMap<string, number>): string {
  return body.replace(NUMBER, (_, open: string, id: string, close: string) => {
    return `${open}${pages.get(unescaped(id)) ?? ''}${close}`;
  });
}

/** An id as it is, from an attribute of HTML. */
function unescaped(value: string): string {
  return value.replace(/&#x([0-9a-f]+);|&amp;|&quot;/gi, (found, hex?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return found.toLowerCase() === '&amp;' ? '&' : '"';
  });
}
