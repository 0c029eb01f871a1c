import type { Nodes, Text } from 'mdast';
import { parseMarkdown } from '../document/markdown.ts';
import { citationsIn } from '../model/citation.ts';
import { isPlainLine } from '../model/prose-blocks.ts';

/** A block of an analyst's prose as a memo shows it, and where each character of it stands in the Markdown. */
export interface PlainBlock {
  readonly text: string;
  /** For each character its offset in the Markdown; one more for the end. */
  readonly offsets: readonly number[];
}

/**
 * The blocks of a text that carry words, without citations, which a memo shows as numbers of notes. A block in which a
 * character cannot be traced (an entity, a reference to a link) is left out: nothing could be written back to it.
 */
export function plainBlocksOf(markdown: string): readonly PlainBlock[] {
  if (isPlainLine(markdown)) {
    const block = withoutCitations(
      markdown,
      Array.from({ length: markdown.length + 1 }, (_, index) => index),
    );
    return block.text === '' ? [] : [block];
  }
  const blocks: PlainBlock[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const block = plainBlock(node, markdown);
      if (block && block.text !== '') blocks.push(block);
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(markdown, false));
  return blocks;
}

function plainBlock(block: Nodes, markdown: string): PlainBlock | undefined {
  const found = { text: '', offsets: [] as number[] };
  let end = block.position?.start.offset ?? 0;
  const visit = (node: Nodes): boolean => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      const start = node.position?.start.offset ?? 0;
      const source = markdown.slice(start, node.position?.end.offset ?? start);
      const offsets =
        node.type === 'text' ? traced(node, source, start) : tracedCode(node.value, source, start);
      if (!offsets) return false;
      const value = node.value.replace(/\n/g, ' ');
      found.text += value;
      found.offsets.push(...offsets);
      end = (offsets.at(-1) ?? start) + 1;
      return true;
    }
    if (node.type === 'break') {
      found.text += '\n';
      found.offsets.push(node.position?.start.offset ?? 0);
      return true;
    }
    if (node.type === 'image' || node.type === 'footnoteReference' || node.type === 'linkReference')
      return false;
    return 'children' in node ? node.children.every(visit) : true;
  };
  if (!('children' in block) || !block.children.every(visit)) return undefined;
  return withoutCitations(found.text, [...found.offsets, end]);
}

/** Offsets of the characters of a text: an escape takes two in the Markdown; blanks around a line's end are dropped. */
function traced({ value }: Text, source: string, start: number): number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value.split('')) {
    if (character === '\n') while (source[at] === ' ' || source[at] === '\t' || source[at] === '\r') at += 1;
    else if (offsets.length > 0 && value[offsets.length - 1] === '\n') {
      // What stands before the content of a line: indents, and marks of quotations.
      while (source[at] !== character && /[ \t>]/.test(source[at] ?? '')) at += 1;
    }
    if (source[at] === '\\' && source[at + 1] === character) at += 1;
    if (source[at] !== character) return undefined;
    offsets.push(start + at);
    at += 1;
  }
  return offsets;
}

function tracedCode(value: string, source: string, start: number): number[] | undefined {
  const at = source.indexOf(value);
  return at < 0 ? undefined : value.split('').map((_, index) => start + at + index);
}

function withoutCitations(text: string, offsets: readonly number[]): PlainBlock {
  let kept = '';
  const places: number[] = [];
  let done = 0;
  const take = (from: number, to: number) => {
    kept += text.slice(from, to);
    places.push(...offsets.slice(from, to));
  };
  for (const { items, start, end } of citationsIn(text)) {
    if (items.length === 0) continue;
    const before = text.slice(done, start).trimEnd().length + done;
    take(done, before);
    done = end;
  }
  take(done, text.length);
  const lead = kept.length - kept.trimStart().length;
  const length = kept.trim().length;
  const last = places[lead + length - 1];
  return {
    text: kept.trim(),
    offsets: [...places.slice(lead, lead + length), last === undefined ? (offsets[0] ?? 0) : last + 1],
  };
}
