import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { readDocument } from '../document/read-document.ts';
import { addPageNumbers } from './contents.ts';
import { isFigureOf } from './figures.ts';
import { takeFactsApart } from './judgments.ts';
import type { PageInput } from './page.ts';
import { keepRanges } from './ranges.ts';
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
