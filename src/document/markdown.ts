import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension, State, Tokenizer } from 'micromark-util-types';
import { applyRoles } from './apply-roles.ts';
import { readFast } from './fast-markdown.ts';
import { roleComment } from './roles.ts';

/**
 * The syntax tree of a memo: GitHub-flavoured Markdown with front matter, in which role comments are the only
 * HTML. Roles are set on the blocks they apply to (`data.roles`); no HTML is left.
 *
 * In a part of a larger document (`isPart`), every heading is one level lower than in a memo by itself. Since
 * processing depends on levels, they are raised again.
 */
export function parseMarkdown(markdown: string, isPart: boolean): Root {
  const withAddresses = hasBareAddress(markdown);
  const tree = (withAddresses ? undefined : readFast(markdown)) ?? readSlowly(markdown, withAddresses);
  if (isPart) raiseHeadings(tree);
  applyRoles(tree);
  return tree;
}

/**
 * The reference parser: the fast one is tested against it, and it is used if there is no fast one. Finding bare
 * addresses takes a third of its time, and most memos have none.
 */
export function readSlowly(markdown: string, withAddresses: boolean): Root {
  return fromMarkdown(markdown, {
    extensions: [
      ...(withAddresses ? [gfmAutolinkLiteral()] : []),
      gfmFootnote(),
      gfmStrikethrough(),
      gfmTable(),
      gfmTaskListItem(),
      frontmatter(['yaml']),
      roleSyntax,
    ],
    mdastExtensions: [
      ...(withAddresses ? [gfmAutolinkLiteralFromMarkdown()] : []),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      frontmatterFromMarkdown(['yaml']),
    ],
  });
}

function raiseHeadings(node: Nodes): void {
  if (node.type === 'heading') node.depth = Math.max(1, node.depth - 1) as typeof node.depth;
  if ('children' in node) for (const child of node.children) raiseHeadings(child);
}

/** A whole link with a plain address, as sources have them: `[example.org](https://example.org/a)`. */
const LINK = /(?<!\\)(\[[^[\]\n\\`<]*\])\(https?:\/\/[^\s()<>\\`]*\)/gi;

/** Whether a text may contain an address that GFM would turn into a link; when in doubt, yes. */
export function hasBareAddress(markdown: string): boolean {
  return /(?<!<)https?:\/\/|www\.|[\w.+-]@[\w-]/i.test(markdown.replace(LINK, '$1()'));
}

const lessThan = 60;
/** micromark's codes for the three line endings are -5, -4 and -3; -2 and -1 are a tab and its filling. */
const lastLineEnding = -3;

const tokenizeRole: Tokenizer = (effects, ok, nok) => {
  let line = '';

  const rest: State = (code) => {
    if (code === null || code <= lastLineEnding) {
      effects.exit('htmlFlowData');
      effects.exit('htmlFlow');
      return roleComment.test(line) ? ok(code) : nok(code);
    }
    line += code < 0 ? ' ' : String.fromCharCode(code);
    if (line.length === 4 && line !== '<!--') return nok(code);
    effects.consume(code);
    return rest;
  };

  return (code) => {
    effects.enter('htmlFlow');
    effects.enter('htmlFlowData');
    return rest(code);
  };
};

/**
 * Role comments are the only HTML blocks in this Markdown. CommonMark lets `<style>` or `<!--` at the start of
 * a line continue until its end tag, or to the end of the memo if there is none: a stranger's unclosed tag
 * would swallow the pages after it. Without HTML blocks, such a tag is inline, ends with its paragraph at the
 * latest, and is dropped there.
 */
const roleSyntax: Extension = {
  disable: { null: ['htmlFlow'] },
  flow: { [lessThan]: { name: 'role', tokenize: tokenizeRole } },
};
