import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement, isElement, text } from './hast.ts';

/**
 * Puts the SVG of each known figure in place of its image; any other image is dropped to its alternative text.
 * Runs after sanitising: the SVG comes from the figures room and is inserted as it is.
 */
export function rehypeFigures() {
  return (tree: Root, file: VFile): void => {
    const figures = file.data.page?.figures ?? new Map<string, string>();
    eachElement(tree, (element) => {
      if (!element.children.some((child) => isElement(child, 'img'))) return;
      element.children = element.children.map((child) => {
        if (!isElement(child, 'img')) return child;
        return inline(figures.get(String(child.properties.src ?? '')), String(child.properties.alt ?? ''));
      });
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
