import type { PrintablePage } from '../../model/page.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/**
 * How many pages come before the memo's own first page: a cover and what follows it, which are numbered
 * separately. 0 if there is no cover, or the outline does not show it.
 */
export function frontPages(
  file: SkiaFile,
  { frontHeadings = 0 }: Pick<PrintablePage, 'frontHeadings'>,
): number {
  return frontHeadings === 0 ? 0 : Math.max(0, (pageOfHeading(file, frontHeadings) ?? 0) - 1);
}

/**
 * The page of a heading by its index among all headings, from 0; `undefined` if the outline does not show it.
 */
export function pageOfHeading(file: SkiaFile, place: number): number | undefined {
  const destination = /\/Dest \[(\d+) 0 R/.exec(outlineItem(file, place) ?? '')?.[1];
  const page = destination === undefined ? -1 : pagesOf(file).indexOf(Number(destination));
  return page === -1 ? undefined : page + 1;
}

/** An item of the outline by its index in depth-first order, from 0. */
function outlineItem(file: SkiaFile, place: number): string | undefined {
  const root = referenceIn(file.dictionary(file.root), 'Outlines');
  const pending = root === undefined ? [] : [referenceIn(file.dictionary(root), 'First')];
  for (let at = 0; pending.length > 0; ) {
    const item = pending.pop();
    if (item === undefined) continue;
    const dictionary = file.dictionary(item);
    if (at === place) return dictionary;
    at += 1;
    pending.push(referenceIn(dictionary, 'Next'), referenceIn(dictionary, 'First'));
  }
  return undefined;
}

/** The catalog's page labels: lower-case roman numbers before the memo's own pages (ISO 32000-1, 12.4.2). */
export function pageLabels(front: number): string {
  return front === 0 ? '' : ` /PageLabels <</Nums [0 <</S /r>> ${front} <</S /D>>]>>`;
}
