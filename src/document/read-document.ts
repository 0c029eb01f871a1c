/**
 * The door of this room: the memo's Markdown, read once into a typed tree that every output starts from: the page
 * (`html/`), the Word document (`docx/`), and whatever comes next.
 *
 *     const memo = readDocument(markdown, { isFigure: (path) => figures.has(path) });
 *     memo.blocks   headings, paragraphs, lists, tables with captions, figures … in the order of reading
 *     memo.notes    what references lead to, in the order of their numbers
 *
 * `types.ts` says what there is; `roles.ts` what a block can be for; `parts.ts` finds the parts of a memo (head,
 * sections, key judgments). Any text is good Markdown: there are no errors.
 */
import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { Slugs } from '../model/slug.ts';
import { parseInParts } from './parse-in-parts.ts';
import { readBlocks } from './read-blocks.ts';
import { keyOf, labelOf, type Reading } from './read-inlines.ts';
import type { MemoDocument, Note } from './types.ts';

export interface ReadOptions {
  /** Whether a path in the Markdown is one of the memo's own figures; if absent, no path is. */
  readonly isFigure?: (path: string) => boolean;
  /**
   * Whether it is part of a larger document: its headings are then one level lower than in a memo by itself.
   */
  readonly isPart?: boolean;
  /** Anchors used so far, in a document of several parts. */
  readonly slugs?: Slugs;
}

/** Reads a memo in Markdown. */
export function readDocument(
  markdown: string,
  { isFigure = () => false, isPart = false, slugs = new Slugs() }: ReadOptions = {},
): MemoDocument {
  const children = parseInParts(markdown, isPart);
  const { definitions, footnotes } = definitionsIn(children);
  const reading: Reading = { isFigure, slugs, definitions, references: new Map(), numbers: new Map() };
  const blocks = readBlocks(children, reading);
  const read: Omit<Note, 'references'>[] = [];
  // Notes referred to only by notes come after those the text refers to: the map grows during iteration.
  for (const key of reading.references.keys()) {
    const definition = footnotes.get(key);
    const number = reading.numbers.get(key) ?? 0;
    if (definition) {
      read.push({ label: labelOf(key), number, blocks: readBlocks(definition.children, reading) });
    }
  }
  const counts = [...reading.references.values()];
  return { blocks, notes: read.map((note) => ({ ...note, references: counts[note.number - 1] ?? 0 })) };
}

/** Targets of links and references, anywhere; the first of two with one name. */
function definitionsIn(blocks: readonly RootContent[]) {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const key = keyOf(node.identifier);
      if (node.type === 'definition') {
        if (!definitions.has(key)) definitions.set(key, node);
      } else if (!footnotes.has(key)) footnotes.set(key, node);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const block of blocks) visit(block);
  return { definitions, footnotes };
}
