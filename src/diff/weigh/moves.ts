import { bandOfTerm, termOfRange, viewLikelihood } from '../../derive/analysis/likelihood.ts';
import {
  confidenceScaleOf,
  type LikelihoodScale,
  type MarkingScheme,
  schemeOf,
} from '../../model/conventions/conventions.ts';
import { isAbove, rankOf } from '../../model/conventions/markings.ts';
import type { Assessment, Likelihood } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { Move } from '../types.ts';

/** Orders of values, from the least to the most. A value not listed is outside the order. */
export const ORDERS = {
  level: ['none', 'minimal', 'limited', 'moderate', 'substantial', 'extensive'],
  impact: ['negligible', 'minor', 'moderate', 'major', 'severe'],
  priority: ['low', 'medium', 'high'],
  observation: ['not-observed', 'emerging', 'observed'],
  /** F (not judged) and no grade are outside the order. */
  reliability: ['E', 'D', 'C', 'B', 'A'],
  /** 6 (not judged) is outside the order. */
  credibility: ['5', '4', '3', '2', '1'],
  rating: ['II', 'I', 'N', 'C', 'CC'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Besides these: the levels of the confidence scale and the labels of the marking scheme in use. */
export type OrderName = keyof typeof ORDERS | 'confidence' | 'marking';

/** How a value moved in an order; `assessment` is the newer one, for its scale and scheme. */
export function moveInOrder(
  order: OrderName,
  before: unknown,
  after: unknown,
  assessment: Pick<Assessment, 'standards'> = {},
): Move {
  if (before === undefined) return { direction: 'stated' };
  if (after === undefined) return { direction: 'dropped' };
  if (order === 'marking') return moveOfMarking(String(before), String(after), schemeOf(assessment));
  const places: readonly string[] =
    order === 'confidence' ? confidenceScaleOf(assessment).levels.map(({ level }) => level) : ORDERS[order];
  const [from, to] = [places.indexOf(String(before)), places.indexOf(String(after))];
  if (from === -1 || to === -1) return { direction: 'unclear' };
  return { direction: to > from ? 'up' : to < from ? 'down' : 'same', steps: Math.abs(to - from) };
}

/** Compares labels; between markings with one label, the one with more caveats is more restrictive. */
function moveOfMarking(before: string, after: string, scheme: MarkingScheme): Move {
  const [from, to] = [rankOf(scheme, before), rankOf(scheme, after)];
  const last = scheme.labels.length;
  if (from === last || to === last) return { direction: 'unclear' };
  if (from !== to) return { direction: to > from ? 'up' : 'down', steps: Math.abs(to - from) };
  const [more, less] = [isAbove(scheme, after, before), isAbove(scheme, before, after)];
  return more === less
    ? { direction: more ? 'unclear' : 'same', steps: 0 }
    : { direction: more ? 'up' : 'down', steps: 0 };
}

/**
 * How a likelihood moved. On one scale, bands are counted if each side lies within one band. Otherwise the two
 * probability ranges are compared: one inside the other is `narrower` or `wider`, otherwise the higher one is
 * `up`. Bands of two scales cannot be counted against each other.
 */
export function moveOfLikelihood(
  before: Likelihood | undefined,
  after: Likelihood | undefined,
  scales: { readonly before: LikelihoodScale; readonly after: LikelihoodScale },
): Move {
  if (before === undefined) return { direction: 'stated' };
  if (after === undefined) return { direction: 'dropped' };
  const crossing = scales.before.id !== scales.after.id && {
    scales: { before: scales.before.id, after: scales.after.id },
  };
  const from = { band: bandIndex(scales.before, before), ...spanOf(scales.before, before) };
  const to = { band: bandIndex(scales.after, after), ...spanOf(scales.after, after) };
  const counted = !crossing && from.band !== undefined && to.band !== undefined;
  if (counted && from.band !== to.band) {
    const bands = (to.band ?? 0) - (from.band ?? 0);
    return { direction: bands > 0 ? 'up' : 'down', steps: Math.abs(bands) };
  }
  return { direction: compareSpans(from, to), ...(counted && { steps: 0 }), ...crossing };
}

/** The value as a likelihood, if it is one. */
export function likelihoodIn(value: unknown): Likelihood | undefined {
  return isRecord(value) ? (value as Likelihood) : undefined;
}

/** Index of the band that contains all of a likelihood, from the least likely. */
function bandIndex(scale: LikelihoodScale, { term, range }: Likelihood): number | undefined {
  if (range) {
    const view = viewLikelihood(scale, { range });
    const lookup = view && termOfRange(scale, view.low, view.high);
    return lookup?.kind === 'term' ? scale.bands.indexOf(lookup.band) : undefined;
  }
  const band = bandOfTerm(scale, term ?? '');
  return band && scale.bands.indexOf(band);
}

interface Span {
  readonly low: number;
  readonly high: number;
}

function spanOf(scale: LikelihoodScale, likelihood: Likelihood): Span {
  const view = viewLikelihood(scale, likelihood);
  return { low: view?.low ?? 0, high: view?.high ?? 100 };
}

/** How one range of numbers became another; an open end is `Infinity`. */
export function compareSpans(from: Span, to: Span): 'up' | 'down' | 'same' | 'wider' | 'narrower' {
  if (from.low === to.low && from.high === to.high) return 'same';
  if (to.low >= from.low && to.high <= from.high) return 'narrower';
  if (to.low <= from.low && to.high >= from.high) return 'wider';
  return to.low > from.low ? 'up' : 'down';
}
