import type { Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { eachElement } from './hast.ts';

/** Before every id made from a heading, so that none can clash with an id of the page's own. */
export const headingPrefix = 'section-';

/** Gives every heading without an id one made from its words; the same words again get `-1`, `-2`, … */
export function rehypeHeadingIds() {
  return (tree: Root): void => {
    const taken = new Set<string>();
    eachElement(tree, (node) => {
      if (!/^h[1-6]$/.test(node.tagName) || node.properties.id !== undefined) return;
      const base = slug(textOf(node));
      let id = base;
      for (let again = 1; taken.has(id); again += 1) id = `${base}-${again}`;
      taken.add(id);
      node.properties.id = headingPrefix + id;
    });
  };
}

/** Lower case, letters, marks and digits of any script, `_` and `-`; white space becomes `-`. Follows GitHub's slugs. */
export function slug(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-');
}
