import type { Block, Heading, Inline, Item, List, MemoDocument } from './types.ts';

/** A part of a memo: everything before its first section, or a section with its heading. */
export interface Part {
  /** `undefined` for the head of the memo. */
  readonly heading: Heading | undefined;
  /** What follows the heading. */
  readonly blocks: readonly Block[];
}

/** The head of a memo, if it is not empty, and its sections: one for each level 2 heading. */
export function partsOf({ blocks }: Pick<MemoDocument, 'blocks'>): readonly Part[] {
  const parts: { heading: Heading | undefined; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 2) parts.push({ heading: block, blocks: [] });
    else if (parts.length === 0) parts.push({ heading: undefined, blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** Whether a list is that of the key judgments: each item has a list of facts. */
export function isJudgments(list: List): boolean {
  return list.roles.includes('judgments');
}

/** A key judgment's statement, and the facts below it. */
export interface KeyJudgment {
  readonly item: Item;
  readonly facts: readonly Fact[];
}

/** `Likelihood: very likely (80–95 %)`, split into label and value. */
export interface Fact {
  readonly item: Item;
  /** Including its colon; `undefined` for a line without one. */
  readonly label: string | undefined;
}

/** The key judgments of a memo, in order. */
export function keyJudgmentsOf({ blocks }: Pick<MemoDocument, 'blocks'>): readonly KeyJudgment[] {
  const lists = blocks.filter((block): block is List => block.type === 'list' && isJudgments(block));
  return lists.flatMap(({ items }) =>
    items.map((item) => ({
      item,
      facts: item.blocks.flatMap((block) =>
        block.type === 'list' ? block.items.map((fact) => ({ item: fact, label: labelOfFact(fact) })) : [],
      ),
    })),
  );
}

/** A label is a few words ending in a colon: `Likelihood:`, `Wahrscheinlichkeit :`, `置信度：`. */
export const FACT_LABEL = /^\s*([^:：]{1,40}[:：])\s*/u;

function labelOfFact({ blocks }: Item): string | undefined {
  const [first] = blocks;
  const content: readonly Inline[] = first?.type === 'paragraph' ? first.content : [];
  const [text] = content;
  return text?.type === 'text' ? FACT_LABEL.exec(text.text)?.[1] : undefined;
}
