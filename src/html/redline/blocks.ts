import type { Element, ElementContent } from 'hast';
import { h, hasClass, isElement, text } from '../hast.ts';
import type { Block, Context } from './context.ts';
import { mergeInline } from './inline.ts';
import { itemOf } from './items.ts';
import {
  addedBlock,
  blocksOf,
  holdsBlocks,
  isRaw,
  labelled,
  mergeText,
  removedBlock,
  withClass,
} from './marks.ts';
import { notesOf } from './notes.ts';
import { mergeTable } from './tables.ts';

/** The merged content of a container. */
export interface MergedBlocks {
  readonly children: ElementContent[];
  /** Whether content between its blocks was changed. */
  readonly changed: boolean;
}

/** The content of a container with insertions, deletions and changes marked, in the order of the newer edition. */
export function mergeBlocks(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  context: Context,
): MergedBlocks {
  const [old, fresh] = [blocksOf(before), blocksOf(after)];
  const steps = context.aligner.items(
    old.map((block) => itemOf(block, 'before', context)),
    fresh.map((block) => itemOf(block, 'after', context)),
    { moves: true },
  );
  const children: ElementContent[] = [];
  const add = (...blocks: readonly ElementContent[]) => {
    for (const block of blocks) children.push(block, text('\n')); // separates blocks if a form lays them out in a line
  };
  let changed = false;
  for (const step of steps) {
    const source = step.kind === 'inserted' ? undefined : old[step.before];
    const target = step.kind === 'deleted' ? undefined : fresh[step.after];
    if (source?.type === 'inline' || target?.type === 'inline') {
      const merged = mergeInline(inlineOf(source), inlineOf(target), context);
      children.push(...merged.children);
      changed ||= merged.changed;
    } else if (source && target) {
      const merged = mergeBlock(source, target, context);
      add(step.kind === 'both' && step.moved ? labelled(merged, 'moved', context.labels.moved) : merged);
    } else if (target) add(addedWithin(target, context));
    else if (source) add(...removedWithin(source, context));
  }
  return { children, changed };
}

/** A block without a counterpart beside it: it, or something in it, may have come from another section. */
function addedWithin(block: Element, context: Context): Element {
  const { sources, moved } = context.elsewhere;
  const source = sources.get(block);
  if (source) {
    const merged = mergeBlock(source, block, context);
    return moved.has(block) ? labelled(merged, 'moved', context.labels.moved) : merged;
  }
  if (!block.children.some((child) => sources.has(child as Block))) return addedBlock(block, context);
  return { ...block, children: mergeBlocks([], block.children, context).children };
}

function removedWithin(block: Element, context: Context): Element[] {
  const { sent } = context.elsewhere;
  if (sent.has(block)) return [];
  const left = block.children.filter((child) => !sent.has(child as Block));
  return removedBlock(left.length === block.children.length ? block : { ...block, children: left }, context);
}

/** One block that both editions have. */
function mergeBlock(before: Element, after: Element, context: Context): Element {
  if (after.tagName === 'table') return mergeTable(before, after, context);
  if (after.tagName === 'figure') return mergeFigure(before, after, context);
  if (hasClass(after, 'notes') && hasClass(before, 'notes')) return mergeNotes(before, after, context);
  if (!holdsBlocks(before) && !holdsBlocks(after)) return mergeText(before, after, context);
  const { children, changed } = mergeBlocks(before.children, after.children, context);
  return withClass({ ...after, properties: { ...after.properties }, children }, changed && 'changed');
}

/** The notes of both editions, matched by what they cite, since their numbers follow from the text. Deleted ones are at the end. */
function mergeNotes(before: Element, after: Element, context: Context): Element {
  const old = notesOf(before);
  const labels = new Set(notesOf(after).map(({ label }) => label));
  const byLabel = new Map(old.map(({ label, note }) => [label, note]));
  const merged = notesOf(after).map(({ label, note }) => {
    const source = byLabel.get(label);
    return source ? mergeBlock(source, note, context) : addedBlock(note, context);
  });
  const gone = old
    .map((item, index) => ({ ...item, number: index + 1 }))
    .filter(({ label }) => !labels.has(label))
    .flatMap(({ note, number }) =>
      removedBlock(note, {
        ...context,
        labels: { ...context.labels, removed: `${context.labels.removed} (${oldNumber(number, context)})` },
      }),
    );
  const list = h('ol', {}, [...merged, ...gone]);
  return {
    ...after,
    children: after.children.map((child) =>
      isElement(child, 'ol') ? { ...list, properties: { ...child.properties } } : child,
    ),
  };
}

function oldNumber(number: number, { labels }: Context): string {
  return labels.oldNumber.replaceAll('{number}', () => String(number));
}

function inlineOf(block: Block | undefined): readonly ElementContent[] {
  return block?.type === 'inline' ? block.children : block ? [block] : [];
}

/** A figure in both editions: the newer drawing, with a line that says so if it differs; its caption word by word. */
function mergeFigure(before: Element, after: Element, context: Context): Element {
  const [old, fresh] = [drawingOf(before), drawingOf(after)];
  const texts = ['figcaption', 'p'].map((tagName) => {
    const [source, target] = [before, after].map(({ children }) =>
      children.find((child) => isElement(child, tagName)),
    );
    if (isElement(source) && isElement(target)) return [mergeText(source, target, context)];
    if (isElement(target)) return [addedBlock(target, context)];
    return isElement(source) ? removedBlock(source, context) : [];
  });
  const drawings = after.children.filter(isRaw);
  const note = h('p', { className: ['figure-changed'] }, [
    h('span', { className: ['change-label'] }, [text(context.labels.figureChanged)]),
  ]);
  const [caption = [], sourceLine = []] = texts;
  const made = {
    ...after,
    properties: { ...after.properties },
    children: [...caption, ...(old === fresh ? [] : [note]), ...drawings, ...sourceLine],
  };
  return withClass(made, old !== fresh && 'changed');
}

/** The drawings without their alternative texts. */
function drawingOf({ children }: Element): string {
  return children
    .map((child) => ('value' in child && isRaw(child) ? child.value : ''))
    .join('')
    .replace(/ aria-label="[^"]*"/g, '');
}
