import type { Element, ElementContent } from 'hast';
import { splitSentences } from '../../model/sentences.ts';
import { h, text } from '../hast.ts';
import type { Context } from './context.ts';
import { type Leaf, labelOf, leavesOf, numberOf, readingOf } from './leaves.ts';
import { type MarkedLeaf, nest, type State } from './nest.ts';
import type { Step } from './types.ts';

export interface MergedInline {
  readonly children: ElementContent[];
  readonly changed: boolean;
}

/** The content of one block, with insertions and deletions marked word by word. */
export function mergeInline(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  context: Context,
): MergedInline {
  const old = leavesOf(before, 'before', context.numberings).filter(({ furniture }) => !furniture);
  const fresh = leavesOf(after, 'after', context.numberings);
  const counted = fresh.filter(({ furniture }) => !furniture);
  if (readingOf(old) === readingOf(counted)) return { children: [...after], changed: false };
  const steps = sentenceSteps(old, counted, context).flatMap((step): MarkedLeaf[] =>
    markedLeaf(step, old, counted),
  );
  const whole = withFurniture(steps, fresh);
  const leaves = withCommas(
    whole.map((leaf) => (leaf.state === 'deleted' ? withoutTargets(leaf, context) : leaf)),
  );
  return {
    children: nest(leaves),
    changed: leaves.some(({ state, key }) => state !== 'same' && key !== ' '),
  };
}

/** All of a block's content as one insertion or deletion. */
export function markInline(
  children: readonly ElementContent[],
  state: 'inserted' | 'deleted',
  context: Context,
): ElementContent[] {
  return state === 'inserted'
    ? mergeInline([], children, context).children
    : mergeInline(children, [], context).children;
}

function markedLeaf(step: Step, old: readonly Leaf[], fresh: readonly Leaf[]): MarkedLeaf[] {
  const leaf = step.kind === 'deleted' ? old[step.before] : fresh[step.after];
  return leaf ? [{ ...leaf, state: step.kind === 'both' ? 'same' : step.kind }] : [];
}

/** Sentence by sentence; word by word in those that were changed. */
function sentenceSteps(old: readonly Leaf[], fresh: readonly Leaf[], { aligner, language }: Context): Step[] {
  const [from, to] = [sentencesOf(old, language), sentencesOf(fresh, language)];
  const items = (sentences: readonly Span[], leaves: readonly Leaf[]) =>
    sentences.map(({ start, end }) => ({ kind: '', text: readingOf(leaves.slice(start, end)) }));
  const one: Step = { kind: 'both', before: 0, after: 0, moved: false };
  const aligned =
    from.length === 1 && to.length === 1 // a fact or a cell is the same one, whatever its text
      ? [one]
      : aligner.items(items(from, old), items(to, fresh), { moves: false });
  return aligned.flatMap((step): Step[] => {
    const source = (step.kind !== 'inserted' && from[step.before]) || EMPTY;
    const target = (step.kind !== 'deleted' && to[step.after]) || EMPTY;
    const keys = (leaves: readonly Leaf[], { start, end }: Span) =>
      leaves.slice(start, end).map(({ key }) => key);
    return aligner.words(keys(old, source), keys(fresh, target)).map((word) => shifted(word, source, target));
  });
}

/** Positions of leaves: the first, and one past the last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const EMPTY: Span = { start: 0, end: 0 };

/** The sentences of a block, each with the space and the references after it. */
function sentencesOf(leaves: readonly Leaf[], language: string): Span[] {
  const starts = splitSentences(leaves.map((leaf) => leaf.text).join(''), language).map(({ start }) => start);
  const spans: Span[] = [];
  let [begin, offset, next] = [0, 0, 1];
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.kind === 'text' && offset >= (starts[next] ?? Number.POSITIVE_INFINITY)) {
      spans.push({ start: begin, end: index });
      [begin, next] = [index, next + 1];
    }
    offset += leaf.text.length;
  }
  return leaves.length === 0 ? [] : [...spans, { start: begin, end: leaves.length }];
}

function shifted(step: Step, source: Span, target: Span): Step {
  if (step.kind === 'deleted') return { ...step, before: step.before + source.start };
  if (step.kind === 'inserted') return { ...step, after: step.after + target.start };
  return { ...step, before: step.before + source.start, after: step.after + target.start };
}

/** Puts parts that are not compared back to their place in the newer edition. */
function withFurniture(leaves: readonly MarkedLeaf[], fresh: readonly Leaf[]): MarkedLeaf[] {
  const out: MarkedLeaf[] = [];
  let at = 0;
  const furnitureUpTo = (isHere: (leaf: Leaf) => boolean) => {
    for (let leaf = fresh[at]; leaf && !isHere(leaf); leaf = fresh[at]) {
      if (leaf.furniture) out.push({ ...leaf, state: 'same' });
      at += 1;
    }
  };
  for (const leaf of leaves) {
    if (leaf.state !== 'deleted') {
      furnitureUpTo(({ node }) => node === leaf.node);
      at += 1;
    }
    out.push(leaf);
  }
  furnitureUpTo(() => false);
  return out;
}

/** A comma between adjacent references, marked so that it is right in both editions. */
function withCommas(leaves: readonly MarkedLeaf[]): MarkedLeaf[] {
  const before: Record<'old' | 'fresh', boolean> = { old: false, fresh: false };
  return leaves.flatMap((leaf): MarkedLeaf[] => {
    const inOld = leaf.state !== 'inserted';
    const inFresh = leaf.state !== 'deleted';
    if (leaf.kind !== 'reference') {
      if (inOld) before.old = false;
      if (inFresh) before.fresh = false;
      return [leaf];
    }
    const oldComma = inOld && before.old;
    const freshComma = inFresh && before.fresh;
    if (inOld) before.old = true;
    if (inFresh) before.fresh = true;
    if (!oldComma && !freshComma) return [leaf];
    const state: State = oldComma && freshComma ? 'same' : oldComma ? 'deleted' : 'inserted';
    return [{ ...leaf, kind: 'text', key: ',', text: ',', node: text(','), state }, leaf];
  });
}

/** Deleted content has no ids to link to, and links only to ids that still exist. */
function withoutTargets(leaf: MarkedLeaf, context: Context): MarkedLeaf {
  const chain = leaf.chain.map((element) => bare(element, context));
  if (leaf.kind !== 'reference' || leaf.node.type !== 'element') return { ...leaf, chain };
  const number = context.noteNumbers.get(labelOf(leaf.node));
  const shown =
    number ?? context.labels.oldNumber.replaceAll('{number}', () => numberOf(leaf.node as Element));
  return { ...leaf, chain, node: { ...bare(leaf.node, context), children: [text(shown)] } };
}

const known = new WeakMap<Element, Element>();

/** The element without ids and without links to ids that are gone; always the same one for the same element. */
function bare(element: Element, { ids }: Context): Element {
  const found = known.get(element);
  if (found) return found;
  const { id: _, ariaDescribedBy: __, dataFootnoteRef: ___, href, ...rest } = element.properties;
  const isGone = typeof href === 'string' && href.startsWith('#') && !ids.has(href.slice(1));
  const made = h(
    element.tagName,
    { ...rest, ...(href !== undefined && !isGone && { href }) },
    element.children,
  );
  known.set(element, made);
  return made;
}
