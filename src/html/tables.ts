import type { Element, ElementContent, Root } from 'hast';
import { classesOf, eachElement, h, isElement, setClasses } from './hast.ts';

/** Longest cell, in characters, that is not worth breaking: a number, a range, one or two words. */
const shortCell = 12;

/** The same of a figure that is aligned on its unit: "about 100,000,000". */
const shortFigure = 20;

/** Longest word that a column is made wide enough for; longer ones are broken. */
const longestWord = 20;

/** Marks header cells, turns GFM's alignment into classes, and sets column widths. */
export function setTables(tree: Root): void {
  eachElement(tree, (node) => {
    if (node.tagName === 'th') node.properties.scope = 'col';
    if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
    // A browser may leave an empty cell out of the tags of a PDF.
    if (node.tagName === 'td' && node.children.length === 0)
      node.children.push({ type: 'text', value: '\u00a0' });
    if (node.tagName === 'table') setColumns(node);
  });
}

function alignByClass(cell: Element): void {
  const align = cell.properties.align;
  delete cell.properties.align;
  if (align === 'right') setClasses(cell, [...classesOf(cell), 'number']);
  if (align === 'center') setClasses(cell, [...classesOf(cell), 'center']);
  const words = wordsOf(cell);
  const short = align === 'right' ? shortFigure : shortCell;
  if (cell.tagName === 'td' && words.length <= short) setClasses(cell, [...classesOf(cell), 'short']);
  if (words.split(/[\s/-]+/).some((word) => word.length > longestWord))
    setClasses(cell, [...classesOf(cell), 'breaks']);
}

/** Text of a cell for measuring: commas between note numbers are narrow. */
function wordsOf(node: ElementContent): string {
  if (node.type !== 'element') return 'value' in node ? node.value : '';
  const counted = node.tagName === 'sup' ? node.children.filter((child) => isElement(child)) : node.children;
  return counted.map(wordsOf).join('');
}

function setColumns(table: Element): void {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return;
  const size = [`columns-${Math.min(count, 9)}`, ...(isShort(rows) ? ['whole'] : [])];
  setClasses(table, [...classesOf(table), ...size]);
  const columns = columnShares(rows).map((share) => h('col', { style: `width:${share}%` }, []));
  const at = table.children.findIndex((child) => isElement(child, 'thead', 'tbody'));
  table.children.splice(at, 0, h('colgroup', {}, columns));
}

/**
 * Whether a table is short enough to stay on one page: at most a fifth of it, estimated by its text; more would
 * leave gaps.
 */
function isShort(rows: readonly (readonly string[])[]): boolean {
  return rows.length <= 7 && rows.flat().join('').length <= 1000;
}

function rowsOf(table: Element): string[][] {
  const rows: string[][] = [];
  eachElement(table, (node) => {
    if (node.tagName !== 'tr') return;
    rows.push(node.children.filter((cell) => isElement(cell, 'th', 'td')).map(wordsOf));
  });
  return rows;
}

/**
 * Width of each column in whole percent of the table. The square root of the longest cell keeps a column of
 * prose from starving the others; the longest word is the minimum (plus 1.8 characters for padding).
 */
export function columnShares(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const weights = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const longest = Math.max(1, ...cells.map((cell) => cell.length));
    const word = Math.min(longestWord, Math.max(1, ...cells.flatMap(unbroken).map((part) => part.length)));
    return Math.max(word + 1.8, Math.min(longest, 6 * Math.sqrt(longest)));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((100 * weight) / sum));
}

function unbroken(cell: string): string[] {
  return cell.length <= shortCell ? [cell] : cell.split(/[ \n/-]/);
}
