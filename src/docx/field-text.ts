import type { Nodes, Text } from 'mdast';
import { parseMarkdown } from '../document/markdown.ts';
import { citationsIn } from '../model/citation.ts';
import { isPlainLine } from '../model/prose-blocks.ts';

/** A block of an analyst's prose as a memo shows it, with the offset of each character in the Markdown. */
export interface PlainBlock {
  readonly text: string;
  /** For each character its offset in the Markdown; one more for the end. */
  readonly offsets: readonly number[];
}

/**
 * The blocks of a text that contain words, without citations, which a memo shows as note numbers. A block with
 * a character that cannot be traced (an entity, a reference link) is left out: changes to it could not be
 * written back.
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

/**
 * Offsets of a text's characters: an escape takes two characters in the Markdown; white space around a line end
 * is dropped.
 */
function traced({ value }: Text, source: string, start: number): number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value.split('')) {
    if (character === '\n') while (source[at] === ' ' || source[at] === '\t' || source[at] === '\r') at += 1;
    else if (offsets.length > 0 && value[offsets.length - 1] === '\n') {
      // Skips what precedes the content of a line: indentation, and quotation marks.
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
  let plain = '';
  const places: number[] = [];
  let done = 0;
  const take = (from: number, to: number) => {
    plain += text.slice(from, to);
    places.push(...offsets.slice(from, to));
  };
  for (const { items, start, end } of citationsIn(text)) {
    if (items.length === 0) continue;
    const before = text.slice(done, start).trimEnd().length + done;
    take(done, before);
    done = end;
  }
  take(done, text.length);
  const lead = plain.length - plain.trimStart().length;
  const length = plain.trim().length;
  const last = places[lead + length - 1];
  return {
    text: plain.trim(),
    offsets: [...places.slice(lead, lead + length), last === undefined ? (offsets[0] ?? 0) : last + 1],
  };
}
