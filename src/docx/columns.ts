import { type Run, textOfRuns } from './flow.ts';

/** Width of an average character of table text, in twentieths of a point: a little more than half its size. */
const CHARACTER = 96;
/** Of a word in bold: heads of columns are. */
const WIDEST = 114;
/** Characters that each column has room for: a sign and a figure in the wider font of a machine that lacks ours. */
const FEWEST = 3;
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
    const least = Math.max(FEWEST, ...words.map((word) => word.length)) * WIDEST + PADDING;
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

/** Note numbers that are measured as part of the word they stand at; more of them go on to another line. */
const MEASURED_NOTES = 4;

/** The words of a cell as their width is measured: behind a word, its first note numbers, which are set smaller. */
export function shownOf(runs: readonly Run[]): string {
  let notes = 0;
  const shown = runs.flatMap((run): Run[] => {
    if (run.type !== 'note') {
      if (!('raised' in run && run.raised)) notes = 0;
      return [run];
    }
    notes += 1;
    const room = '0'.repeat(Math.ceil((String(run.number).length + 1) * 0.6));
    return notes > MEASURED_NOTES ? [] : [{ type: 'text', text: room }];
  });
  return textOfRuns(shown);
}
