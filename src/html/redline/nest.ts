import type { Element, ElementContent } from 'hast';
import { h, text } from '../hast.ts';
import { type Leaf, signatureOf } from './leaves.ts';

export type State = 'same' | 'inserted' | 'deleted';

export interface MarkedLeaf extends Leaf {
  readonly state: State;
}

const TAGS = { inserted: 'ins', deleted: 'del' } as const;

/** An element being filled. */
interface Open {
  readonly out: Element;
  /** The element of each edition that it stands for. */
  before: Element | undefined;
  after: Element | undefined;
}

/**
 * Leaves as content again, each below the elements that were around it, and each run of what was inserted or deleted in
 * one `<ins>` or `<del>`. Elements of the two editions that are the same become one.
 */
export function nest(leaves: readonly MarkedLeaf[]): ElementContent[] {
  const root = h('div', {}, []);
  const open: Open[] = [];
  for (const leaf of marked(leaves)) {
    const side = leaf.state === 'deleted' ? 'before' : 'after';
    let depth = 0;
    while (depth < open.length && depth < leaf.chain.length) {
      const [level, element] = [open[depth], leaf.chain[depth]];
      if (!level || !element || !isSame(level, element, side)) break;
      if (side === 'after' && level.after === undefined) level.out.properties = { ...element.properties };
      level[side] = element;
      depth += 1;
    }
    open.length = depth;
    for (const element of leaf.chain.slice(depth)) {
      const out = h(element.tagName, { ...element.properties }, []);
      (open.at(-1)?.out ?? root).children.push(out);
      open.push({ out, before: undefined, after: undefined, [side]: element });
    }
    append(open.at(-1)?.out ?? root, leaf.node);
  }
  return root.children;
}

function isSame(level: Open, element: Element, side: 'before' | 'after'): boolean {
  if (level[side] !== undefined) return level[side] === element;
  const other = level[side === 'before' ? 'after' : 'before'];
  return other !== undefined && !isMark(element) && signatureOf(other) === signatureOf(element);
}

function isMark({ tagName }: Element): boolean {
  return tagName === TAGS.inserted || tagName === TAGS.deleted;
}

function append(parent: Element, node: ElementContent): void {
  const last = parent.children.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else parent.children.push(node.type === 'text' ? text(node.value) : node);
}

/** Puts the mark of each run around as much as the run has in common. */
function marked(leaves: readonly MarkedLeaf[]): MarkedLeaf[] {
  const out: MarkedLeaf[] = [];
  for (let start = 0; start < leaves.length; ) {
    const state = leaves[start]?.state ?? 'same';
    let end = start + 1;
    while (end < leaves.length && leaves[end]?.state === state) end += 1;
    const run = leaves.slice(start, end);
    start = end;
    if (state === 'same') {
      out.push(...run);
      continue;
    }
    const shared = commonDepth(run);
    const mark = h(TAGS[state], {}, []);
    for (const leaf of run) out.push({ ...leaf, chain: leaf.chain.toSpliced(shared, 0, mark) });
  }
  return out;
}

function commonDepth(run: readonly Leaf[]): number {
  const [first, ...rest] = run.map(({ chain }) => chain);
  if (first === undefined) return 0;
  const differs = first.findIndex((element, depth) => rest.some((chain) => chain[depth] !== element));
  return differs === -1 ? first.length : differs;
}
