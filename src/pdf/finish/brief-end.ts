import type { PrintablePage } from '../../model/page.ts';
import { pagesOfDestinations } from './destinations.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** What a page gains when it is set closer, in CSS pixels: measured, some 7 % of A4. */
const GAIN = 60;

/** Height of a line, in CSS pixels. */
const LINE = 18;

/** Of a brief that is longer than it should be, more may be left on its last page: it is tried all the same. */
const MOST_PAGES = 6;

/**
 * Whether the last page of a brief holds so little that its other pages would take it in if they were set closer. An editor
 * would not send three lines and a white page to a minister. False where there is no annex behind it.
 */
export function endsOnAStub(file: SkiaFile, { brief }: Pick<PrintablePage, 'brief'>): boolean {
  const annex = brief && pagesOfDestinations(file).get(brief.annex);
  if (annex === undefined || annex < 3) return false;
  const last = pagesOf(file)[annex - 2];
  const stream = last === undefined ? undefined : referenceIn(file.dictionary(last), 'Contents');
  const height = textHeight((stream !== undefined && file.stream(stream)) || '');
  const others = annex - 2;
  return height > 0 && (height <= GAIN * others || (others >= MOST_PAGES && height <= 2 * GAIN * others));
}

/** From the first line of a page to its last, in CSS pixels. Heads and feet are not tagged, and stand before what is. */
function textHeight(content: string): number {
  const own = content.slice(content.indexOf('/MCID'));
  const lines = Array.from(own.matchAll(/^1 0 0 -1 \S+ (\S+) Tm$/gm), ([, y]) => Number(y));
  return lines.length === 0 ? 0 : Math.max(...lines) - Math.min(...lines) + LINE;
}
