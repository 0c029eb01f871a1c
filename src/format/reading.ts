import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

const extensions = [gfmTable(), gfmFootnote(), gfmStrikethrough(), gfmTaskListItem()];
const mdastExtensions = [
  gfmTableFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
];

/** A text as a GitHub-flavoured Markdown tree, with the offsets of each node. */
export function treeOf(markdown: string): Root {
  return fromMarkdown(markdown, { extensions, mdastExtensions });
}

/**
 * What a reader of a Markdown text sees, as text for comparison: its tree without positions, with line ends in
 * paragraphs as spaces and spaces collapsed, as in a browser. Code and raw HTML are compared exactly.
 */
export function readingOf(markdown: string): string {
  return JSON.stringify(treeOf(markdown), (key, value: unknown) => {
    if (key === 'position') return undefined;
    return isText(value) ? { ...value, value: value.value.replace(/[ \t\n]+/g, ' ') } : value;
  });
}

function isText(value: unknown): value is Extract<Nodes, { type: 'text' }> {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'text';
}
