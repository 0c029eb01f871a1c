import { type Alias, type Document, isAlias, isMap, isNode, isSeq, type Node } from 'yaml';

/** A value of a YAML document and how to put another in its place. */
interface Seat {
  readonly node: Node;
  readonly put: (node: Node) => void;
}

/** Whether an anchor's name is used for several nodes, so that the meaning of an alias depends on the order. */
export function hasAmbiguousAnchors(document: Document): boolean {
  const names = seatsOf(document).flatMap(({ node }) => anchorOf(node) ?? []);
  return new Set(names).size < names.length;
}

/**
 * After reordering, an alias can come before its anchor: then the two are swapped. Returns false if an alias is
 * left without an anchor.
 */
export function reorderAnchors(document: Document): boolean {
  for (let swaps = 0; swaps < 10_000; swaps += 1) {
    const seats = seatsOf(document);
    const alias = firstEarly(seats);
    if (alias === undefined) return true;
    const anchored = seats.find(({ node }) => anchorOf(node) === (alias.node as Alias).source);
    if (anchored === undefined) return false;
    alias.put(anchored.node);
    anchored.put(alias.node);
  }
  return false;
}

function firstEarly(seats: readonly Seat[]): Seat | undefined {
  const known = new Set<string>();
  return seats.find(({ node }) => {
    const anchor = anchorOf(node);
    if (anchor !== undefined) known.add(anchor);
    return isAlias(node) && !known.has(node.source);
  });
}

function anchorOf(node: Node): string | undefined {
  return isAlias(node) ? undefined : (node as { anchor?: string }).anchor;
}

/** Every value, in written order. */
function seatsOf(document: Document): Seat[] {
  const seats: Seat[] = [];
  const visit = (node: unknown, put: (node: Node) => void): void => {
    if (!isNode(node)) return;
    seats.push({ node, put });
    if (isMap(node)) {
      for (const pair of node.items) {
        visit(pair.value, (value) => {
          pair.value = value;
        });
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        visit(item, (value) => {
          node.items[index] = value;
        });
      }
    }
  };
  visit(document.contents, () => undefined);
  return seats;
}
