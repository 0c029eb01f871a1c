import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Words of a text, as an eye reads them: no matter how lines break or what separates them. */
export function words(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of the memo's Markdown, without front matter and comments. */
export function wordsOfMarkdown(markdown: string): string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(markdown);
  const blocks = tree.children.filter((node) => node.type !== 'yaml' && node.type !== 'html');
  return blocks.flatMap((node) => leaves(node).flatMap(words));
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

function leaves(node: Node): string[] {
  if (node.type === 'image' || node.type === 'html') return [];
  return node.children ? node.children.flatMap(leaves) : [textOf(node)];
}
