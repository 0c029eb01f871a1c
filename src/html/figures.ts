import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { text } from './hast.ts';

/**
 * Puts the SVG of each known figure in place of its image; any other image is dropped to its alternative text.
 * Runs after sanitising: the SVG comes from the figures room and is inserted as it is.
 */
export function rehypeFigures() {
  return (tree: Root, file: VFile): void => {
    const figures = file.data.page?.figures ?? new Map<string, string>();
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || parent === undefined || index === undefined) return;
      const alt = String(node.properties.alt ?? '');
      const svg = figures.get(String(node.properties.src ?? ''));
      parent.children.splice(index, 1, inline(svg, alt));
      return [SKIP, index + 1];
    });
  };
}

function inline(svg: string | undefined, alt: string): ElementContent {
  const tag = svg === undefined ? null : /<svg\b[^>]*>/.exec(svg);
  if (svg === undefined || tag === null) return text(alt);
  const bare = tag[0].replace(/\s(?:role|focusable|aria-[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const said = alt === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(alt)}"`;
  // What stands before the tag is an XML declaration or a doctype, which HTML does not know.
  return {
    type: 'raw',
    value: bare.replace('<svg', () => `<svg${said}`) + svg.slice(tag.index + tag[0].length),
  };
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
