import type { ElementContent, Root } from 'hast';
import { eachElement, h, text } from './hast.ts';
import { headingId, headingPrefix } from './headings.ts';
import { notePrefix } from './notes.ts';

/**
 * Links lead to the web, to an address or into the page; every other link keeps its words and loses its target.
 * `#heading` as GitHub names it leads to the prefixed id of that heading.
 */
export function rehypeLinks() {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'a') return;
      const href = String(node.properties.href ?? '');
      if (href.startsWith('#')) {
        if (!href.startsWith(`#${notePrefix}`)) node.properties.href = `#${targetOf(href.slice(1))}`;
      } else if (!/^(?:https?|mailto):/i.test(href)) {
        delete node.properties.href;
      }
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? breakable(child.value) : [child],
      );
    });
  };
}

/** The id of a heading that a link names, percent-encoded as links are. */
function targetOf(name: string): string {
  try {
    return encodeURI(headingId(decodeURIComponent(name)));
  } catch {
    return headingPrefix + name; // no encoding of anything
  }
}

/** An address shown as it is may break after its slashes and the like; other words stay as they are. */
function breakable(words: string): ElementContent[] {
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words)) return [text(words)];
  const parts = words.split(/(?<=[^:/]\/|[?&=_-])(?=[^/])/);
  return parts.flatMap((part, at) => (at === 0 ? [text(part)] : [h('wbr', {}, []), text(part)]));
}
