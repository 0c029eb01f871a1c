import type { Nodes } from 'mdast';
import { treeOf } from './reading.ts';

/** A paragraph of a Markdown text: the only block where line ends mean nothing. */
export interface Paragraph {
  /** Offset of its first character, or of insignificant indentation before it. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
  /** The prefix of its further lines: quotation marks and the indentation of surrounding items. */
  readonly prefix: string;
  /** Number of quotations around it. */
  readonly quoted: number;
}

/**
 * Lines that all begin with a letter or a quotation mark, and contain no bar, are one paragraph and need not be
 * parsed.
 */
const PLAIN = /^(?:[\p{L}“‘"'(][^|\n]*(?:\n|$))+$/u;

/** The paragraphs of a text, in order, without table cells and headings. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  if (PLAIN.test(text)) return [{ start: 0, end: text.length, prefix: '', quoted: 0 }];
  const found: Paragraph[] = [];
  const visit = (node: Nodes, quoted: number, indented: boolean): void => {
    if (node.type === 'paragraph') {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined) return;
      const prefix = prefixOf(text, start, quoted, indented);
      // Outside of items, an indentation of one to three spaces is insignificant.
      const from = quoted === 0 && !indented ? startOfLine(text, start) : start;
      found.push({ start: from, end, prefix, quoted });
    } else if ('children' in node) {
      const opens = node.type === 'listItem' || node.type === 'footnoteDefinition';
      for (const child of node.children) {
        visit(child, quoted + (node.type === 'blockquote' ? 1 : 0), indented || opens);
      }
    }
  };
  visit(treeOf(text), 0, false);
  return found;
}

/** The text before the paragraph on its first line, with spaces in place of item markers. */
function prefixOf(text: string, start: number, quoted: number, indented: boolean): string {
  if (quoted === 0 && !indented) return '';
  const lead = text.slice(startOfLine(text, start), start);
  const prefix = lead.replace(/[^>\t]/g, ' ');
  return indented ? prefix : `${prefix.trim()} `;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
