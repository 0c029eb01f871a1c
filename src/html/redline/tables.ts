import type { Element, ElementContent } from 'hast';
import { h, isElement, solid, text } from '../hast.ts';
import type { Context } from './context.ts';
import { leavesOf, readingOf, type Side } from './leaves.ts';
import { addedBlock, labelled, markBlock, mergeText, withClass } from './marks.ts';
import type { Item, Step } from './types.ts';

/** A table in both editions: columns matched by their headings, rows by their first cell, cells word by word. */
export function mergeTable(before: Element, after: Element, context: Context): Element {
  const [heads, freshHeads] = [headsOf(before), headsOf(after)];
  const columns = columnsOf(heads, freshHeads, context);
  const counts = {
    before: isNumberColumn(heads, context),
    after: isNumberColumn(freshHeads, context),
  };
  const row = (old: Element, fresh: Element) => mergeRow(old, fresh, columns, counts.after, context);
  const [oldHead, freshHead] = [rowsOf(before, 'thead')[0], rowsOf(after, 'thead')[0]];
  const bodies = { before: rowsOf(before, 'tbody'), after: rowsOf(after, 'tbody') };
  const steps = context.aligner.items(
    bodies.before.map((item) => rowItem(item, 'before', counts.before, context)),
    bodies.after.map((item) => rowItem(item, 'after', counts.after, context)),
    { moves: true },
  );
  const rows = steps.flatMap((step): Element[] => {
    const old = step.kind === 'inserted' ? undefined : bodies.before[step.before];
    const fresh = step.kind === 'deleted' ? undefined : bodies.after[step.after];
    if (old && fresh) {
      const merged = row(old, fresh);
      return [step.kind === 'both' && step.moved ? labelled(merged, 'moved', context.labels.moved) : merged];
    }
    if (fresh) return [withColumns(addedBlock(fresh, context), columns, 'after')];
    return old ? [goneRow(old, columns, counts.before, context)] : [];
  });
  const captions = [before, after].map(({ children }) =>
    children.find((child) => isElement(child, 'caption')),
  );
  const caption = captionOf(captions[0], captions[1], context);
  const isNarrower = columns.every(({ kind }) => kind !== 'deleted');
  return {
    ...after,
    properties: { ...after.properties },
    children: after.children.flatMap((child): ElementContent[] => {
      switch (child.type === 'element' ? child.tagName : '') {
        case 'caption':
          return caption;
        case 'colgroup':
          return isNarrower ? [child] : [];
        case 'thead':
          return oldHead && freshHead ? [h('thead', {}, [row(oldHead, freshHead)])] : [child];
        case 'tbody':
          return [h('tbody', {}, rows)];
        default:
          return [child];
      }
    }),
  };
}

function captionOf(
  before: ElementContent | undefined,
  after: ElementContent | undefined,
  context: Context,
): ElementContent[] {
  if (!isElement(after)) return [];
  return [isElement(before) ? mergeText(before, after, context) : after];
}

function rowsOf(table: Element, part: 'thead' | 'tbody'): Element[] {
  return table.children
    .filter((child): child is Element => isElement(child, part))
    .flatMap(({ children }) => children.filter((child): child is Element => isElement(child, 'tr')));
}

function cellsOf(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter((child): child is Element => isElement(child, 'th', 'td'));
}

function headsOf(table: Element): string[] {
  return cellsOf(rowsOf(table, 'thead')[0]).map((cell) => readingOf(leavesOf(cell.children, 'after', [])));
}

/** Whether the first column only numbers the rows: then it is ignored. */
function isNumberColumn(heads: readonly string[], { numberHeads }: Context): boolean {
  return numberHeads.includes(heads[0] ?? '');
}

/** Columns with the same or similar headings; if their number is unchanged, each is matched with the one at its position. */
function columnsOf(
  before: readonly string[],
  after: readonly string[],
  { aligner }: Context,
): readonly Step[] {
  const same = before.length === after.length;
  const item = (head: string): Item => ({ kind: '', text: head });
  const steps = aligner.items(before.map(item), after.map(item), { moves: false });
  return same && !isShifted(steps)
    ? after.map((_, at) => ({ kind: 'both', before: at, after: at, moved: false }))
    : steps;
}

function isShifted(steps: readonly Step[]): boolean {
  return steps.some((step) => step.kind === 'both' && step.before !== step.after);
}

function rowItem(row: Element, side: Side, isCounted: boolean, { numberings }: Context): Item {
  const cells = cellsOf(row).slice(isCounted ? 1 : 0);
  const texts = cells.map((cell) => readingOf(leavesOf(cell.children, side, numberings)));
  return { kind: 'tr', text: texts.join('\n'), lead: texts[0] ?? '' };
}

function mergeRow(
  before: Element,
  after: Element,
  columns: readonly Step[],
  isCounted: boolean,
  context: Context,
): Element {
  const [old, fresh] = [cellsOf(before), cellsOf(after)];
  const cells = columns.map((column): Element => {
    const source = column.kind === 'inserted' ? undefined : old[column.before];
    const target = column.kind === 'deleted' ? undefined : fresh[column.after];
    if (target && isCounted && column.kind === 'both' && column.after === 0) return target;
    if (source && target) return mergeText(source, target, context);
    if (target)
      return withClass(
        markBlock(target, 'inserted', context),
        solid(target.children).length > 0 && 'changed',
      );
    if (source)
      return withClass(markBlock(source, 'deleted', context), solid(source.children).length > 0 && 'changed');
    return h('td', {}, []);
  });
  const isChanged = cells.some((cell) => [cell.properties.className].flat().includes('changed'));
  const made = { ...after, properties: { ...after.properties }, children: cells };
  return withClass(made, isChanged && 'changed');
}

/** A removed row; its number is labelled as an old one. */
function goneRow(row: Element, columns: readonly Step[], isCounted: boolean, context: Context): Element {
  const { removed, oldNumber } = context.labels;
  const [number, ...cells] = cellsOf(row);
  if (!isCounted || number === undefined) {
    return withColumns(labelled(markBlock(row, 'deleted', context), 'removed', removed), columns, 'before');
  }
  const old = readingOf(leavesOf(number.children, 'before', []));
  const words = text(oldNumber.replaceAll('{number}', () => old));
  const shown = { ...number, children: [h('span', { className: ['old-number'] }, [words])] };
  const marked = labelled(
    { ...markBlock({ ...row, children: cells }, 'deleted', context) },
    'removed',
    removed,
  );
  return withColumns({ ...marked, children: [shown, ...marked.children] }, columns, 'before');
}

/** The cells of a row in only one edition, in the columns of both. */
function withColumns(row: Element, columns: readonly Step[], side: Side): Element {
  const cells = cellsOf(row);
  const inColumn = (column: Step) =>
    side === 'before'
      ? column.kind === 'inserted'
        ? undefined
        : cells[column.before]
      : column.kind === 'deleted'
        ? undefined
        : cells[column.after];
  return { ...row, children: columns.map((column) => inColumn(column) ?? h('td', {}, [])) };
}
