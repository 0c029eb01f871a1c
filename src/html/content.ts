import type { ElementContent, Root, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { withBoundSpaces } from '../document/bound-spaces.ts';
import { readDocument } from '../document/read-document.ts';
import { PAGE_OF } from '../model/page.ts';
import { closeUpReferences } from './closed-notes.ts';
import { isFigureOf } from './figures.ts';
import { classesOf, eachElement, h, hasClass, isElement, text } from './hast.ts';
import { headingPrefix } from './headings.ts';
import { splitFacts } from './judgments.ts';
import type { PageInput } from './page.ts';
import { setTables, splitAccounts } from './tables.ts';
import { markTallItems } from './tall.ts';
import { toHast } from './to-hast.ts';

/** The input of a page: a memo in Markdown with its figures, by itself or as part of a larger document. */
export type Content = Pick<PageInput, 'markdown' | 'figures' | 'labels' | 'part' | 'slugs'>;

/** Markdown to the elements of a page. The types of the document limit what a stranger's text can become. */
export function treeOf(input: Content): Root {
  const { markdown, figures, part, slugs } = input;
  const document = readDocument(markdown, {
    isFigure: isFigureOf(figures),
    isPart: part !== undefined,
    ...(slugs && { slugs }),
  });
  const tree = toHast(document, input);
  setTables(tree);
  markTallItems(tree);
  keepRanges(tree);
  splitFacts(tree, input.labels.besides);
  addPageNumbers(tree);
  return tree;
}

/**
 * Gives a tree what only a finished page has: lines for each account of a cell, closed-up note numbers, and spaces that do
 * not part. Editions are compared without it, by runs of text and reference by reference.
 */
export function finishTree(tree: Root): void {
  splitAccounts(tree);
  closeUpReferences(tree);
  eachElement(tree, (element) => {
    if (element.tagName === 'code') return;
    for (const child of element.children)
      if (child.type === 'text') child.value = withBoundSpaces(child.value);
  });
}

/** HTML of some elements; drawings from the figures room are passed through. */
export function htmlOf(children: Root['children']): string {
  return toHtml({ type: 'root', children }, { allowDangerousHtml: true });
}

/** A range of numbers with its unit: `80–95 %`, which a line break after the dash would split. */
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

/** Splits a text into ranges, each in an element of its own, and the text around them. */
function apart(value: string): ElementContent[] {
  return value
    .split(range)
    .map((part, index) => (index % 2 === 1 ? h('span', { className: [NOWRAP] }, [text(part)]) : text(part)))
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** Adds an empty page number to each link of a contents list; it is filled in when printing. */
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
