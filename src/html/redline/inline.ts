import type { Element, ElementContent } from 'hast';
import { splitSentences } from '../../model/sentences.ts';
import { h, text } from '../hast.ts';
import { type Leaf, labelOf, leavesOf, numberOf, readingOf } from './leaves.ts';
import { type MarkedLeaf, nest, type State } from './nest.ts';
import type { MergeInput, Step } from './types.ts';

/** What merging needs to know of both editions. */
export interface Context extends Pick<MergeInput, 'aligner' | 'labels' | 'language' | 'numberings' | 'numberHeads'> {
  /** Numbers that the newer edition shows for its notes, by label. */
  readonly noteNumbers: ReadonlyMap<string, string>;
  /** Ids that there are in the newer edition. */
  readonly ids: ReadonlySet<string>;
}

export interface MergedInline {
  readonly children: ElementContent[];
  readonly changed: boolean;
}

/** What stands in one block, with what came and went in it marked word by word. */
export function mergeInline(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  context: Context,
): MergedInline {
  const old = leavesOf(before, 'before', context.numberings).filter(({ furniture }) => !furniture);
  const fresh = leavesOf(after, 'after', context.numberings);
  const counted = fresh.filter(({ furniture }) => !furniture);
  if (readingOf(old) === readingOf(counted)) return { children: [...after], changed: false };
  const steps = sentenceSteps(old, counted, context).flatMap((step): MarkedLeaf[] => markedLeaf(step, old, counted));
  const whole = withFurniture(quietBlanks(steps), fresh);
  const leaves = withCommas(whole.map((leaf) => (leaf.state === 'deleted' ? withoutTargets(leaf, context) : leaf)));
  return { children: nest(leaves), changed: leaves.some(({ state }) => state !== 'same') };
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

/** Sentence by sentence; word by word in those that were changed. A sentence in another place came and went. */
function sentenceSteps(old: readonly Leaf[], fresh: readonly Leaf[], context: Context): Step[] {
  const [from, to] = [sentencesOf(old, context.language), sentencesOf(fresh, context.language)];
  const items = (sentences: readonly Span[], leaves: readonly Leaf[]) =>
    sentences.map(({ start, end }) => ({ kind: '', text: readingOf(leaves.slice(start, end)) }));
  const single = from.length === 1 && to.length === 1;
  const aligned: readonly Step[] = single
    ? [{ kind: 'both', before: 0, after: 0, moved: false }]
    : context.aligner.items(items(from, old), items(to, fresh));
  return aligned.flatMap((step): Step[] => {
    const source = step.kind === 'inserted' ? undefined : from[step.before];
    const target = step.kind === 'deleted' ? undefined : to[step.after];
    if (step.kind === 'both' && !step.moved && source && target) {
      const keys = (leaves: readonly Leaf[], { start, end }: Span) => leaves.slice(start, end).map(({ key }) => key);
      return context.aligner.words(keys(old, source), keys(fresh, target)).map((word) => shifted(word, source, target));
    }
    // What moved within a paragraph is gone where it was: both texts stay whole.
    return target ? places(target).map((at): Step => ({ kind: 'inserted', after: at })) : deletedIn(source);
  }).concat(movedAway(aligned, from)).toSorted(byPlace);
}

interface Span {
  readonly start: number;
  readonly end: number;
}
