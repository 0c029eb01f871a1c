import { PAGE_OF, type PrintablePage } from '../model/page.ts';
import { pagesOfDestinations } from './destinations.ts';
import { fillNumbers, withHolders, withNumbers } from './number-places.ts';
import { openPrinted } from './repeatable.ts';
import type { SkiaFile } from './skia-file.ts';

/** Numbers that change from print to print this often never come to rest. */
const ROUNDS = 4;

/**
 * Prints a page. Chrome has no `target-counter`: on which page something stands is known once it is printed. Where the
 * numbers cannot be put into what was printed, it is printed again with what the print before tells. Numbers have a
 * width of their own, so the second print moves nothing; when it does all the same, it is printed again. Throws an
 * Error when the numbers do not come to rest.
 */
export async function printWithPageNumbers(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
): Promise<SkiaFile> {
  if (!page.body.includes(PAGE_OF)) return openPrinted(await print(page));
  let printed = withHolders(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = openPrinted(await print(printed));
    if (round === 0 && fillNumbers(file, page)) return file;
    const pages = pagesOfDestinations(file);
    const filled = withNumbers(page, (id) => String(pages.get(id) ?? ''));
    if (filled.body === printed.body) return file;
    printed = filled;
  }
  throw new Error('The page numbers of its contents list do not come to rest.');
}
