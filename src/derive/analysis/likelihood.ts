import {
  type LikelihoodBand,
  type LikelihoodScale,
  shippedConventions,
} from '../../model/conventions/conventions.ts';
import type { Likelihood } from '../../model/generated/types.ts';

/** A likelihood as the memo shows it. */
export interface LikelihoodView {
  /** Lower and upper end in percent. */
  readonly low: number;
  readonly high: number;
  /** Whether `high` itself is excluded ("realistic possibility" of the PHIA yardstick: to less than 50 %). */
  readonly isHighOpen?: true;
  /** The term in the file, or the one that fits the range in the file; absent if no single term fits. */
  readonly term: string | undefined;
  /** True where the scale gives its bands as approximate and the file gives a term. */
  readonly approximate: boolean;
  /** Whether the file gave a term or a range of probabilities. */
  readonly given: 'term' | 'range';
}

/** What a scale says of a probability or a range of them. */
export type TermLookup =
  | { readonly kind: 'term'; readonly term: string; readonly band: LikelihoodBand }
  /** On an edge shared by two bands, or beyond the ends of the scale (0 % and 100 % have no term). */
  | { readonly kind: 'boundary' }
  /** Between two bands of a scale with gaps. */
  | { readonly kind: 'gap' }
  /** Spans several bands. */
  | { readonly kind: 'spans' };

/** The band a term stands for; `undefined` when the scale does not have the term. */
export function bandOfTerm(scale: LikelihoodScale, term: string): LikelihoodBand | undefined {
  return scale.bands.find((band) => band.terms.includes(term) || band.forms?.includes(term));
}

/**
 * The term for a probability in percent. An edge shared by two bands gives `boundary`, as do 0 % and 100 %,
 * which no term covers (ICD 203 begins at 1 and ends at 99); a value between bands gives `gap` (the PHIA
 * yardstick has six gaps). An unshared edge belongs to its band, unless the scale says otherwise ("~40 to
 * <50").
 */
export function termOfPercent(scale: LikelihoodScale, percent: number): TermLookup {
  if (percent <= 0 || percent >= 100) return { kind: 'boundary' };
  const fitting = scale.bands.filter(
    (band) => percent >= band.low && (band.isHighOpen ? percent < band.high : percent <= band.high),
  );
  if (fitting.length > 1) return { kind: 'boundary' };
  const [band] = fitting;
  if (band === undefined) return isBetween(scale, percent, percent) ? { kind: 'gap' } : { kind: 'boundary' };
  return toTerm(band);
}

/** The term for a range in percent: the one band that holds all of it. */
export function termOfRange(scale: LikelihoodScale, low: number, high: number): TermLookup {
  if (low === high) return termOfPercent(scale, low);
  const within = scale.bands.find((band) => low >= band.low && high <= band.high);
  if (within) return toTerm(within);
  const touched = scale.bands.some((band) => low < band.high && high > band.low);
  if (touched) return { kind: 'spans' };
  return isBetween(scale, low, high) ? { kind: 'gap' } : { kind: 'boundary' };
}

/** Whether there are bands both below and above. */
function isBetween({ bands }: LikelihoodScale, low: number, high: number): boolean {
  return bands.some((band) => band.high <= low) && bands.some((band) => band.low >= high);
}

/**
 * A likelihood of the file in the terms and numbers of its scale. A term missing from the declared scale is
 * looked up in the other shipped scales, so that a memo can still be shown; the check reports it.
 */
export function viewLikelihood(scale: LikelihoodScale, likelihood: Likelihood): LikelihoodView | undefined {
  if (likelihood.range) {
    const [from = 0, to = 0] = likelihood.range;
    const low = toPercent(from);
    const high = toPercent(to);
    const lookup = termOfRange(scale, low, high);
    const term = lookup.kind === 'term' ? lookup.term : undefined;
    return { low, high, term, approximate: false, given: 'range' };
  }
  const { term } = likelihood;
  if (term === undefined) return undefined;
  const own = bandOfTerm(scale, term);
  const other = Object.values(shippedConventions.likelihood).find((candidate) => bandOfTerm(candidate, term));
  const band = own ?? (other && bandOfTerm(other, term));
  if (!band) return undefined;
  return {
    low: band.low,
    high: band.high,
    ...(band.isHighOpen && { isHighOpen: true }),
    term,
    approximate: (own ? scale : other)?.approximate ?? false,
    given: 'term',
  };
}

function toTerm(band: LikelihoodBand): TermLookup {
  return { kind: 'term', term: band.terms[0] ?? '', band };
}

/** Probabilities have at most a tenth of a percent: rounds away floating-point errors (0.55 * 100). */
function toPercent(probability: number): number {
  return Math.round(probability * 1000) / 10;
}
