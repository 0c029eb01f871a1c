import type { Element, ElementContent } from 'hast';
import { classesOf, h, text } from '../hast.ts';
import { type Leaf, signatureOf } from './leaves.ts';

export type State = 'same' | 'inserted' | 'deleted';

export interface MarkedLeaf extends Leaf {
  readonly state: State;
}

const TAGS = { inserted: 'ins', deleted: 'del' } as const;

/** An element being filled. */
interface Open {
  readonly out: Element;
  /** The element of each edition that it represents. */
  before: Element | undefined;
  after: Element | undefined;
}

/**
 * Turns leaves back into content, each inside the elements that were around it, and each inserted or deleted run in
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

/** Elements that are laid out side by side: a mark is put inside each. */
const PARTS: ReadonlySet<string> = new Set(['label', 'value', 'term', 'entry', 'page']);

/** How many elements around a leaf there are down to the last that is laid out separately. */
function partDepth({ chain }: Leaf): number {
  return chain.findLastIndex((element) => classesOf(element).some((name) => PARTS.has(name))) + 1;
}

/** Puts the mark of each run around as much as the run has in common; spaces at its edges get a separate mark. */
function marked(leaves: readonly MarkedLeaf[]): MarkedLeaf[] {
  const hasParts = leaves.some((leaf) => partDepth(leaf) > 0);
  return runsOf(leaves).flatMap((run): readonly MarkedLeaf[] => {
    const [first] = run;
    if (!first || first.state === 'same') return run;
    const words = run.map(({ key }) => key !== ' ');
    const [start, end] = [words.indexOf(true), words.lastIndexOf(true) + 1];
    // Nothing between such parts may be laid out as one of them.
    if (start === -1) return hasParts && partDepth(first) === 0 ? run : within(run, first.state, true);
    return [
      ...within(run.slice(0, start), first.state, true),
      ...within(run.slice(start, end), first.state, false),
      ...within(run.slice(end), first.state, true),
    ];
  });
}

function within(run: readonly MarkedLeaf[], state: 'inserted' | 'deleted', isGap: boolean): MarkedLeaf[] {
  const shared = commonDepth(run);
  const mark = h(TAGS[state], isGap ? { className: ['gap'] } : {}, []);
  return run.map((leaf) => ({ ...leaf, chain: leaf.chain.toSpliced(shared, 0, mark) }));
}

/** Neighbours with the same state in the same part. */
function runsOf(leaves: readonly MarkedLeaf[]): MarkedLeaf[][] {
  const runs: MarkedLeaf[][] = [];
  for (const leaf of leaves) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const part = (one: MarkedLeaf) => one.chain[partDepth(one) - 1];
    if (run && last?.state === leaf.state && part(last) === part(leaf)) run.push(leaf);
    else runs.push([leaf]);
  }
  return runs;
}

function commonDepth(run: readonly Leaf[]): number {
  const [first, ...rest] = run.map(({ chain }) => chain);
  if (first === undefined) return 0;
  const differs = first.findIndex((element, depth) => rest.some((chain) => chain[depth] !== element));
  return differs === -1 ? first.length : differs;
}
