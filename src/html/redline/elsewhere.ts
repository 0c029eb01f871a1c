import type { Element, ElementContent } from 'hast';
import { classesOf } from '../hast.ts';
import type { Block, Elsewhere } from './context.ts';
import { itemOf } from './items.ts';
import type { Side } from './leaves.ts';
import { blocksOf } from './marks.ts';
import type { MergeInput } from './types.ts';

interface Orphan {
  readonly block: Element;
  /** Whether its section is in both editions. */
  readonly isAtHome: boolean;
}

/**
 * Finds blocks that would be shown as removed in one section and added in another, although only a heading came between
 * or they were moved: blocks with the same words, and tables and figures with the same caption.
 */
export function findElsewhere(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  input: Pick<MergeInput, 'aligner' | 'numberings'>,
): Elsewhere {
  const [old, fresh] = [blocksOf(before), blocksOf(after)];
  const align = (a: readonly Block[], b: readonly Block[]) =>
    input.aligner.items(
      a.map((block) => itemOf(block, 'before', input)),
      b.map((block) => itemOf(block, 'after', input)),
      { moves: true },
    );
  const gone: Orphan[] = [];
  const come: Orphan[] = [];
  for (const step of align(old, fresh)) {
    const from = step.kind === 'inserted' ? [] : contentOf(old[step.before]);
    const to = step.kind === 'deleted' ? [] : contentOf(fresh[step.after]);
    const isAtHome = step.kind === 'both';
    for (const inner of align(from, to)) {
      const source = inner.kind === 'deleted' ? from[inner.before] : undefined;
      const target = inner.kind === 'inserted' ? to[inner.after] : undefined;
      if (source?.type === 'element') gone.push({ block: source, isAtHome });
      if (target?.type === 'element') come.push({ block: target, isAtHome });
    }
  }
  const key = ({ block }: Orphan, side: Side) => {
    const { kind, text, lead } = itemOf(block, side, input);
    return CAPTIONED.has(kind) && lead !== undefined
      ? `${kind} ${lead}`
      : text.includes(' ')
        ? `${kind}: ${text}`
        : '';
  };
  const waiting = new Map(gone.map((orphan) => [key(orphan, 'before'), orphan]));
  const sources = new Map<Block, Element>();
  const moved = new Set<Block>();
  for (const orphan of come) {
    const name = key(orphan, 'after');
    const source = name === '' ? undefined : waiting.get(name);
    if (!source) continue;
    waiting.delete(name);
    sources.set(orphan.block, source.block);
    if (orphan.isAtHome) moved.add(orphan.block);
  }
  return { sources, sent: new Set(sources.values()), moved };
}

const CAPTIONED: ReadonlySet<string> = new Set(['table', 'figure']);

/** The blocks of a section; notes are handled separately. */
function contentOf(block: Block | undefined): Block[] {
  return isSection(block) && !classesOf(block).includes('notes') ? blocksOf(block.children) : [];
}

function isSection(block: Block | undefined): block is Element {
  return block?.type === 'element' && block.tagName === 'section';
}
