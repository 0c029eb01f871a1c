import { type Run, textOfRuns } from './flow.ts';

/** Width of an average character of table text, in twentieths of a point: a little more than half its size. */
const CHARACTER = 96;
/** The same for bold words, as in column headers, in the widest font that replaces ours: “Congress” in DejaVu Sans. */
const WIDEST = 126;
/** Fewest characters that a column has room for: a sign and a figure, even in a wider replacement font. */
const FEWEST = 3;
/** Padding of a cell. */
const PADDING = 180;

/**
 * Widths for the columns of a table, in twentieths of a point. Each column gets what its longest word needs;
 * the rest is divided by the square root of the longest cell, so that a column of prose does not starve the
 * others.
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

/** Most note numbers measured as part of the word before them; further ones wrap. */
const MEASURED_NOTES = 4;

/** The words of a cell for measuring: after a word, its first note numbers, which are set smaller. */
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
