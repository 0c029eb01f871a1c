import type { Element, ElementContent, Root } from 'hast';
import { classesOf, eachElement, h, hasClass, isBlank, isElement, setClasses, solid, text } from './hast.ts';
import { isTall, wordsOf } from './tall.ts';

/** Longest cell, in characters, that is not worth breaking: a number, a range, one or two words. */
const shortCell = 12;

/** The same of a figure that is aligned on its unit: "about 100,000,000". */
const shortFigure = 20;

/** Lines of a row that is tall, a fifth of a page: kept whole, it would leave as much white before it. */
const TALL_ROW = 16;

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

function setColumns(table: Element): void {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return;
  const size = [`columns-${Math.min(count, 9)}`, ...(isShort(rows) ? ['whole'] : [])];
  setClasses(table, [...classesOf(table), ...size]);
  const shares = columnShares(rows);
  markTall(table, shares);
  const columns = shares.map((share) => h('col', { style: `width:${share}%` }, []));
  const at = table.children.findIndex((child) => isElement(child, 'thead', 'tbody'));
  table.children.splice(at, 0, h('colgroup', {}, columns));
}

/** Marks rows with a cell that is tall in its column. */
function markTall(table: Element, shares: readonly number[]): void {
  eachElement(table, (row) => {
    if (row.tagName !== 'tr') return;
    const cells = row.children.filter((cell) => isElement(cell, 'td'));
    if (cells.some((cell, column) => isTall(cell, (shares[column] ?? 0) / 100, TALL_ROW)))
      setClasses(row, [...classesOf(row), 'tall']);
  });
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

/** Longest text in bold, in characters, that names what follows it: "External operations", "38". */
const LONGEST_NAME = 40;

/** Accounts in a cell from which on its table is tall, however few letters they have. */
const TALL_CELL = 3;

/**
 * Gives each account of a cell lines of its own. Several stand in a cell where each begins with a name or a number
 * in bold, and all but the first after the end of a sentence or its notes.
 */
export function splitAccounts(tree: Root): void {
  eachElement(tree, (table) => {
    if (table.tagName !== 'table') return;
    eachElement(table, (cell) => {
      if (cell.tagName !== 'td' || !isName(cell.children[0])) return;
      const starts = cell.children.flatMap((_, at) => {
        const start = at > 0 && isName(cell.children[at]) ? beginning(cell.children, at) : undefined;
        return start === undefined ? [] : [start];
      });
      if (starts.length === 0) return;
      cell.children = [0, ...starts].map((from, index) =>
        h('div', { className: ['account'] }, cell.children.slice(from, starts[index])),
      );
      if (cell.children.length >= TALL_CELL)
        setClasses(
          table,
          classesOf(table).filter((name) => name !== 'whole'),
        );
    });
  });
}

/** Accounts from which on a row may part over a page. */
const MANY_ACCOUNTS = 5;

/** The comma between a name and what it is, in any of our languages, with the space around it. */
const COMMA = /^[\s,،]+/;

/**
 * Where a table of names and accounts has a row of many, makes each row a table of its own with the name as its head:
 * that is all a browser repeats where a row goes on over a page.
 */
export function headRows(tree: Root): void {
  eachElement(tree, (table) => {
    if (table.tagName !== 'table') return;
    const columns = table.children.filter((child) => isElement(child, 'colgroup'));
    const rows = table.children
      .filter((child) => isElement(child, 'tbody'))
      .flatMap((body) => body.children.filter((row) => isElement(row, 'tr')));
    if (!rows.some((row) => accountsIn(row) >= MANY_ACCOUNTS)) return;
    for (const row of rows) {
      const [about, told, third] = solid(row.children);
      if (!isElement(about, 'td') || !isElement(told, 'td') || third) continue;
      const [name, ...rest] = about.children;
      if (!name || !isName(name)) continue;
      if (rest[0]?.type === 'text') rest[0].value = rest[0].value.replace(COMMA, '');
      about.children = rest.length > 0 ? rest : [text('\u00a0')];
      const head = h('tr', {}, [h('th', { scope: 'colgroup', colSpan: 2 }, [name])]);
      const inner = [h('thead', {}, [head]), h('tbody', {}, [h('tr', {}, [about, told])])];
      row.children = [
        h('td', { colSpan: 2, className: ['headed'] }, [
          h('table', { className: ['row'] }, [...structuredClone(columns), ...inner]),
        ]),
      ];
    }
  });
}

/** Most accounts in a cell of a row. */
function accountsIn(row: Element): number {
  return Math.max(
    0,
    ...row.children.map(
      (cell) =>
        (isElement(cell, 'td') ? cell.children : []).filter((child) => hasClass(child, 'account')).length,
    ),
  );
}

function isName(node: ElementContent | undefined): boolean {
  return isElement(node, 'strong') && wordsOf(node).length <= LONGEST_NAME;
}

/**
 * Where the account begins whose name stands there: a word before it, as the "or" between two sides, belongs to it.
 * `undefined` where the name stands within a sentence.
 */
function beginning(nodes: readonly ElementContent[], name: number): number | undefined {
  const at = isBlank(nodes[name - 1]) && isElement(nodes[name - 2], 'em') ? name - 2 : name;
  const before = nodes[at - 1];
  if (before?.type !== 'text') return undefined;
  const ends = isBlank(before) ? isElement(nodes[at - 2], 'sup') : /[.!?…]["”»“’]?\s+$/.test(before.value);
  return ends ? at : undefined;
}
