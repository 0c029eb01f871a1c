import type { Direction, Graph, Size } from './network-graph.ts';

/** Space that Graphviz leaves between a box and the next layer, for a link with its label, in pixels. */
const GAP = 16;

/**
 * Divisor for the estimated length, since a layout sometimes has shorter layers: in nineteen of twenty cases by
 * less than this.
 */
const SURE = 1.06;

/**
 * The least size that a part of a graph almost surely needs in a layered layout: along the layers, the thickest
 * boxes and labels of all layers together; across, the boxes of the fullest layer. Making the layout takes a
 * hundred times as long. `apart` is the space between boxes of a layer in pixels.
 */
export function leastSize(
  { nodes, links }: Graph,
  members: ReadonlySet<number>,
  direction: Direction,
  apart: number,
): Size {
  const own = links.filter(({ from }) => members.has(from));
  const layers = layersOf(own, members);
  const [along, across] =
    direction === 'TB' ? (['height', 'width'] as const) : (['width', 'height'] as const);
  const thick: number[] = [];
  const full: number[] = [];
  const between: number[] = [];
  for (const [node, layer] of layers) {
    const size = nodes[node] ?? { width: 0, height: 0 };
    thick[layer] = Math.max(thick[layer] ?? 0, size[along]);
    full[layer] = (full[layer] ?? -apart) + size[across] + apart;
  }
  for (const { from, to, label } of own) {
    const [a, b] = [layers.get(from) ?? 0, layers.get(to) ?? 0];
    // The label of a long link is in its middle.
    const middle = Math.floor((a + b) / 2);
    if (Math.abs(a - b) % 2 === 1) between[middle] = Math.max(between[middle] ?? 0, label[along]);
    else thick[middle] = Math.max(thick[middle] ?? 0, label[along]);
  }
  const sizes = [...thick, ...between].reduce((sum, size) => sum + (size ?? 0), 0);
  const length = (sizes + (thick.length - 1) * GAP) / SURE;
  const breadth = Math.max(0, ...full);
  return direction === 'TB' ? { width: breadth, height: length } : { width: length, height: breadth };
}

type Arrow = readonly [from: number, to: number];

/**
 * A layer for each node, from 0: after all nodes that lead to it. A node with more outgoing than incoming links
 * is placed as close to their targets as possible.
 */
function layersOf(links: Graph['links'], members: ReadonlySet<number>): ReadonlyMap<number, number> {
  const arrows = withoutCircles(links, members);
  const layers = new Map([...members].map((node) => [node, 0]));
  const layerOf = (node: number) => layers.get(node) ?? 0;
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const [from, to] of arrows) {
      if (layerOf(to) > layerOf(from)) continue;
      layers.set(to, layerOf(from) + 1);
      isDone = false;
    }
  }
  for (const node of [...members].sort((a, b) => layerOf(b) - layerOf(a))) {
    const ahead = arrows.filter(([from]) => from === node).map(([, to]) => layerOf(to) - 1);
    const before = arrows.filter(([, to]) => to === node);
    if (ahead.length > before.length) layers.set(node, Math.min(...ahead));
  }
  return layers;
}

/** Links as arrows, with those that would close a cycle reversed. */
function withoutCircles(links: Graph['links'], members: ReadonlySet<number>): readonly Arrow[] {
  const arrows: Arrow[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const visit = (node: number): void => {
    state.set(node, 'open');
    for (const { from, to } of links) {
      if (from !== node) continue;
      arrows.push(state.get(to) === 'open' ? [to, from] : [from, to]);
      if (!state.has(to)) visit(to);
    }
    state.set(node, 'done');
  };
  for (const node of members) if (!state.has(node)) visit(node);
  return arrows;
}
