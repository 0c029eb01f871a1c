import type { Format, Graphviz } from '@hpcc-js/wasm-graphviz';
import { Recent } from '../../model/memory/recent.ts';
import type { Point } from '../kit/boxes.ts';
import { leastSize } from './network-estimate.ts';
import { componentsOf, type Direction, type Graph, type Size } from './network-graph.ts';

export interface Layout extends Size {
  /** Centres of the nodes, in the order of the graph. */
  readonly nodes: readonly Point[];
  readonly links: readonly LinkPlace[];
}

export interface LinkPlace {
  /** A chain of cubic curves: a start, then two control points and an end for each. */
  readonly curve: readonly Point[];
  /** The tip of the arrow. */
  readonly tip: Point;
  /** Centre of the label. */
  readonly label: Point;
}

/** The part of Graphviz's output that is read here. Positions are points from the bottom left. */
interface Output {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly link: string; readonly pos: string; readonly lp?: string }[];
}

/** Positions without the strokes that draw them, which would take as long as the layout. */
const POSITIONS = 'json0' as string as Format; // the package's types leave it out

const POINTS_PER_INCH = 72;
/** Space between separate parts of a graph. */
const APART = 22;

/** Cache of Graphviz's output for its input: a rebuilt memo mostly has the same network. */
const layouts = new Recent<string>(60);

/** Parameters of a layout: the available space, and the space between boxes of a layer in inches. */
export interface Setting {
  readonly room: Size;
  readonly apart: number;
  readonly graphviz: Graphviz;
}

const DIRECTIONS: readonly Direction[] = ['TB', 'LR'];

/**
 * Lays out a graph in layers, each connected part separately, in one direction or the other, and packs the
 * parts into the width so that the whole is as low as possible. `undefined` if it does not fit.
 */
export function layOut(graph: Graph, setting: Setting): Layout | undefined {
  const { room, apart } = setting;
  const fits = ({ width, height }: Size) => width <= room.width && height <= room.height;
  const parts: (readonly Part[])[] = [];
  for (const members of componentsOf(graph)) {
    const variants = DIRECTIONS.filter((direction) =>
      fits(leastSize(graph, members, direction, apart * POINTS_PER_INCH)),
    )
      .map((direction) => runDot(graph, members, direction, setting))
      .filter(fits);
    if (variants.length === 0) return undefined;
    parts.push(variants);
  }
  const packed = MEASURES.map((measure) =>
    pack(
      graph,
      parts.flatMap((variants) => variants.toSorted((a, b) => measure(a) - measure(b))[0] ?? []),
      room.width,
    ),
  );
  const [lowest] = packed.toSorted((a, b) => a.height - b.height);
  return lowest && fits(lowest) ? lowest : undefined;
}

/** What to minimise in each part when its direction is chosen. */
const MEASURES: readonly ((size: Size) => number)[] = [
  ({ width, height }) => width * height,
  ({ height }) => height,
  ({ width }) => width,
];

interface Part extends Size {
  /** By index of the node in the whole graph. */
  readonly nodes: ReadonlyMap<number, Point>;
  readonly links: ReadonlyMap<number, LinkPlace>;
}

function runDot(
  graph: Graph,
  members: ReadonlySet<number>,
  direction: Direction,
  { apart, graphviz }: Setting,
): Part {
  const inches = (pixels: number) => (pixels / POINTS_PER_INCH).toFixed(4);
  const nodes = [...members].map((index) => {
    const { width = 0, height = 0 } = graph.nodes[index] ?? {};
    return `n${index}[width=${inches(width)},height=${inches(height)}]`;
  });
  const links = graph.links.flatMap(({ from, to, label: { width, height } }, index) => {
    if (!members.has(from)) return [];
    // A table of fixed size reserves the space of the label in our own font.
    const table = `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="${Math.ceil(width)}" height="${Math.ceil(height)}"><tr><td></td></tr></table>`;
    return [`n${from}->n${to}[link="${index}",label=<${table}>]`];
  });
  const source = [
    `digraph{graph[rankdir=${direction},nodesep=${apart},ranksep=${apart + 0.03}]`,
    'node[shape=box,fixedsize=true,label=""]',
    'edge[arrowsize=0.6]',
    ...nodes,
    ...links,
    '}',
  ].join('\n');
  const output = layouts.get(source, () => graphviz.layout(source, POSITIONS, 'dot'));
  return readOutput(JSON.parse(output) as Output);
}

function readOutput({ bb, objects = [], edges = [] }: Output): Part {
  const [left = 0, bottom = 0, right = 0, top = 0] = bb.split(',').map(Number);
  const pointOf = (text: string): Point => {
    const [x = 0, y = 0] = text.split(',').map(Number);
    return { x: x - left, y: top - y };
  };
  return {
    width: right - left,
    height: top - bottom,
    nodes: new Map(objects.map(({ name, pos }) => [Number(name.slice(1)), pointOf(pos)])),
    links: new Map(
      edges.map(({ link, pos, lp }) => {
        const items = pos.split(' ');
        const curve = items.filter((item) => !/^[se],/.test(item)).map(pointOf);
        const end = items.find((item) => item.startsWith('e,'));
        const tip = end === undefined ? (curve.at(-1) ?? { x: 0, y: 0 }) : pointOf(end.slice(2));
        return [Number(link), { curve, tip, label: lp === undefined ? tip : pointOf(lp) }];
      }),
    ),
  };
}

/** Packs parts in rows, the largest first: each beside the one before if it fits, otherwise below. */
function pack(graph: Graph, parts: readonly Part[], width: number): Layout {
  const nodes = new Map<number, Point>();
  const links = new Map<number, LinkPlace>();
  let [x, y, rowHeight] = [0, 0, 0];
  const rows: {
    readonly parts: { readonly part: Part; readonly x: number; readonly y: number }[];
    width: number;
  }[] = [];
  for (const part of parts) {
    if (rows.length === 0 || x + part.width > width) {
      y += rowHeight + (rows.length === 0 ? 0 : APART);
      [x, rowHeight] = [0, 0];
      rows.push({ parts: [], width: 0 });
    }
    const row = rows.at(-1);
    row?.parts.push({ part, x, y });
    if (row) row.width = x + part.width;
    x += part.width + APART;
    rowHeight = Math.max(rowHeight, part.height);
  }
  for (const row of rows) {
    const middle = (width - row.width) / 2;
    for (const { part, x: left, y: top } of row.parts) {
      const move = (point: Point) => ({ x: point.x + left + middle, y: point.y + top });
      for (const [index, at] of part.nodes) nodes.set(index, move(at));
      for (const [index, { curve, tip, label }] of part.links) {
        links.set(index, { curve: curve.map(move), tip: move(tip), label: move(label) });
      }
    }
  }
  const nowhere = { x: 0, y: 0 };
  return {
    width,
    height: y + rowHeight,
    nodes: graph.nodes.map((_, index) => nodes.get(index) ?? nowhere),
    links: graph.links.map((_, index) => links.get(index) ?? { curve: [], tip: nowhere, label: nowhere }),
  };
}
