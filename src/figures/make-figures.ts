import type { MemoView } from '../derive/memo-view.ts';
import {
  type Draw,
  type Drawing,
  type Figure,
  type FigureKey,
  type FigureKind,
  figureKeys,
} from './figure.ts';
import { likelihoodBars } from './kit/likelihood-bars.ts';
import type { Words } from './kit/words.ts';

/** The figures of one memo, each drawn on first use. */
export interface FigureSet {
  /** A figure by key; `undefined` if there is no such figure, or no data for it. */
  get(key: string): Figure | undefined;
  /** The figures used, sorted by path. */
  used(): readonly Figure[];
}

/** Each loads its libraries only if there is data for it. */
const shipped: Readonly<Record<FigureKey, FigureKind['load']>> = {
  judgments: async () => (await import('./judgments.ts')).drawJudgments,
  capabilities: async () => (await import('./capabilities.ts')).drawCapabilities,
  network: async (view) => {
    const { hasNetwork, networkWith } = await import('./network/network.ts');
    if (!hasNetwork(view)) return undefined;
    const { loadGraphviz } = await import('./network/graphviz.ts');
    return networkWith(await loadGraphviz());
  },
  chronology: async () => (await import('./chronology.ts')).drawChronology,
  hypotheses: async () => (await import('./hypotheses.ts')).drawHypotheses,
  quantity: async () => (await import('./quantity.ts')).drawQuantity,
  trend: async () => (await import('./trend.ts')).drawTrend,
  map: async (view) =>
    view.chronology.some(({ place }) => place?.coordinates)
      ? (await import('./map/map.ts')).drawMap
      : undefined,
  scenarios: async () => (await import('./scenarios.ts')).drawScenarios,
};

/** The kinds of figures that are shipped. */
export const shippedFigures: readonly FigureKind[] = figureKeys.map((key) => ({ key, load: shipped[key] }));

/**
 * Puts lists of figures together, later ones after earlier ones.
 *
 * @throws TypeError where two figures have the same key: a mistake in a program, not in a file.
 */
export function figureKinds(...lists: readonly (readonly FigureKind[])[]): readonly FigureKind[] {
  const all = lists.flat();
  const twice = all.find(({ key }, index) => all.findIndex((other) => other.key === key) !== index);
  if (twice) throw new TypeError(`Two figures have the key ${twice.key}.`);
  return all;
}

/**
 * Prepares the figures of a memo: loads what the wanted keys need, so that getting a figure later is
 * synchronous. Other keys, except the likelihood bars, give nothing. `given` are drawings of data that is not
 * in the view, by key; `folder` is their folder in `figures/` beside the Markdown.
 */
export async function prepareFigures(
  view: MemoView,
  words: Words,
  wanted: Iterable<string>,
  given: ReadonlyMap<string, Drawing> = new Map(),
  folder = view.id,
  kinds: readonly FigureKind[] = shippedFigures,
): Promise<FigureSet> {
  const ready = new Map<string, Draw>();
  const keys = new Set(wanted);
  for (const { key, load } of kinds) {
    const draw = keys.has(key) ? await load(view) : undefined;
    if (draw) ready.set(key, draw);
  }
  const bars = likelihoodBars(view);
  const made = new Map<string, Figure | undefined>();
  const make = (key: string): Figure | undefined => {
    const bar = bars.get(key);
    const drawing =
      bar === undefined ? (given.get(key) ?? ready.get(key)?.({ view, words })) : barDrawing(bar);
    return drawing && { key, path: `figures/${folder}/${key}.svg`, ...drawing };
  };
  return {
    get(key) {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key);
    },
    used: () =>
      [...made.values()].filter((figure) => figure !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** A bar only repeats what the words beside it say. */
function barDrawing(svg: string): Drawing {
  return { svg, alt: '', caption: '', source: undefined, table: undefined };
}
