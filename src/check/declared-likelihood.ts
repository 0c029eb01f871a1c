import { viewLikelihood } from '../derive/analysis/likelihood.ts';
import { likelihoodScaleOf } from '../model/conventions/conventions.ts';
import type { Assessment } from '../model/generated/types.ts';
import {
  type Claim,
  claimedLikelihoods,
  mayClaimLikelihood,
} from '../prose/likelihood/claimed-likelihoods.ts';
import { hasScaleTerm, scaleTermsIn } from '../prose/likelihood/scale-terms.ts';
import { isEnglish } from '../prose/reading/read-prose.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { ProseField } from './prose-fields.ts';

/**
 * Whether a text may claim a likelihood: in English by its words, in any language by the terms of the scale.
 */
export function mayClaim(text: string, assessment: Assessment): boolean {
  const isClaimed = isEnglish(assessment.language) && mayClaimLikelihood(text);
  return isClaimed || hasScaleTerm(text, likelihoodScaleOf(assessment));
}

/**
 * The likelihoods that a sentence claims. In languages other than English only the scale's own terms are
 * recognised, and a term with a negation before it is not counted as a claim.
 */
export function claimsIn(own: string, assessment: Assessment): readonly Claim[] {
  const scale = likelihoodScaleOf(assessment);
  if (isEnglish(assessment.language)) return claimedLikelihoods(own, scale);
  return scaleTermsIn(own, scale)
    .filter(({ negated }) => !negated)
    .map(({ low, high, ...mention }) => ({ ...mention, bands: [{ low, high }] }));
}

/** The likelihood declared for a judgment or hypothesis, for the text of its statement. */
export function declaredBeside({ kind, parts }: ProseField, assessment: Assessment) {
  if (kind !== 'judgment' && kind !== 'hypothesis') return undefined;
  const item = assessment[kind === 'hypothesis' ? 'hypotheses' : 'judgments']?.[Number(parts[1])];
  return item?.likelihood && viewLikelihood(likelihoodScaleOf(assessment), item.likelihood);
}

const known = new WeakMap<ProseField, readonly Claim[]>();

/** The likelihoods a statement claims, if none of them fits the one declared; otherwise empty. */
export function contradictedClaims(field: ProseField, assessment: Assessment): readonly Claim[] {
  const claims = known.get(field) ?? findContradictedClaims(field, assessment);
  known.set(field, claims);
  return claims;
}

function findContradictedClaims(field: ProseField, assessment: Assessment): readonly Claim[] {
  const declared = declaredBeside(field, assessment);
  if (!declared || !mayClaim(field.text, assessment)) return [];
  const claims = paragraphsOf(assessment)
    .filter((paragraph) => paragraph.field === field && mayClaim(paragraph.text, assessment))
    .flatMap(({ skimmed }) => skimmed)
    .flatMap(({ own }) => claimsIn(own, assessment));
  return claims.some((claim) => fits(claim, declared)) ? [] : claims;
}

/** Bands that share only an edge do not fit; a single number fits the band it lies in, including its edges. */
function fits({ bands }: Claim, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return bands.some((band) =>
    band.low === band.high || low === high
      ? band.low <= high && low <= band.high
      : band.low < high && low < band.high,
  );
}
