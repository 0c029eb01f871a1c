import type { Block, Cell, Inline, Row, Table } from '../document/types.ts';

/**
 * Widest table, in characters at 8.5 pt (4.3 pt each on average), on a portrait and a landscape page of A4 or
 * Letter with the memo's margins.
 */
const UPRIGHT = 108;
const TURNED = 164;
/** Space between two columns, in the same characters. */
const PADDING = 2.1;
/** Longest word that is not broken; longer ones break at the column's edge. */
const LONGEST_WORD = 14;
/** Least width of a column that holds sentences. */
const SENTENCES = 18;

/**
 * Puts each table on a suitable page: a table too wide for a portrait page gets a landscape page, and one too
 * wide for that is split by columns, each part with the first column. No column is lost, and nothing is shrunk.
 */
export function fitTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'table') return [block];
    const widths = widthsOf(block);
    if (sum(widths) <= UPRIGHT) return [block];
    return columnGroups(widths, TURNED).map((columns, index) =>
      turned(withColumns(block, columns, index > 0), index === 0 ? block.caption : undefined),
    );
  });
}

function turned(table: Table, caption: Table['caption']): Table {
  const isWide = table.roles.includes('wide') || caption?.roles.includes('wide');
  return { ...table, caption, roles: isWide ? table.roles : [...table.roles, 'wide'] };
}

/** Indexes of the columns in each part: the first column, and as many others as fit. */
export function columnGroups(widths: readonly number[], room: number): number[][] {
  const [first = 0, ...others] = widths;
  const groups: number[][] = [];
  let left = 0;
  others.forEach((width, index) => {
    const group = groups.at(-1);
    if (group !== undefined && width <= left) {
      group.push(index + 1);
      left -= width;
      return;
    }
    groups.push([0, index + 1]);
    left = room - first - width;
  });
  return groups.length === 0 ? [[0]] : groups;
}

/**
 * Some columns of a table. If the first column is repeated, its note references are not: a reference has one
 * place.
 */
function withColumns(table: Table, columns: readonly number[], isRepeated: boolean): Table {
  const cellsOf = ({ cells }: Row): Cell[] =>
    columns.flatMap((at) => {
      const cell = cells[at];
      if (cell === undefined) return [];
      return isRepeated && at === 0 ? { ...cell, content: withoutReferences(cell.content) } : cell;
    });
  return {
    ...table,
    columns: columns.map((at) => table.columns[at]),
    rows: table.rows.map((row): Row => ({ ...row, cells: cellsOf(row) })),
  };
}

function withoutReferences(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.type === 'reference') return [];
    return 'content' in inline ? [{ ...inline, content: withoutReferences(inline.content) }] : [inline];
  });
}

/** The minimum width of each column. */
function widthsOf({ columns, rows }: Table): number[] {
  return columns.map((_, column) => {
    const cells = rows.map(({ cells }) => textOf(cells[column]));
    const words = cells.flatMap((cell) => cell.split(/[\s/-]+/).map((word) => word.length));
    const word = Math.min(LONGEST_WORD, Math.max(1, ...words));
    const longest = Math.max(0, ...cells.map((cell) => cell.length));
    return Math.max(word, longest > 3 * SENTENCES ? SENTENCES : 0) + PADDING;
  });
}

function textOf(cell: Cell | undefined): string {
  return (cell?.content ?? []).map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if ('text' in inline) return inline.text;
  return 'content' in inline ? inline.content.map(inlineText).join('') : '';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
