/** Size of a box in a layout, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A graph with the sizes of its parts; the ends of links are indexes of nodes. */
export interface Graph {
  readonly nodes: readonly Size[];
  readonly links: readonly { readonly from: number; readonly to: number; readonly label: Size }[];
}

/** The direction of layers: top to bottom, or left to right. */
export type Direction = 'TB' | 'LR';

/** Connected parts as indexes of nodes, the largest first. */
export function componentsOf({ nodes, links }: Graph): ReadonlySet<number>[] {
  const groups: Set<number>[] = nodes.map((_, index) => new Set([index]));
  for (const { from, to } of links) {
    const [a, b] = [groups[from], groups[to]];
    if (!a || !b || a === b) continue;
    for (const member of b) {
      a.add(member);
      groups[member] = a;
    }
  }
  return [...new Set(groups)].toSorted((a, b) => b.size - a.size);
}
