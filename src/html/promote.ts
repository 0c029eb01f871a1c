import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';

/**
 * In a part of a larger document every heading stands one level lower than in a memo by itself. All that is done with a
 * memo goes by its levels, so they are raised again; `rehypeHeadingIds` tells screen readers the true ones.
 */
export function remarkPromoteHeadings() {
  return (tree: Root, file: VFile): void => {
    if (file.data.page?.part) promote(tree);
  };
}

function promote(node: Nodes): void {
  if (node.type === 'heading') node.depth = Math.max(1, node.depth - 1) as typeof node.depth;
  if ('children' in node) for (const child of node.children) promote(child);
}
