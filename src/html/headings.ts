import type { Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { Slugs } from '../model/slug.ts';
import { eachElement } from './hast.ts';

/** Before every id made from a heading, so that none can clash with an id of the page's own. */
export const headingPrefix = 'section-';

/**
 * Gives every heading without an id one made from its words. In a part of a larger document the ids go on from those of
 * the parts before, and each heading says that it is one level lower than it looks.
 */
export function rehypeHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const { part, slugs = new Slugs() } = file.data.page ?? {};
    eachElement(tree, (node) => {
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level === undefined) return;
      if (part) node.properties.ariaLevel = Math.min(6, Number(level) + 1);
      if (node.properties.id === undefined) node.properties.id = headingPrefix + slugs.next(textOf(node));
    });
  };
}
