import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadGraphviz } from '../../../src/figures/network/graphviz.ts';
import { leastSize } from '../../../src/figures/network/network-estimate.ts';
import type { Graph, Size } from '../../../src/figures/network/network-graph.ts';
import { layOut } from '../../../src/figures/network/network-layout.ts';

const SURE = 1.06;
const graphviz = await loadGraphviz();
const sizeOf = fc.record({
  width: fc.integer({ min: 30, max: 120 }),
  height: fc.integer({ min: 22, max: 80 }),
});
const members = ({ nodes }: Graph) => new Set(nodes.keys());
const link = (from: number, to: number, label: Size) => ({ from, to, label });

describe('the least size of a layout', () => {
  test('is nearly the height of a chain', () => {
    fc.assert(
      fc.property(fc.array(sizeOf, { minLength: 3, maxLength: 6 }), (nodes) => {
        const label = { width: 40, height: 14 };
        const graph: Graph = {
          nodes,
          links: nodes.slice(1).map((_, index) => link(index, index + 1, label)),
        };
        const width = Math.max(...nodes.map((node) => node.width)) + 60; // from left to right it would not fit
        const layout = layOut(graph, {
          room: { width, height: 2000 },
          apart: 0.1,
          graphviz,
        });
        const { height } = leastSize(graph, members(graph), 'TB', 7.2);
        expect(Math.abs((layout?.height ?? 0) - height * SURE)).toBeLessThan(2);
      }),
      { numRuns: 25 },
    );
  });

  test('is longer along a chain than across, and the reverse for a fan', () => {
    const nodes = Array.from({ length: 6 }, () => ({ width: 60, height: 22 }));
    const label = { width: 20, height: 14 };
    const chain: Graph = { nodes, links: nodes.slice(1).map((_, index) => link(index, index + 1, label)) };
    expect(leastSize(chain, members(chain), 'LR', 7)).toEqual({
      width: (6 * 60 + 5 * (20 + 16)) / SURE,
      height: 22,
    });
    const fan: Graph = { nodes, links: nodes.slice(1).map((_, index) => link(0, index + 1, label)) };
    expect(leastSize(fan, members(fan), 'TB', 7)).toEqual({
      width: 5 * 60 + 4 * 7,
      height: (2 * 22 + 14 + 16) / SURE,
    });
  });

  test('is computed for circles too', () => {
    const nodes = Array.from({ length: 3 }, () => ({ width: 60, height: 22 }));
    const label = { width: 20, height: 14 };
    const circle: Graph = { nodes, links: [link(0, 1, label), link(1, 2, label), link(2, 0, label)] };
    expect(leastSize(circle, members(circle), 'TB', 7).height).toBeGreaterThan(3 * 22);
  });
});

test('a part that cannot fit is not laid out; a known layout is not computed again', () => {
  let runs = 0;
  const counting = Object.assign(Object.create(graphviz) as typeof graphviz, {
    layout: (...given: Parameters<typeof graphviz.layout>) => {
      runs += 1;
      return graphviz.layout(...given);
    },
  });
  const nodes = Array.from({ length: 6 }, () => ({ width: 100, height: 22 }));
  const graph: Graph = {
    nodes,
    links: nodes.slice(1).map((_, index) => link(index, index + 1, { width: 40, height: 14 })),
  };
  const narrow = { room: { width: 605, height: 650 }, apart: 0.1, graphviz: counting };
  const layout = layOut(graph, narrow);
  expect(layout?.height).toBeGreaterThan(6 * 22);
  expect(runs).toBe(1); // not from left to right
  expect(layOut(graph, narrow)).toEqual(layout);
  expect(runs).toBe(1);
  expect(layOut(graph, { ...narrow, room: { width: 605, height: 100 } })).toBeUndefined();
  expect(runs).toBe(1);
});
