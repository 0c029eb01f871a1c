import type { ElementContent, Root, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { readDocument } from '../document/read-document.ts';
import { PAGE_OF } from '../model/page.ts';
import { isFigureOf } from './figures.ts';
import { classesOf, eachElement, h, hasClass, isElement, text } from './hast.ts';
import { headingPrefix } from './headings.ts';
import { takeFactsApart } from './judgments.ts';
import type { PageInput } from './page.ts';
import { setTables } from './tables.ts';
import { toHast } from './to-hast.ts';

/** What becomes a page: a memo in Markdown with its figures, by itself or as a part of a larger document. */
export type Content = Pick<PageInput, 'markdown' | 'figures' | 'labels' | 'part' | 'slugs'>;

/** Markdown to the elements of a page. What comes of a stranger's text is decided by the types of the document. */
export function treeOf(input: Content): Root {
  const { markdown, figures, part, slugs } = input;
  const document = readDocument(markdown, {
    isFigure: isFigureOf(figures),
    isPart: part !== undefined,
    ...(slugs && { slugs }),
  });
  const tree = toHast(document, input);
  setTables(tree);
  keepRanges(tree);
  takeFactsApart(tree, input.labels.besides);
  addPageNumbers(tree);
  return tree;
}

/** HTML of some elements; drawings of the figures room pass as they are. */
export function htmlOf(children: Root['children']): string {
  return toHtml({ type: 'root', children }, { allowDangerousHtml: true });
}

/** A range of numbers with its unit: `80–95 %`. A line may break after the dash, which tears it apart. */
const range = /(\d[\d.,]*–\d[\d.,]*(?:\u00a0\S+)?)/;

const NOWRAP = 'nowrap';

/** Keeps each range of numbers on one line. */
function keepRanges(tree: Root): void {
  eachElement(tree, (element) => {
    if (classesOf(element).includes(NOWRAP) || !element.children.some(holdsRange)) return;
    element.children = element.children.flatMap((child) =>
      holdsRange(child) ? apart(child.value) : [child],
    );
  });
}

function holdsRange(node: ElementContent): node is Text {
  return node.type === 'text' && node.value.includes('–') && range.test(node.value);
}

/** The text around the ranges, and each range in an element of its own. */
function apart(value: string): ElementContent[] {
  return value
    .split(range)
    .map((part, index) => (index % 2 === 1 ? h('span', { className: [NOWRAP] }, [text(part)]) : text(part)))
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** Puts an empty page number behind each link of a contents list; whoever prints fills it in. */
function addPageNumbers(tree: Root): void {
  eachElement(tree, (section) => {
    if (!isElement(section, 'section', 'ul') || !hasClass(section, 'contents')) return;
    eachElement(section, (item) => {
      if (!isElement(item, 'li')) return;
      item.children = item.children.map((child) => {
        const target = isElement(child, 'a') ? String(child.properties.href ?? '') : '';
        if (!target.startsWith(`#${headingPrefix}`)) return child;
        const number = h('span', { className: ['page'], [PAGE_OF]: target.slice(1) }, []);
        // The joiner keeps the number on the line of the title's last word.
        return h('span', { className: ['entry'] }, [child, text('\u2060'), number]);
      });
    });
  });
}
