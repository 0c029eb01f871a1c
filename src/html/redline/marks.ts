import type { Element, ElementContent } from 'hast';
import { classesOf, h, isBlank, isElement, setClasses, solid, text } from '../hast.ts';
import type { Block, Context } from './context.ts';
import { markInline, mergeInline } from './inline.ts';
import { leavesOf, readingOf } from './leaves.ts';

const BLOCKS = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'div'],
  ...[
    'section',
    'header',
    'figure',
    'figcaption',
    'table',
    'caption',
    'colgroup',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
]);

/** A block in both editions that contains no other block: its text word by word. */
export function mergeText(before: Element, after: Element, context: Context): Element {
  const { children, changed } = mergeInline(before.children, after.children, context);
  return withClass({ ...after, properties: { ...after.properties }, children }, changed && 'changed');
}

/** A block only in the newer edition. */
export function addedBlock(block: Element, context: Context): Element {
  return labelled(markBlock(block, 'inserted', context), 'added', context.labels.added);
}

/** A block only in the older edition; nothing if it has nothing to read. */
export function removedBlock(block: Element, context: Context): Element[] {
  if (readingOf(leavesOf(block.children, 'before', [])) === '') return [];
  return [labelled(markBlock(block, 'deleted', context), 'removed', context.labels.removed)];
}

/** A block with everything readable in it marked. Deleted blocks lose their ids, their pictures and their place in the outline. */
export function markBlock(block: Element, state: 'inserted' | 'deleted', context: Context): Element {
  const children = holdsBlocks(block)
    ? blocksOf(block.children).flatMap((child): ElementContent[] =>
        child.type === 'inline'
          ? markInline(child.children, state, context)
          : isRaw(child) && state === 'deleted'
            ? []
            : [markBlock(child, state, context), text('\n')],
      )
    : block.tagName === 'colgroup'
      ? block.children
      : markInline(block.children, state, context);
  if (state === 'inserted') return { ...block, properties: { ...block.properties }, children };
  const { id: _, dataFootnotes: __, ...properties } = block.properties;
  const gone = h(block.tagName, properties, children);
  return /^h[1-6]$/.test(block.tagName)
    ? withClass({ ...gone, tagName: 'p' }, `gone-${block.tagName}`)
    : gone;
}

/** A block with a class, and a label for it at the beginning of its text. */
export function labelled(block: Element, name: string, label: string): Element {
  const mark = h('span', { className: ['change-label'] }, [text(label)]);
  return withClass(
    withFirst(block, [mark, text(' ')]) ?? { ...block, children: [h('p', {}, [mark]), ...block.children] },
    name,
  );
}

/** The block with something inserted at the beginning of its text; `undefined` if there is no text. */
function withFirst(block: Element, content: readonly ElementContent[]): Element | undefined {
  const solids = solid(block.children);
  const first = solids.find(
    (child) => child.type !== 'comment' && !isRaw(child) && !isElement(child, 'colgroup'),
  );
  if (first === undefined) return undefined;
  if (!isElement(first) || !BLOCKS.has(first.tagName)) {
    return { ...block, children: [...content, ...block.children] };
  }
  const changed = withFirst(first, content) ?? { ...first, children: [...content, ...first.children] };
  return { ...block, children: block.children.map((child) => (child === first ? changed : child)) };
}

export function withClass(element: Element, name: string | false): Element {
  if (name === false) return element;
  const made = { ...element, properties: { ...element.properties } };
  setClasses(made, [...classesOf(element), name]);
  return made;
}

/** Content taken over unchanged: drawings. */
export function isRaw(node: ElementContent | Block): boolean {
  return node.type === ('raw' as string);
}

export function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => isElement(child) && BLOCKS.has(child.tagName));
}

/** The blocks of a container; content between them counts as a block. */
export function blocksOf(children: readonly ElementContent[]): Block[] {
  const blocks: Block[] = [];
  let inline: ElementContent[] = [];
  const flush = () => {
    if (inline.some((child) => !isBlank(child))) blocks.push({ type: 'inline', children: inline });
    inline = [];
  };
  for (const child of children) {
    if (isElement(child) && BLOCKS.has(child.tagName)) {
      flush();
      blocks.push(child);
    } else inline.push(child);
  }
  flush();
  return blocks;
}
