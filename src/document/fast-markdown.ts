import { createRequire } from 'node:module';
import { env } from 'node:process';
import type { Nodes, Root } from 'mdast';
import { roleComment } from './roles.ts';

/** If set to `remark`, everything is parsed by `remark-parse`, even if a faster parser is installed. */
const SWITCH = 'THREAT_MEMO_MARKDOWN';
/** Longest text passed to native code, in UTF-16 code units: memos have some 100,000. */
const MAX_LENGTH = 1_000_000;
/**
 * Most delimiters of emphasis, links or code in one block: parsing time grows with the square of their number.
 */
const MAX_DELIMITERS = 1000;

/** The part of `satteri` we use: an optional parser in Rust with a binary for each platform. */
interface Satteri {
  markdownToMdast(markdown: string, options: { readonly features: object }): Root;
}

/** `null` if it is not installed. */
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

/** Whether the fast parser is installed. */
export function hasFastReader(): boolean {
  return satteri() !== null;
}

/**
 * The same tree as `readSlowly` in `markdown.ts`, with positions, before roles are applied; `undefined` without
 * the fast parser, or if it might parse the text differently.
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

/**
 * Whether the tree has adjacent text nodes, which the reference never produces: what separated them may have
 * been parsed differently.
 */
function hasBrokenText(node: Nodes): boolean {
  if (!('children' in node)) return false;
  let before: Nodes['type'] | undefined;
  for (const child of node.children) {
    if ((child.type === 'text' && before === 'text') || hasBrokenText(child)) return true;
    before = child.type;
  }
  return false;
}

/** What may precede a block on its line: indentation, and the openings of quotations, list items or notes. */
const BEFORE_BLOCK = /(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\n]*\]:)*/.source;

/**
 * Texts that the two parsers parse differently, or position differently. Memos contain them only in a
 * stranger's text.
 */
const READ_OTHERWISE: readonly RegExp[] = [
  // A line that begins with `<` and is not a role comment: HTML blocks cannot be switched off.
  new RegExp(`^(?!${roleComment.source.slice(1)})${BEFORE_BLOCK}<`, 'm'),
  // Tabs, other line endings, replaced characters, surrogate pairs: columns are counted differently.
  /[\t\r\0\ud800-\udfff]/,
  // White space in the label of a note.
  /\[\^[^\]\n]*[ \t\n]/,
  // A note that begins with another note, or on the next line; an empty list item.
  /\]:[ >]*\[\^[^\]\n]*\]:/,
  /\]:[ ]*$/m,
  new RegExp(String.raw`^${BEFORE_BLOCK}(?:[-+*]|\d{1,9}[.)])[ ]*$`, 'm'),
  // Emphasis marks beside others, or after an escaped one (`**a\***b`): some are wrongly taken for emphasis.
  /\*[_~]|_[*~]|~[*_]|\\[*_~][*_~]/,
  // Task list boxes and code fences: their ends have other positions.
  /\[[ \txX\n]\]/,
  /```|~~~/,
];

/** Front matter, and the line that ends it. */
const FRONT = /^---[ \t]*(?:\n|$)/;
const FRONT_WHOLE = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)/;

/** Whether both parsers are known to give the same tree; see `tests/document/fast-markdown.test.ts`. */
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
