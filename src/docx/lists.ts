import type { INumberingOptions } from 'docx';
import type { Flow, FlowBlock, ListPlace } from './flow.ts';
import { paragraphsOf } from './flow.ts';

/** Name of a list's definition. */
export function listReference({ start }: Pick<ListPlace, 'start'>): string {
  return start === undefined ? 'bullets' : `numbers-from-${start}`;
}

const STEP = 397;
const MAX_DEPTH = 8;

/** Indentation of a list level's text, in twentieths of a point. */
export function listIndent(level: number): number {
  return STEP * (Math.min(level, MAX_DEPTH) + 1);
}

/** The definitions of all lists in a flow. */
export function listsOf(flow: Flow, isRtl: boolean): INumberingOptions['config'] {
  const starts = new Set<number | undefined>([undefined]);
  const blocks: readonly FlowBlock[] = paragraphsOf(flow);
  for (const block of blocks) if (block.type === 'paragraph' && block.list) starts.add(block.list.start);
  return [...starts].map((start) => ({
    reference: listReference({ start }),
    levels: Array.from({ length: MAX_DEPTH + 1 }, (_, level) => ({
      level,
      format: start === undefined ? ('bullet' as const) : ('decimal' as const),
      text: start === undefined ? (['•', '–', '•'][level % 3] ?? '•') : `%${level + 1}.`,
      ...(start !== undefined && { start }),
      alignment: isRtl ? ('start' as const) : ('left' as const),
      style: { paragraph: { indent: { start: listIndent(level), hanging: STEP } } },
    })),
  }));
}
