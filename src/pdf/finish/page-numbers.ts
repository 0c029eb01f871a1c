import type { PrintablePage } from '../../model/page.ts';
import { endsOnAStub } from './brief-end.ts';
import { pagesOfDestinations } from './destinations.ts';
import { frontPages } from './front-matter.ts';
import {
  fillNumbers,
  shownNumber,
  showsNumbers,
  withHolders,
  withNumbers,
} from './page-number-placeholders.ts';
import { openPrinted } from './repeatable.ts';
import type { SkiaFile } from './skia-file.ts';

/** Numbers that change from print to print this often never come to rest. */
const ROUNDS = 4;

/** What came of printing a page. */
export interface Print {
  /** As it is meant to be. */
  readonly page: PrintablePage;
  /** As it was printed: with holders or numbers where page numbers stand. */
  readonly printed: PrintablePage;
  /** Whether holders stand there. */
  readonly hasHolders: boolean;
  readonly bytes: Uint8Array;
}

/** A print whose page numbers are right, or the page to print instead. */
export type Numbered = { readonly file: SkiaFile } | { readonly next: PrintablePage };

/**
 * Prints a page and has each print looked at, by `numbered` in the end. Chrome has no `target-counter`: on which page
 * something stands is known once it is printed. Where the numbers cannot be put into what was printed, it is printed
 * again with what the print before tells. Numbers have a width of their own, so the second print moves nothing; when
 * it does all the same, it is printed again. So is a brief that would end on a page with a few lines. Throws an Error
 * when the numbers do not come to rest.
 */
export async function printWithPageNumbers<T extends object>(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
  look: (print: Print) => Promise<T | { readonly next: PrintablePage }>,
): Promise<T> {
  let hasHolders = showsNumbers(page);
  let printed = hasHolders ? withHolders(page) : page;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await look({ page, printed, hasHolders, bytes: await print(printed) });
    if (!('next' in outcome)) return outcome;
    hasHolders &&= outcome.next.body === printed.body;
    printed = outcome.next;
  }
  throw new Error('The page numbers of its contents list do not come to rest.');
}

/** Puts the page numbers into a print with holders; of one with numbers, says whether they are right. */
export function numbered({ page, printed, hasHolders, bytes }: Print): Numbered {
  const file = openPrinted(bytes);
  if (page.brief && printed.css === page.css && endsOnAStub(file, page))
    return { next: { ...printed, css: page.css + page.brief.closer } };
  if (!showsNumbers(page)) return { file };
  if (hasHolders && fillNumbers(file, page)) return { file };
  const pages = pagesOfDestinations(file);
  const front = frontPages(file, page);
  const next = withNumbers(page, (id) => String(shownNumber(pages.get(id), front) ?? ''));
  return next.body === printed.body ? { file } : { next: { ...next, css: printed.css } };
}
