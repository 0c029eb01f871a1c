import { SkiaFile } from './skia-file.ts';

/**
 * Skia's file with other ids for its structure elements: those that Skia gives count on as long as a page lives, and
 * differ from print to print. These are as long, so no offset changes, and numbered by the order of the old ones, not
 * by place: the name tree over them stays sorted.
 *
 * @param pdf one character for each byte
 */
export function renumberedStructure(pdf: string): string {
  const ids = new Set(Array.from(pdf.matchAll(/\/ID \((node\d{8})\)/g), (match) => match[1] ?? ''));
  const renumbered = new Map(
    [...ids].sort().map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`] as const),
  );
  return pdf.replace(/\((node\d{8})\)/g, (whole, id: string) => {
    const next = renumbered.get(id);
    return next === undefined ? whole : `(${next})`;
  });
}

/** What a page printed, open for changes; the same whatever the page had printed before, but for its dates. */
export function openPrinted(printed: Uint8Array): SkiaFile {
  return new SkiaFile(renumberedStructure(Buffer.from(printed).toString('latin1')));
}
