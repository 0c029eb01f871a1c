import { type CitedItem, citationsIn } from '../model/citation.ts';

/**
 * An analyst's Markdown made safe to stand inside a memo: citations become note references, raw HTML is shown as
 * text, headings step down below the memo's own, and nothing of it can end or open a part of the memo around it.
 */

/** Gives the note references for the items of one citation bracket. */
export type Cite = (items: readonly CitedItem[]) => string;

/** How far headings step down: a `#` in prose stands below the section's `##`. */
const HEADING_STEPS = 2;

/** Prose as blocks: paragraphs, lists, tables, quotations and code stay what they are. */
export function proseBlocks(text: string, cite: Cite): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const out: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      out.push(line);
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark) {
      fence = mark;
      out.push(line);
    } else {
      out.push(blockLine(outsideCode(line, cite), out.at(-1)));
    }
  }
  if (fence !== undefined) out.push(fence); // an unclosed fence would swallow the rest of the memo
  return out.join('\n').replace(/^\n+|\s+$/g, '');
}

/** Prose on one line, for table cells and list items: line ends become spaces, bars are escaped. */
export function proseInline(text: string, cite: Cite): string {
  return outsideCode(text.replace(/\s+/g, ' ').trim(), cite)
    .replace(/(?<!\\)\|/g, '\\|')
    .replace(/^([#>+=-]|~{3,}|`{3,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Headings, lines that would underline the line before into a heading, and definitions of links. */
function blockLine(line: string, before: string | undefined): string {
  const stepped = line
    .replace(/^( {0,3})(#{1,6})(?=\s|$)/, (_, indent: string, marks: string) => {
      return indent + '#'.repeat(Math.min(6, marks.length + HEADING_STEPS));
    })
    .replace(/^( {0,3})\[(?=[^\]]*\]:)/, '$1\\[');
  const underlines = before !== undefined && before.trim() !== '';
  return underlines ? stepped.replace(/^( {0,3})(=+\s*$|-+\s*$)/, '$1\\$2') : stepped;
}

/** Applies what is done to text, leaving code spans of the line as they are. */
function outsideCode(line: string, cite: Cite): string {
  const parts = line.split(/(`+)/);
  let out = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const closing = index % 2 === 1 ? parts.indexOf(part, index + 1) : -1;
    if (closing > index) {
      out += parts.slice(index, closing + 1).join('');
      index = closing;
    } else {
      out += index % 2 === 1 ? part.replaceAll('`', '\\`') : inText(part, cite);
    }
  }
  return out;
}

/** Raw HTML, footnote marks, images and mathematics of the prose's own become text; citations become notes. */
function inText(text: string, cite: Cite): string {
  let out = '';
  let done = 0;
  for (const citation of citationsIn(text)) {
    if (citation.items.length === 0) continue;
    out += neutral(text.slice(done, citation.start)).replace(/\s+$/, '') + cite(citation.items);
    done = citation.end;
  }
  return out + neutral(text.slice(done));
}

function neutral(text: string): string {
  return text
    .replace(/(?<!\\)<(?=[A-Za-z/!?])(?!https?:\/\/|mailto:)/g, '\\<')
    .replace(/(?<!\\)\[\^/g, '\\[^')
    .replace(/(?<!\\)!\[/g, '\\![')
    .replace(/(?<!\\)\$/g, '\\$');
}
