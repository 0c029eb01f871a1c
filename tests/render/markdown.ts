import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Markdown as a reader of GitHub-flavoured Markdown takes it. */
export function parse(markdown: string): Root {
  return processor.parse(markdown);
}

/** Types of all nodes below the given one, without repeats. */
export function typesIn(node: Nodes): Set<string> {
  const types = new Set<string>();
  visit(node, (found) => {
    if (found !== node) types.add(found.type);
  });
  return types;
}

/** How many nodes of a type there are. */
export function countOf(node: Nodes, type: Nodes['type']): number {
  let count = 0;
  visit(node, type, () => {
    count += 1;
  });
  return count;
}

export { textOf };
