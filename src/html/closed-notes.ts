import type { Element, ElementContent, Root } from 'hast';
import { eachElement, h, isElement, setClasses, text } from './hast.ts';

/** A note number with its state in a redline; a deleted one stays as text or still links to its note. */
interface Reference {
  readonly link: Element;
  readonly state: 'same' | 'ins' | 'del';
}

/**
 * Formats note numbers for print: sorted, and consecutive numbers as a range ("1–4, 9"). Numbers within a range
 * are hidden, but keep their place, so that the note's back link works. A number right after a figure is put in
 * brackets with a space: "2023: 15⁵⁷" would read as a power. After a blank it is part of the sentence ("See 2 and
 * 5.") and stays on the line. In a redline each number keeps its mark, and deleted ones come last.
 *
 * For a finished page: editions are compared reference by reference.
 */
export function closeUpReferences(tree: Root): void {
  eachElement(tree, (parent) => {
    parent.children.forEach((child, at) => {
      if (!isElement(child, 'sup')) return;
      const references = referencesIn(child, 'same');
      if (references === undefined || references.length === 0) return;
      child.children = closed(references);
      const before = parent.children[at - 1];
      if (before && /\d$/.test(endOf(before))) setClasses(child, ['after-figure']);
      else if (before && /\s$/.test(endOf(before))) setClasses(child, ['on-line']);
    });
  });
}

/** The references of an element that contains nothing else but commas; `undefined` for any other. */
function referencesIn({ children }: Element, state: Reference['state']): Reference[] | undefined {
  const found: Reference[] = [];
  for (const child of children) {
    if (child.type === 'text' && /^,?\s*$/.test(child.value)) continue;
    if (isElement(child, 'ins') || isElement(child, 'del')) {
      const within = referencesIn(child, child.tagName === 'ins' ? 'ins' : 'del');
      if (within === undefined) return;
      found.push(...within);
    } else if (isElement(child, 'a') && (state === 'del' || isReference(child)))
      found.push({ link: child, state });
    else return;
  }
  return found;
}

function isReference({ properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined;
}

function numberOf(link: Element): number {
  const [only] = link.children;
  return only?.type === 'text' ? Number(only.value) : Number.NaN;
}

function closed(references: readonly Reference[]): ElementContent[] {
  const fresh = references.filter(({ state }) => state !== 'del');
  const sorted = [
    ...fresh.toSorted((a, b) => numberOf(a.link) - numberOf(b.link)),
    ...references.filter(({ state }) => state === 'del'),
  ];
  const out: ElementContent[] = [];
  let isFirstOfBoth = true;
  for (let at = 0; at < sorted.length; ) {
    const { state } = sorted[at] ?? { state: 'same' };
    let end = at;
    while (sorted[end + 1]?.state === state && numberAt(sorted, end + 1) === numberAt(sorted, end) + 1)
      end += 1;
    const links = sorted.slice(at, end + 1).map(({ link }) => link);
    // The comma before a reference that only one edition has belongs to that edition.
    const comma = state === 'same' && isFirstOfBoth ? 'ins' : state;
    if (out.length > 0) out.push(marked(comma, text(', ')));
    out.push(...group(links).map((node) => marked(state, node)));
    if (state === 'same') isFirstOfBoth = false;
    at = end + 1;
  }
  return out;
}

/** Groups consecutive numbers. */
function group(links: readonly Element[]): ElementContent[] {
  const [first, last] = [links[0], links.at(-1)];
  if (!first || !last || links.length < 3)
    return links.flatMap((link, index) => (index > 0 ? [text(', '), link] : [link]));
  const between = links.slice(1, -1).map((link) => h('span', { id: link.properties.id }, []));
  return [h('span', { className: ['nowrap'] }, [first, ...between, text('–'), last])];
}

function marked(state: Reference['state'], node: ElementContent): ElementContent {
  return state === 'same' ? node : h(state, {}, [node]);
}

function numberAt(references: readonly Reference[], at: number): number {
  const reference = references[at];
  return reference ? numberOf(reference.link) : Number.NaN;
}

/** The last words before. */
function endOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  const last = isElement(node) ? node.children.at(-1) : undefined;
  return last ? endOf(last) : '';
}
