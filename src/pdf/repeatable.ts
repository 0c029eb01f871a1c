import { pdfDate } from './pdf-syntax.ts';

/**
 * Skia's bytes with the two things taken out that differ from print to print: the dates, and the ids of structure
 * elements, which count on as long as a page lives. Both are replaced by something of the same length, so no offset
 * changes. The ids are numbered by their order, not their place: the name tree over them stays sorted.
 *
 * @param pdf one character for each byte
 * @param day YYYY-MM-DD
 */
export function makeRepeatable(pdf: string, day: string): string {
  const date = pdfDate(day);
  const dated = pdf.replace(/(\/(?:CreationDate|ModDate) \()(D:[^)]*)(\))/g, (whole, before, old, after) =>
    old.length === date.length ? `${before}${date}${after}` : whole,
  );
  const ids = new Set(Array.from(dated.matchAll(/\/ID \((node\d{8})\)/g), (match) => match[1] ?? ''));
  const renumbered = new Map(
    [...ids].sort().map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`] as const),
  );
  return dated.replace(/\((node\d{8})\)/g, (whole, id: string) => {
    const next = renumbered.get(id);
    return next === undefined ? whole : `(${next})`;
  });
}
