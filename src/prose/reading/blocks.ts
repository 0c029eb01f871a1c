/** Part of a text, and where it begins in it. */
export interface Block {
  readonly text: string;
  readonly offset: number;
}

const EMPTY_LINES = /\n(?:[ \t]*\n)+/g;

/**
 * Splits a text into paragraphs, so that only those of interest need be parsed. Fenced code may contain empty
 * lines: a text with a fence is not split.
 */
export function blocksOf(text: string): Block[] {
  if (!text.includes('\n') || text.includes('```') || text.includes('~~~')) return [{ text, offset: 0 }];
  const blocks: Block[] = [];
  let offset = 0;
  for (const { 0: gap, index } of text.matchAll(EMPTY_LINES)) {
    blocks.push({ text: text.slice(offset, index), offset });
    offset = index + gap.length;
  }
  return [...blocks, { text: text.slice(offset), offset }];
}
