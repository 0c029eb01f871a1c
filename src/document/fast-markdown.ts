import { createRequire } from 'node:module';
import { env } from 'node:process';
import type { Nodes, Root } from 'mdast';
import { roleComment } from './roles.ts';

/** Set to `remark`, everything is read by `remark-parse`'s own parser, whatever is installed. */
const SWITCH = 'THREAT_MEMO_MARKDOWN';
/** Longest text that is given to native code, in UTF-16 code units: memos have some 100,000. */
const MAX_LENGTH = 1_000_000;
/** Most characters in one block that may open or close emphasis, links or code: beyond, its time grows with their square. */
const MAX_DELIMITERS = 1000;

/** What we use of `satteri`, a parser in Rust with a binary for each platform, where somebody has installed it. */
interface Satteri {
  markdownToMdast(markdown: string, options: { readonly features: object }): Root;
}

/** `null` where there is none. */
let found: Satteri | null | undefined;

function satteri(): Satteri | null {
  if (found === undefined) {
    try {
      found = env[SWITCH] === 'remark' ? null : (createRequire(import.meta.url)('satteri') as Satteri);
    } catch {
      found = null; // not installed, or no binary for this platform
    }
  }
  return found;
}

/** Whether there is a fast reader on this machine. */
export function hasFastReader(): boolean {
  return satteri() !== null;
}

/**
 * The tree of a text as `fromMarkdown` gives it in `markdown.ts`, positions included, before roles are applied; `undefined` where
 * there is no fast reader, or where it might read the text otherwise.
 */
export function readFast(markdown: string): Root | undefined {
  const reader = isReadAlike(markdown) ? satteri() : null;
  try {
    const tree = reader?.markdownToMdast(markdown, { features: { gfm: true, frontmatter: true } });
    return tree && hasBrokenText(tree) ? undefined : tree;
  } catch {
    return undefined;
  }
}

/** Whether a text is left in pieces, as the reference never leaves one: what parted them may have been read otherwise. */
function hasBrokenText(node: Nodes): boolean {
  if (!('children' in node)) return false;
  let before: Nodes['type'] | undefined;
  for (const child of node.children) {
    if ((child.type === 'text' && before === 'text') || hasBrokenText(child)) return true;
    before = child.type;
  }
  return false;
}

/** What may stand before a block: indentation, and what opens a quotation, a list item or a note. */
const BEFORE_BLOCK = /(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\n]*\]:)*/.source;

/** What the readers read otherwise, or place otherwise. Memos have none of it but in the words of a stranger. */
const READ_OTHERWISE: readonly RegExp[] = [
  // A line that begins with `<` and is no role comment: HTML blocks cannot be switched off.
  new RegExp(`^(?!${roleComment.source.slice(1)})${BEFORE_BLOCK}<`, 'm'),
  // Tabs, other line endings, a character that Markdown replaces, characters of two halves: columns are counted otherwise.
  /[\t\r\0\ud800-\udfff]/,
  // A blank in the label of a note.
  /\[\^[^\]\n]*[ \t\n]/,
  // A note that begins with another note, or on the next line; a list item that says nothing.
  /\]:[ >]*\[\^[^\]\n]*\]:/,
  /\]:[ ]*$/m,
  new RegExp(String.raw`^${BEFORE_BLOCK}(?:[-+*]|\d{1,9}[.)])[ ]*$`, 'm'),
  // Signs of emphasis beside others, or behind one that is escaped (`**a\***b`): it takes some for emphasis that are none.
  /\*[_~]|_[*~]|~[*_]|\\[*_~][*_~]/,
  // Boxes of task lists, and fences of code: their ends are placed otherwise.
  /\[[ \txX\n]\]/,
  /```|~~~/,
];

/** Front matter, and the line that ends it. */
const FRONT = /^---[ \t]*(?:\n|$)/;
const FRONT_WHOLE = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)/;

/** Whether both readers are known to give the same tree; `tests/document/fast-markdown.test.ts` says how it is known. */
function isReadAlike(markdown: string): boolean {
  return (
    markdown.length <= MAX_LENGTH &&
    !READ_OTHERWISE.some((pattern) => pattern.test(markdown)) &&
    (!FRONT.test(markdown) || FRONT_WHOLE.test(markdown)) &&
    hasFewDelimiters(markdown)
  );
}

const DELIMITERS = new Set([...'*_~`[]!>|'].map((character) => character.charCodeAt(0)));
const NEWLINE = 10;

function hasFewDelimiters(markdown: string): boolean {
  let count = 0;
  let isBlank = true;
  for (let at = 0; at < markdown.length; at += 1) {
    const code = markdown.charCodeAt(at);
    if (code === NEWLINE) {
      if (isBlank) count = 0;
      isBlank = true;
    } else if (code !== 32 && code !== 9) {
      isBlank = false;
      if (DELIMITERS.has(code)) {
        count += 1;
        if (count > MAX_DELIMITERS) return false;
      }
    }
  }
  return true;
}
