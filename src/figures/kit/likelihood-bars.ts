import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import { element } from './svg.ts';

/** The bars of a memo by key (`likelihood-55-80`): one for each band that a judgment or scenario has, sorted. */
export function likelihoodBars(view: MemoView): ReadonlyMap<string, string> {
  const likelihoods = [...view.judgments.all, ...(view.outlook?.scenarios ?? [])].flatMap(
    (item) => item.likelihood ?? [],
  );
  const bars = new Map(likelihoods.map((likelihood) => [keyOf(likelihood), likelihood]));
  return new Map(
    [...bars]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { low, high }]) => [key, `${likelihoodBar(low, high)}\n`]),
  );
}

function keyOf({ low, high }: LikelihoodView): string {
  return `likelihood-${low}-${high}`;
}

/** Size in CSS pixels; the axis from 0 to 100 % has the full width. */
const WIDTH = 100;
const HEIGHT = 8;

/** Bars are drawn inside the frame, and even a band without width stays visible. */
const THINNEST = 2;

/**
 * A probability band on an axis from 0 to 100 %, with a tick at 50. It repeats what the words beside it say, so
 * it contains no text. `low` and `high` are in percent.
 */
export function likelihoodBar(low: number, high: number): string {
  const width = Math.max(THINNEST, ((high - low) * WIDTH) / 100);
  const x = Math.min((low * WIDTH) / 100, WIDTH - width);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: 'likelihood-bar',
    },
    element('rect', { x: 0, y: 2.5, width: WIDTH, height: 3, rx: 1.5, fill: '#d5dae1' }),
    element('rect', { x, y: 0.5, width, height: 7, rx: 1.5, fill: '#1f3a5f' }),
    element('rect', { x: WIDTH / 2 - 0.25, y: 0, width: 0.5, height: HEIGHT, fill: '#8a94a3' }),
  );
}
