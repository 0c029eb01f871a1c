import type { ElementContent, Root } from 'hast';
import { classesOf, eachElement, hasClass, isElement, setClasses } from './hast.ts';

/** Letters on a line as wide as the page, in the size of tables and of the annex. */
const LINE = 115;

/** Lines of an item that is tall: kept whole, it leaves a seventh of both columns white. */
const TALL_ITEM = 11;

/** Whether a text takes more lines than that in a column with this share of the page's width. */
export function isTall(node: ElementContent, share: number, lines: number): boolean {
  return wordsOf(node).length > lines * LINE * share;
}

/** Marks tall items of lists in two columns and of boxes, which are otherwise kept whole. */
export function markTallItems(tree: Root): void {
  eachElement(tree, (list) => {
    if (!hasClass(list, 'columns') && !hasClass(list, 'aside')) return;
    eachElement(list, (item) => {
      if (item.tagName !== 'li' || hasClass(item, 'tall') || !isTall(item, 1 / 2, TALL_ITEM)) return;
      setClasses(item, [...classesOf(item), 'tall']);
    });
  });
}

/** Text of a cell for measuring: commas between note numbers are narrow. */
export function wordsOf(node: ElementContent): string {
  if (node.type !== 'element') return 'value' in node ? node.value : '';
  const counted = node.tagName === 'sup' ? node.children.filter((child) => isElement(child)) : node.children;
  return counted.map(wordsOf).join('');
}
