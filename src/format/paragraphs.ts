import type { Nodes } from 'mdast';
import { treeOf } from './reading.ts';

/** A paragraph of a Markdown text: the only thing whose line ends mean nothing. */
export interface Paragraph {
  /** Offset of its first character, or of an indent before it that means nothing. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
  /** What its second and later lines begin with: the marks of the quotations and the indents of the items around it. */
  readonly prefix: string;
  /** How many quotations it stands in. */
  readonly quoted: number;
}

/** Lines that each begin with a letter or a quotation mark, and hold no bar, are one paragraph: no need to parse them. */
const PLAIN = /^(?:[\p{L}“‘"'(][^|\n]*(?:\n|$))+$/u;

/** The paragraphs of a text, in order. Table cells and headings are none. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  if (PLAIN.test(text)) return [{ start: 0, end: text.length, prefix: '', quoted: 0 }];
  const found: Paragraph[] = [];
  const visit = (node: Nodes, quoted: number, indented: boolean): void => {
    if (node.type === 'paragraph') {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined) return;
      const prefix = prefixOf(text, start, quoted, indented);
      // Outside of items an indent of one to three blanks means nothing.
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

/** What stands before the paragraph in its first line, with blanks for the marks of items. */
function prefixOf(text: string, start: number, quoted: number, indented: boolean): string {
  if (quoted === 0 && !indented) return '';
  const lead = text.slice(startOfLine(text, start), start);
  const kept = lead.replace(/[^>\t]/g, ' ');
  return indented ? kept : `${kept.trim()} `;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
