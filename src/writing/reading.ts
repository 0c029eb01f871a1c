import { indexLines } from '../load/line-index.ts';
import type { PlacedNode, Span } from '../load/placed-node.ts';
import { readerOf } from '../load/read-document.ts';

/** A text parsed as data, with the places of all values. */
export interface ReadText {
  readonly text: string;
  readonly data: unknown;
  readonly root: PlacedNode;
}

/** What is at an offset: its path, and whether the key or the value is meant. */
export interface Spot {
  readonly parts: readonly string[];
  readonly on: 'key' | 'value';
  readonly span: Span;
}

/** Parses a text by the extension of its file name; `undefined` if it cannot be read as data at all. */
export function readText(file: string, text: string): ReadText | undefined {
  if (text.trim() === '') return undefined;
  const { value } = readerOf(file)?.(text, indexLines(text)) ?? {};
  return value && { text, data: value.data, root: value.node };
}

/** The innermost key or value at an offset (UTF-16 code units); its end belongs to it, as in editors. */
export function spotAt(root: PlacedNode, offset: number): Spot | undefined {
  if (!holds(root, offset)) return undefined;
  const parts: string[] = [];
  let node = root;
  for (;;) {
    const inner = childAt(node, offset);
    if (inner === undefined) return { parts, on: 'value', span: node };
    parts.push(inner.part);
    if (inner.node.key && holds(inner.node.key, offset)) return { parts, on: 'key', span: inner.node.key };
    node = inner.node;
  }
}

function childAt(node: PlacedNode, offset: number): { part: string; node: PlacedNode } | undefined {
  for (const [part, child] of node.members ?? []) {
    if (holds(child, offset) || (child.key && holds(child.key, offset))) return { part, node: child };
  }
  const index = node.items?.findIndex((item) => holds(item, offset)) ?? -1;
  const item = node.items?.[index];
  return item && { part: String(index), node: item };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
