import type { LikelihoodView } from '../analysis/likelihood.ts';

/** What two likelihoods must share to be the same: their bands, whatever words stand for them. */
export function likelihoodKey(likelihood: LikelihoodView | undefined): string {
  return likelihood === undefined ? '' : `${likelihood.low}-${likelihood.high}`;
}
