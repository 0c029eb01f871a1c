import type { Element, ElementContent } from 'hast';
import { classesOf, h, hasClass, isElement, solid } from '../hast.ts';
import { roles } from '../roles.ts';
import { mergeFigure } from './figures.ts';
import { type Context, mergeInline } from './inline.ts';
import { leavesOf, readingOf, type Side } from './leaves.ts';
import {
  addedBlock,
  type Block,
  blocksOf,
  holdsBlocks,
  labelled,
  mergeText,
  removedBlock,
  withClass,
} from './marks.ts';
import { notesOf } from './notes.ts';
import { mergeTable } from './tables.ts';
import type { Item } from './types.ts';

/** What a container's content became. */
export interface MergedBlocks {
  readonly children: ElementContent[];
  /** Whether what stands in it between its blocks was changed. */
  readonly changed: boolean;
}

/** The content of a container with what came, went and was changed in it, in the order of the newer edition. */
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
      children.push(
        step.kind === 'both' && step.moved ? labelled(merged, 'moved', context.labels.moved) : merged,
      );
    } else if (target) children.push(addedBlock(target, context));
    else if (source) children.push(...removedBlock(source, context));
  }
  return { children, changed };
}

/** One block that both editions have. */
export function mergeBlock(before: Element, after: Element, context: Context): Element {
  if (after.tagName === 'table') return mergeTable(before, after, context);
  if (after.tagName === 'figure') return mergeFigure(before, after, context);
  if (hasClass(after, 'notes') && hasClass(before, 'notes')) return mergeNotes(before, after, context);
  if (!holdsBlocks(before) && !holdsBlocks(after)) return mergeText(before, after, context);
  const { children, changed } = mergeBlocks(before.children, after.children, context);
  return withClass({ ...after, properties: { ...after.properties }, children }, changed && 'changed');
}

/** The notes of both editions by what they are about: their numbers follow from the text. What went stands at the end. */
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

/** What aligning needs to know of a block. */
export function itemOf(block: Block, side: Side, { numberings }: Context): Item {
  const content = block.type === 'inline' ? block.children : [block];
  const reading = readingOf(leavesOf(content, side, numberings));
  if (block.type === 'inline') return { kind: 'inline', text: reading, lead: '' };
  const lead = leadOf(block);
  return { kind: kindOf(block), text: reading, ...(lead !== undefined && { lead }) };
}

/** Headings of all levels are of one kind; so are lists. */
function kindOf({ tagName }: Element): string {
  return /^h[2-6]$/.test(tagName) ? 'h' : tagName === 'ol' ? 'ul' : tagName;
}

/** What a block is for, where it says so: its role, the heading of a section, the name of a fact. */
function leadOf(block: Element): string | undefined {
  const classes = classesOf(block);
  const first = solid(block.children).find((child) => child.type === 'element');
  switch (block.tagName) {
    case 'section':
      return classes.includes('notes') ? 'notes' : first?.tagName === 'h2' ? wordsOf(first) : undefined;
    case 'table':
    case 'figure':
      return first && /caption$/.test(first.tagName) ? wordsOf(first) : undefined;
    case 'li':
      return first && classesOf(first).includes('label') ? wordsOf(first) : undefined;
    case 'h1':
    case 'header':
      return block.tagName;
    default:
      return classes.find((name) => TELLING.has(name));
  }
}

/** Roles that a section has once: what they are is not for their words to say. */
const TELLING: ReadonlySet<string> = new Set(
  roles.filter((role) => !['caption', 'wide', 'columns', 'compact', 'keep', 'aside'].includes(role)),
);

function wordsOf({ children }: Element): string {
  return readingOf(leavesOf(children, 'after', []));
}
