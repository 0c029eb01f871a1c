import type { PrintablePage } from '../../model/page.ts';
import { withAnnexEnding, withBriefEnding } from './brief-end.ts';
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
const ROUNDS = 7;

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

/** A print whose page numbers are right, or the page to print instead: with other numbers, or arranged otherwise. */
export type Numbered =
  | { readonly file: SkiaFile }
  | { readonly next: PrintablePage }
  | { readonly rearranged: PrintablePage };

/** What is to be printed instead of what was. */
export type Again = Exclude<Numbered, { readonly file: SkiaFile }>;

/**
 * Prints a page and has each print looked at, by `numbered` in the end. Chrome has no `target-counter`: on which page
 * something stands is known once it is printed. Where the numbers cannot be put into what was printed, it is printed
 * again with what the print before tells. Numbers have a width of their own, so the second print moves nothing; when
 * it does all the same, it is printed again. How its brief ends is settled before, how its annex does after the first
 * print. Throws an Error when the numbers do not come to rest.
 */
export async function printWithPageNumbers<T extends object>(
  page: PrintablePage,
  print: (page: PrintablePage) => Promise<Uint8Array>,
  look: (print: Print) => Promise<T | Again>,
): Promise<T> {
  const settled = await withBriefEnding(page, (some) => print(taskOf(some).printed));
  let task = taskOf(settled);
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
  const hasHolders = showsNumbers(page);
  return { page, printed: hasHolders ? withHolders(page) : page, hasHolders };
}

/** Puts the page numbers into a print with holders; of one with numbers, says whether they are right. */
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
