import type { Root } from 'hast';
import { PAGE_OF } from '../model/page.ts';
import { eachElement, h, hasClass, isElement } from './hast.ts';
import { headingPrefix } from './headings.ts';

/** Puts an empty page number behind each link of a contents list; whoever prints fills it in. */
export function addPageNumbers(tree: Root): void {
  eachElement(tree, (section) => {
    if (!isElement(section, 'section', 'ul') || !hasClass(section, 'contents')) return;
    eachElement(section, (item) => {
      if (!isElement(item, 'li')) return;
      item.children = item.children.map((child) => {
        const target = isElement(child, 'a') ? String(child.properties.href ?? '') : '';
        if (!target.startsWith(`#${headingPrefix}`)) return child;
        const number = h('span', { className: ['page'], [PAGE_OF]: target.slice(1) }, []);
        return h('span', { className: ['entry'] }, [child, number]);
      });
    });
  });
}
