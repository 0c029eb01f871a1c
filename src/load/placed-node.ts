import { fromPointer } from '../model/pointer.ts';

/** A stretch of text: offsets (UTF-16 code units from 0), `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place of a value: offsets of its text and, for a member of an object, of its key. */
export interface PlacedNode extends Span {
  readonly key?: Span | undefined;
  /** Of an object. */
  readonly members?: ReadonlyMap<string, PlacedNode> | undefined;
  /** Of a list. */
  readonly items?: readonly PlacedNode[] | undefined;
}

/** A value as plain data, with the places of it and everything in it. */
export interface PlacedValue {
  readonly data: unknown;
  readonly node: PlacedNode;
}

const INDEX = /^(0|[1-9]\d*)$/;

/** The place of the value at a JSON pointer; `undefined` if the pointer leads nowhere. */
export function nodeAt(root: PlacedNode, pointer: string): PlacedNode | undefined {
  let node: PlacedNode | undefined = root;
  for (const part of fromPointer(pointer)) node = node && childOf(node, part);
  return node;
}

function childOf(node: PlacedNode, part: string): PlacedNode | undefined {
  return node.members?.get(part) ?? (INDEX.test(part) ? node.items?.[Number(part)] : undefined);
}

/** The span of a JSON pointer; if it leads nowhere, that of the nearest ancestor's value. */
export function findSpan(root: PlacedNode, pointer: string, on: 'key' | 'value'): Span {
  let node = root;
  for (const part of fromPointer(pointer)) {
    const child = childOf(node, part);
    if (child === undefined) return node;
    node = child;
  }
  return on === 'key' ? (node.key ?? node) : node;
}
