/**
 * A run of lines of a Markdown text that is read as one: a paragraph (also of an item), a heading, a row, code.
 */
export interface ProseBlock {
  /** Offset of its first character in the text. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
  /** True for code, where spaces and line ends matter. */
  readonly verbatim: boolean;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;
/** A heading, a row, a rule or an underline: a line by itself. */
const ALONE = /^[ \t]*(?:#{1,6}(?:\s|$)|\||(?:[-*_][ \t]*){3,}$|=+[ \t]*$|-+[ \t]*$)/;
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/**
 * Whether a line begins an item: within a paragraph only a bullet or the number 1 does (CommonMark 0.31.2,
 * 5.3).
 */
function begins(line: string, inList: boolean): boolean {
  return ITEM.test(line) && (inList || /^[ \t>]*(?:[-*+]|1[.)])\s+\S/.test(line));
}

/**
 * The blocks of a text, in order; empty lines belong to none. Blocks do not nest: a list gives one for each
 * item.
 */
export function proseBlocks(text: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let open: { start: number; end: number; verbatim: boolean; quoted: number; isItem: boolean } | undefined;
  let fence: string | undefined;
  const close = () => {
    if (open) blocks.push({ start: open.start, end: open.end, verbatim: open.verbatim });
    open = undefined;
  };
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const opened = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (open) open.end = end;
      if (opened?.startsWith(fence) && line.trim().endsWith(opened)) {
        fence = undefined;
        close();
      }
      continue;
    }
    if (/^[ \t>]*$/.test(line)) {
      close();
      continue;
    }
    const quoted = depthOf(line);
    const isCode = INDENTED.test(line) && (open === undefined || open.verbatim);
    const goesOn =
      open !== undefined &&
      opened === undefined &&
      open.verbatim === isCode &&
      open.quoted === quoted &&
      !ALONE.test(line) &&
      !begins(line, open.isItem);
    if (open && goesOn) open.end = end;
    else {
      close();
      open = { start, end, verbatim: isCode || opened !== undefined, quoted, isItem: ITEM.test(line) };
      fence = opened;
    }
    if (ALONE.test(line) || (isBroken(line) && !open.verbatim)) close();
  }
  close();
  return blocks;
}

/** Whether a line ends in a hard break. */
function isBroken(line: string): boolean {
  return line.endsWith('  ') || line.endsWith('\\');
}

function depthOf(line: string): number {
  return [...(/^[ \t>]*/.exec(line)?.[0] ?? '')].filter((sign) => sign === '>').length;
}

function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (;;) {
    const at = text.indexOf('\n', start);
    if (at === -1) return [...lines, { start, end: text.length }];
    lines.push({ start, end: text[at - 1] === '\r' && at > start ? at - 1 : at });
    start = at + 1;
  }
}

/** Letters, quotation marks or brackets first; then nothing that Markdown interprets, except citations. */
const PLAIN = /^[\p{L}"'“„«(‘](?:[^\\`*_~<>&|@[\]\n\r\t]|\[@[^\\`*_~<>&|[\]\n\r\t]*\](?![([:]))*$/u;
/** Text that may become a link by itself. */
const LINK = /https?:|www\.|ftp:/i;

/**
 * Whether a line of Markdown is a paragraph, or part of one, without markup: most are, and parsing is
 * expensive.
 */
export function isPlainLine(line: string): boolean {
  return PLAIN.test(line) && !LINK.test(line) && !/ {2}| $/.test(line);
}
