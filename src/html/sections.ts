import type { Element, ElementContent, Root, RootContent } from 'hast';
import { classesOf, h, hasClass, isElement, setClasses } from './hast.ts';

/**
 * Divides the page: a `<header>` up to the first `##`, then a `<section>` for each `##` with what follows it. A role
 * of the heading counts for its whole section. A wide table takes the heading right before it onto its own page.
 */
export function rehypeSections() {
  return (tree: Root): void => {
    const out: Element[] = [];
    let open: Element | undefined;
    for (const child of tree.children) {
      if (isElement(child, 'section')) {
        out.push(child);
        open = undefined;
        continue;
      }
      if (isElement(child, 'h2')) {
        open = h('section', {}, []);
        setClasses(open, classesOf(child));
        setClasses(child, []);
        out.push(open);
      } else if (open === undefined) {
        open = h(out.length === 0 ? 'header' : 'section', {}, []);
        out.push(open);
      }
      if (isContent(child)) open.children.push(child);
    }
    for (const part of out) part.children = turnWide(part.children);
    tree.children = out;
  };
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype';
}

function turnWide(children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of children) {
    const page = out.at(-1);
    if (hasClass(page, 'wide-page') && hasClass(child, 'source-line')) {
      page.children.push(child);
    } else if (hasClass(child, 'wide')) {
      const headings: ElementContent[] = [];
      while (isElement(out.at(-1), 'h2', 'h3', 'h4', 'h5', 'h6')) headings.unshift(...out.splice(-1));
      out.push(h('div', { className: ['wide-page'] }, [...headings, child]));
    } else {
      out.push(child);
    }
  }
  return out;
}
