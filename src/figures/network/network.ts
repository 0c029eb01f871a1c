import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { RelationshipView } from '../../derive/entities/relationships.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import type { Brief, Draw, Drawing } from '../figure.ts';
import { type Face, widest, wrap } from '../kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from '../kit/sheet.ts';
import type { Words } from '../kit/words.ts';
import type { Graph } from './network-graph.ts';
import {
  drawNetworkKey,
  isUncontested,
  LINE,
  type Standing,
  standingOf,
  standingText,
} from './network-key.ts';
import { type Layout, type LinkPlace, layOut } from './network-layout.ts';
import { altOf, captionOf, degreesOf, hubsOf } from './network-words.ts';

/** With more actors, labels beside the links never fitted: trying takes Graphviz half a second. */
const MAX_ACTORS = 24;
const FEWEST_LINKS = 2;

/** Whether there is a network to draw: two relationships between different actors. */
export function hasNetwork(view: MemoView): boolean {
  return linksOf(view).length >= FEWEST_LINKS;
}

/**
 * Relationships between actors: a box for each actor that has one, an arrow for each relationship with its type
 * in words, and its standing by line style and a word. If there are too many actors, the one with the most
 * relationships and its neighbours are kept, then those assessed, then those with the most relationships, and
 * the caption says how many actors and relationships are left out. Needs two relationships.
 */
export function networkWith(graphviz: Graphviz): Draw {
  return ({ view, words }: Brief): Drawing | undefined => {
    if (!hasNetwork(view)) return undefined;
    const all = linksOf(view);
    const assessed = new Set(view.actors.assessed.map(({ name }) => name));
    const found = fittingNetwork(all, assessed, words, graphviz);
    if (found === undefined) return undefined;
    const sheet = new Sheet(view.direction);
    drawNetwork(sheet, found, assessed);
    const { links } = found.network;
    const height = drawNetworkKey(sheet, found.layout.height + 20, standingsOf(links), words);
    const caption = captionOf(all, links, words);
    const alt = altOf(all, links, words);
    return {
      svg: sheet.svg(height, caption, alt),
      alt,
      caption,
      source: undefined,
      table: {
        head: [
          words.text('figure.column.from'),
          words.text('figure.column.relationship'),
          words.text('figure.column.to'),
          words.text('figure.column.standing'),
        ],
        rows: all.map(({ from, type, to, standing }) => [
          from,
          words.label('relationship', type),
          to,
          standingText(standingOf(standing), words),
        ]),
      },
    };
  };
}

function linksOf({ relationships }: MemoView): RelationshipView[] {
  return relationships.filter(({ from, to }) => from !== to);
}

interface Network {
  readonly names: readonly string[];
  readonly nameLines: readonly (readonly string[])[];
  readonly links: readonly RelationshipView[];
  readonly labels: readonly (readonly string[])[];
}

interface Found {
  readonly network: Network;
  readonly layout: Layout;
}

const NAME = face.smallBold;
const LABEL = face.small;
/** Space that a label keeps from the next one. */
const BESIDE_LABEL = 10;
/** A drawing's settings: widest name and label, and distance between boxes in inches. */
interface Way {
  readonly name: number;
  readonly label: number;
  readonly apart: number;
}

/** Settings to try in turn: narrower names and labels, and then fewer actors. */
const WAYS: readonly Way[] = [
  { name: 110, label: 80, apart: 0.1 },
  { name: 96, label: 66, apart: 0.1 },
  { name: 82, label: 62, apart: 0.1 },
  { name: 70, label: 58, apart: 0.1 },
  { name: 62, label: 46, apart: 0.04 },
];

/** The rest of the page is for the key. */
const ROOM = { width: WIDTH, height: TALLEST - 90 };

function fittingNetwork(
  all: readonly RelationshipView[],
  assessed: ReadonlySet<string>,
  words: Words,
  graphviz: Graphviz,
): Found | undefined {
  const ranked = byWeight(all, assessed);
  for (let most = Math.min(ranked.length, MAX_ACTORS); most > 1; most -= most > 12 ? 3 : 1) {
    const included = new Set(ranked.slice(0, most));
    const links = all.filter(({ from, to }) => included.has(from) && included.has(to));
    if (links.length === 0) continue;
    for (const way of most < ranked.length ? WAYS.slice(-2) : WAYS) {
      const network = networkOf(links, way, words);
      const layout = layOut(graphOf(network), { room: ROOM, apart: way.apart, graphviz });
      if (layout) return { network, layout };
    }
  }
  return undefined;
}

/**
 * Actors by importance for the figure: the ones with the most relationships, whom the caption names, their
 * neighbours, those assessed, and the rest by number of relationships.
 */
function byWeight(all: readonly RelationshipView[], assessed: ReadonlySet<string>): string[] {
  const degrees = degreesOf(all);
  const hubs = new Set(hubsOf(all));
  const beside = new Set(
    all.filter(({ from, to }) => hubs.has(from) || hubs.has(to)).flatMap(({ from, to }) => [from, to]),
  );
  const weight = (name: string) =>
    hubs.has(name) ? 3 : (beside.has(name) ? 2 : 0) + (assessed.has(name) ? 1 : 0);
  return degrees
    .toSorted((a, b) => weight(b.name) - weight(a.name) || b.count - a.count)
    .map(({ name }) => name);
}

function networkOf(links: readonly RelationshipView[], way: Way, words: Words): Network {
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  return {
    names,
    nameLines: names.map((name) => wrap(name, Math.max(way.name, longestWord(name, NAME)), NAME, 6)),
    links,
    labels: links.map(({ type, standing }) => {
      const sure = isUncontested(standing);
      const detail = sure
        ? []
        : [words.text('figure.in-brackets', { what: standingText(standingOf(standing), words) })];
      const label = words.label('relationship', type);
      return [...wrap(label, Math.max(way.label, longestWord(label, LABEL)), LABEL), ...detail];
    }),
  };
}

/** The longest word of a text: it is broken within a word only if that is very long. */
function longestWord(text: string, face: Face): number {
  return Math.min(150, widest(text.split(/[ -]/), face) + 4);
}

function graphOf({ names, nameLines, links, labels }: Network): Graph {
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    nodes: nameLines.map((lines) => ({
      width: widest(lines, NAME) + 12,
      height: lines.length * LEADING + 8,
    })),
    links: links.map(({ from, to }, index) => {
      const lines = labels[index] ?? [];
      return {
        from: indexes.get(from) ?? 0,
        to: indexes.get(to) ?? 0,
        label: { width: widest(lines, LABEL) + BESIDE_LABEL, height: lines.length * LEADING },
      };
    }),
  };
}

function drawNetwork(sheet: Sheet, { network, layout }: Found, assessed: ReadonlySet<string>): void {
  for (const [index, place] of layout.links.entries()) {
    drawLink(sheet, place, standingOf(network.links[index]?.standing));
  }
  for (const [index, { label }] of layout.links.entries()) {
    const lines = network.labels[index] ?? [];
    const first = label.y - (lines.length * LEADING) / 2 + ASCENT;
    sheet.text(label.x, first, lines, { face: LABEL, fill: ink.accent, anchor: 'middle', halo: true });
  }
  for (const [index, { x, y }] of layout.nodes.entries()) {
    const lines = network.nameLines[index] ?? [];
    const [width, height] = [widest(lines, NAME) + 12, lines.length * LEADING + 8];
    const isAssessed = assessed.has(network.names[index] ?? '');
    sheet.rect(x - width / 2, y - height / 2, width, height, {
      rx: 2,
      fill: isAssessed ? ink.structure : ink.paper,
      stroke: ink.structure,
    });
    const first = y - (lines.length * LEADING) / 2 + ASCENT;
    sheet.text(x, first, lines, { face: NAME, fill: isAssessed ? ink.paper : ink.text, anchor: 'middle' });
  }
}

function drawLink(sheet: Sheet, { curve, tip }: LinkPlace, standing: Standing): void {
  const [start, ...rest] = curve;
  const last = curve.at(-1);
  if (start === undefined || last === undefined) return;
  const point = ({ x, y }: { x: number; y: number }) =>
    `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  sheet.path(`M${point(start)}C${rest.map(point).join(' ')}L${point(last)}`, {
    fill: 'none',
    ...LINE[standing],
  });
  const length = Math.max(Math.hypot(tip.x - last.x, tip.y - last.y), 0.1);
  const along = { x: (tip.x - last.x) / length, y: (tip.y - last.y) / length };
  const base = { x: tip.x - along.x * 7, y: tip.y - along.y * 7 };
  const side = { x: -along.y * 3, y: along.x * 3 };
  const wing = (sign: 1 | -1) => point({ x: base.x + sign * side.x, y: base.y + sign * side.y });
  sheet.path(`M${point(tip)}L${wing(1)}L${wing(-1)}Z`, { fill: ink.structure });
}

function standingsOf(links: readonly RelationshipView[]): ReadonlySet<Standing> {
  return new Set(links.map(({ standing }) => standingOf(standing)));
}
