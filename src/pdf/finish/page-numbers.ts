import type { PrintablePage } from '../../model/page.ts';
import { withAnnexEnding } from './brief-end.ts';
import { pagesOfDestinations } from './destinations.ts';
import { frontPages } from './front-matter.ts';
import {
  fillNumbers,
  shownNumber,
  showsNumbers,
  withNumbers,
  withPlaceholders,
} from './page-number-placeholders.ts';
import { openPrinted } from './repeatable.ts';
import type { SkiaFile } from './skia-file.ts';

/** Numbers that still change after this many prints never settle. */
const ROUNDS = 7;

/** The result of printing a page. */
export interface Print {
  /** The page as intended. */
  readonly page: PrintablePage;
  /** The page as printed: with placeholders or numbers in place of page numbers. */
  readonly printed: PrintablePage;
  /** Whether it was printed with placeholders. */
  readonly hasHolders: boolean;
  readonly bytes: Uint8Array;
}

/** A print whose page numbers are right, or the page to print instead: with other numbers, or rearranged. */
export type Numbered =
  | { readonly file: SkiaFile }
  | { readonly next: PrintablePage }
  | { readonly rearranged: PrintablePage };

/** What to print instead. */
export type Reprint = Exclude<Numbered, { readonly file: SkiaFile }>;

/**
 * Prints a page and passes each print to `numbered` in the end. Chrome has no `target-counter`: page numbers
 * are known only once the page is printed. If the numbers cannot be filled into the print, it is printed again
 * with the numbers found. Numbers have a fixed width, so the second print normally moves nothing; if it does,
 * it is printed again. The ending of the annex is settled after the first print.
 * Throws an Error if the numbers do not settle.
 */
export async function printWithPageNumbers<T extends object>(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
  look: (print: Print) => Promise<T | Reprint>,
): Promise<T> {
  let task = taskOf(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await look({ ...task, bytes: await print(task.printed) });
    if ('next' in outcome)
      task = {
        ...task,
        printed: outcome.next,
        hasHolders: task.hasHolders && outcome.next.body === task.printed.body,
      };
    else if ('rearranged' in outcome) task = taskOf(outcome.rearranged);
    else return outcome;
  }
  throw new Error('The page numbers of its contents list do not come to rest.');
}

function taskOf(page: PrintablePage): Omit<Print, 'bytes'> {
  return { page, printed: asPrinted(page), hasHolders: showsNumbers(page) };
}

/** A page as it is printed first: with placeholders in place of page numbers. */
export function asPrinted(page: PrintablePage): PrintablePage {
  return showsNumbers(page) ? withPlaceholders(page) : page;
}

/**
 * Fills the page numbers into a print with placeholders; for a print with numbers, says whether they are right.
 */
export function numbered({ page, printed, hasHolders, bytes }: Print): Numbered {
  const file = openPrinted(bytes);
  const rearranged = withAnnexEnding(file, page);
  if (rearranged) return { rearranged };
  if (!showsNumbers(page)) return { file };
  if (hasHolders && fillNumbers(file, page)) return { file };
  const pages = pagesOfDestinations(file);
  const front = frontPages(file, page);
  const next = withNumbers(page, (id) => String(shownNumber(pages.get(id), front) ?? ''));
  return next.body === printed.body ? { file } : { next };
}
