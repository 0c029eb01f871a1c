import type { Place } from '../model/finding.ts';

/** Turns offsets into a text (UTF-16 code units from 0) into lines and columns (from 1). */
export interface LineIndex {
  readonly lineCount: number;
  /** Line of an offset; the end of the text belongs to the last line. */
  lineAt(offset: number): number;
  /** Place of the text from `start` up to, not including, `end`. */
  place(start: number, end: number): Place;
  /** Offset of a place; the end of the text for one behind it. */
  offsetAt(line: number, column: number): number;
  /** Text of a line without its line end; empty when there is no such line. */
  lineText(line: number): string;
}

/** Lines end with LF, CRLF or a lone CR, as in editors. */
export function indexLines(text: string): LineIndex {
  let known: readonly number[] | undefined;
  const lineStarts = () => (known ??= startsOfLines(text)); // nobody asks where nothing is wrong

  const lineAt = (offset: number): number => {
    const starts = lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const columnAt = (offset: number, line: number): number => offset - (lineStarts()[line - 1] ?? 0) + 1;

  return {
    get lineCount() {
      return lineStarts().length;
    },
    lineAt,
    place(start, end) {
      const line = lineAt(start);
      const endLine = lineAt(end);
      return { line, column: columnAt(start, line), endLine, endColumn: columnAt(end, endLine) };
    },
    offsetAt(line, column) {
      const start = lineStarts()[line - 1] ?? text.length;
      return Math.min(text.length, start + column - 1);
    },
    lineText(line) {
      const starts = lineStarts();
      const start = starts[line - 1];
      if (start === undefined) return '';
      return text.slice(start, starts[line] ?? text.length).replace(/(?:\r\n|\r|\n)$/, '');
    },
  };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
