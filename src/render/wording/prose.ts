import { pictureLine } from '../../model/citation.ts';
import { type Cite, closedEnd, safeLine } from './prose-line.ts';

/**
 * Makes an analyst's Markdown safe inside a memo: citations become note references, raw HTML is shown as text,
 * headings are moved below the memo's own, and nothing in it can end or open a part of the memo around it.
 */

/** How many levels headings move down: a `#` in prose goes below the section's `##`. */
const HEADING_STEPS = 2;

/** What may precede the content of a line: indentation, and the marks of quotations and list items. */
const CONTAINERS = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;

/** A line that makes the one before it a heading (CommonMark 4.3). */
const UNDERLINE = /^((?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*?)(=+|-+)[ \t]*$/;

/**
 * The opening of fenced code; after a backtick fence, its line contains no further backticks (CommonMark 4.5).
 */
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;

interface Fence {
  readonly indent: string;
  readonly marks: string;
}

/**
 * Prose as blocks: paragraphs, lists, tables, quotations and code are kept. A line that shows a picture becomes
 * what `show` returns for its id, if anything.
 */
export function proseBlocks(
  prose: string,
  cite: Cite,
  show: (id: string) => string | undefined = () => undefined,
): string {
  const out: string[] = [];
  let fence: Fence | undefined;
  for (const line of prose.replace(/\r\n?/g, '\n').split('\n')) {
    if (fence !== undefined && leaves(fence, line)) {
      out.push(fence.indent + fence.marks);
      fence = undefined;
    }
    if (fence !== undefined) {
      out.push(line);
      if (closes(fence, line)) fence = undefined;
      continue;
    }
    const picture = show(pictureLine.exec(line)?.[1] ?? '');
    if (picture !== undefined) {
      out.push('', picture, '');
      continue;
    }
    const text = line.trimEnd(); // as the whole memo will be: a form feed after `#` would keep it from being a heading
    const [, indent, marks] = FENCE.exec(line) ?? [];
    if (indent !== undefined && marks !== undefined) fence = { indent, marks };
    out.push(fence ? line : blockLine(safeLine(text, cite), out.at(-1)));
  }
  if (fence !== undefined) out.push(fence.indent + fence.marks); // an unclosed fence would swallow the rest of the memo
  return out.join('\n').replace(/^\n+/, '').trimEnd();
}

/** Prose on one line, for table cells and list items: line ends become spaces, bars are escaped. */
export function proseInline(text: string, cite: Cite): string {
  const line = safeLine(text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim(), cite)
    .trimStart()
    .replace(/\\[\s\S]|\|/g, (found) => (found === '|' ? '\\|' : found))
    .replace(/^(?:[#>+=-]|~{3}|[*_](?= |$)|[*_](?=[*_ ]*$)|\[(?=[ xX]\]|.*\]:))/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
  return closedEnd(line);
}

function closes({ marks }: Fence, line: string): boolean {
  const [, closing = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return closing.startsWith(marks);
}

/** Indented code may belong to a list item, and ends with it at a line further to the left. */
function leaves({ indent }: Fence, line: string): boolean {
  const before = /^[ \t]*/.exec(line)?.[0] ?? '';
  return before.length < line.length && !before.includes('\t') && before.length < indent.length;
}

/** Escapes headings, underlines that would make the line before a heading, and link definitions. */
function blockLine(line: string, before: string | undefined): string {
  const [containers = ''] = CONTAINERS.exec(line) ?? [];
  const content = line.slice(containers.length);
  const [marks] = /^#{1,6}(?=[ \t]|$)/.exec(content) ?? [];
  if (marks !== undefined)
    return containers + '#'.repeat(Math.min(HEADING_STEPS, 6 - marks.length)) + content;
  const follows = before !== undefined && !/^[ \t]*$/.test(before);
  const [, start, underline] = UNDERLINE.exec(line) ?? [];
  if (start !== undefined && (underline?.startsWith('=') || follows)) {
    return `${start}\\${line.slice(start.length)}`;
  }
  // Text after a citation that leads nowhere may now begin the line.
  const opens = /^\[.*\]:/.test(content) || (containers.length < 4 && content.startsWith('~~~'));
  return opens ? `${containers}\\${content}` : line;
}
