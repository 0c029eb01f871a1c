/** Width of an average character of table text, in twentieths of a point: a little more than half its size. */
const CHARACTER = 96;
/** Of a word in bold: heads of columns are. */
const WIDEST = 114;
/** What a cell has besides its text. */
const PADDING = 180;

/**
 * Widths for the columns of a table, in twentieths of a point. Each gets what its longest word needs; what is left goes by
 * the root of the longest cell, which keeps a column of prose from starving its neighbours.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  count: number,
  whole: number,
): readonly number[] {
  const wishes = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const longest = Math.max(1, ...cells.map((cell) => cell.length));
    const words = cells.flatMap((cell) => (cell.length <= 12 ? [cell] : cell.split(/[\s/-]/)));
    const least = Math.max(1, ...words.map((word) => word.length)) * WIDEST + PADDING;
    return {
      least,
      wanted: Math.max(least, Math.min(longest, 6 * Math.sqrt(longest)) * CHARACTER + PADDING),
    };
  });
  const least = wishes.reduce((sum, wish) => sum + wish.least, 0);
  if (least >= whole) return wishes.map((wish) => Math.floor((wish.least / least) * whole));
  const wanted = wishes.reduce((sum, wish) => sum + wish.wanted - wish.least, 0);
  const spare = whole - least;
  return wishes.map((wish) =>
    Math.floor(wish.least + (wanted === 0 ? spare / count : (spare * (wish.wanted - wish.least)) / wanted)),
  );
}
