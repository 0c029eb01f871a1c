import type { Element, ElementContent, Root } from 'hast';
import { eachElement, h, isElement, setClasses, text } from './hast.ts';

/**
 * Numbers of notes as print has them: sorted, and neighbours closed up ("1–4, 9"). What is between the ends of a range is
 * not shown; its place stays, so that its note leads back. A number right behind a figure is put in brackets and set apart:
 * "2023: 15⁵⁷" would read as a power.
 *
 * For a page that is finished: a redline compares references one by one.
 */
export function closeUpReferences(tree: Root): void {
  eachElement(tree, (parent) => {
    parent.children.forEach((child, at) => {
      if (!isElement(child, 'sup')) return;
      const links = child.children.filter((one): one is Element => isElement(one, 'a'));
      const others = child.children.filter((one) => !isElement(one, 'a'));
      if (links.length === 0 || links.length + others.length !== child.children.length) return;
      if (!links.every(isReference) || !others.every((one) => one.type === 'text' && one.value === ','))
        return;
      child.children = closed(links);
      const before = parent.children[at - 1];
      if (before && /\d$/.test(endOf(before))) setClasses(child, ['after-figure']);
    });
  });
}

function isReference({ properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined;
}

function numberOf(link: Element): number {
  const [only] = link.children;
  return only?.type === 'text' ? Number(only.value) : Number.NaN;
}

function closed(links: readonly Element[]): ElementContent[] {
  const sorted = links.toSorted((a, b) => numberOf(a) - numberOf(b));
  const out: ElementContent[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end + 1 < sorted.length && numberAt(sorted, end + 1) === numberAt(sorted, end) + 1) end += 1;
    const group = sorted.slice(at, end + 1);
    const [first, last] = [group[0], group.at(-1)];
    if (out.length > 0) out.push(text(', '));
    if (first && last && group.length > 2) {
      const between = group.slice(1, -1).map((link) => h('span', { id: link.properties.id }, []));
      out.push(h('span', { className: ['nowrap'] }, [first, ...between, text('–'), last]));
    } else {
      out.push(...group.flatMap((link, index) => (index > 0 ? [text(', '), link] : [link])));
    }
    at = end + 1;
  }
  return out;
}

function numberAt(links: readonly Element[], at: number): number {
  const link = links[at];
  return link ? numberOf(link) : Number.NaN;
}

/** The last words of what stands before. */
function endOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  const last = isElement(node) ? node.children.at(-1) : undefined;
  return last ? endOf(last) : '';
}
