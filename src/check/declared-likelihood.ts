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

/** Whether a text may claim a likelihood: by its words in English, by the terms of the scale in use in any language. */
export function mayClaim(text: string, assessment: Assessment): boolean {
  const isClaimed = isEnglish(assessment.language) && mayClaimLikelihood(text);
  return isClaimed || hasScaleTerm(text, likelihoodScaleOf(assessment));
}

/**
 * What a sentence of the assessment claims. Of languages other than English only the terms of the scale are known: one with a
 * negation before it claims nothing that could be held against what is declared.
 */
export function claimsIn(own: string, assessment: Assessment): readonly Claim[] {
  const scale = likelihoodScaleOf(assessment);
  if (isEnglish(assessment.language)) return claimedLikelihoods(own, scale);
  return scaleTermsIn(own, scale)
    .filter(({ negated }) => !negated)
    .map(({ low, high, ...mention }) => ({ ...mention, bands: [{ low, high }] }));
}

/** The likelihood that is declared for a judgment or hypothesis, beside the text of its statement. */
export function declaredBeside({ kind, parts }: ProseField, assessment: Assessment) {
  if (kind !== 'judgment' && kind !== 'hypothesis') return undefined;
  const item = assessment[kind === 'hypothesis' ? 'hypotheses' : 'judgments']?.[Number(parts[1])];
  return item?.likelihood && viewLikelihood(likelihoodScaleOf(assessment), item.likelihood);
}

const known = new WeakMap<ProseField, readonly Claim[]>();

/** What a statement says of its likelihood, where none of it fits what is declared; else nothing. */
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

/** Bands that share only an edge do not fit; a single number fits the band it lies in, edges included. */
function fits({ bands }: Claim, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return bands.some((band) =>
    band.low === band.high || low === high
      ? band.low <= high && low <= band.high
      : band.low < high && low < band.high,
  );
}
