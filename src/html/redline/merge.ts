import type { Element, ElementContent, Root } from 'hast';
import { treeOf } from '../content.ts';
import { eachElement, hasClass, isElement } from '../hast.ts';
import { mergeBlocks } from './blocks.ts';
import type { Context } from './context.ts';
import { findElsewhere } from './elsewhere.ts';
import { noteNumbersOf } from './notes.ts';
import type { Edition, MergeInput } from './types.ts';

/**
 * The newer memo with the changes from the older one marked. Without `<del>` it reads as the newer memo,
 * without `<ins>` as the older one; pictures are the newer memo's, and neither automatic
 * numbers nor labels (`change-label`) count. Both editions are sanitised like any memo, and no mark
 * comes from them.
 */
export function mergeEditions(input: MergeInput): ElementContent[] {
  const [before, after] = [treeOfEdition(input.before, input), treeOfEdition(input.after, input)];
  const sections = after.children.filter((child): child is Element => isElement(child));
  const ids = new Set<string>();
  eachElement(after, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.add(id);
  });
  const contents = { before: contentOf(before), after: contentOf(after) };
  const context: Context = {
    ...input,
    noteNumbers: noteNumbersOf(sections.find((section) => hasClass(section, 'notes'))),
    ids,
    elsewhere: findElsewhere(contents.before, contents.after, input),
  };
  return mergeBlocks(contents.before, contents.after, context).children;
}

/** An edition as a page, with its comparable parts; its marking is that of the whole document. */
function treeOfEdition({ markdown, figures }: Edition, { labels }: MergeInput): Root {
  const tree = treeOf({ markdown, figures, labels });
  eachElement(tree, (element) => {
    // What the analyst struck out is not a deletion between editions.
    if (element.tagName === 'del') element.tagName = 's';
    element.children = element.children.filter((child) => !hasClass(child, 'marking'));
  });
  return tree;
}

function contentOf({ children }: Root): ElementContent[] {
  return children.filter((child): child is ElementContent => child.type !== 'doctype');
}
