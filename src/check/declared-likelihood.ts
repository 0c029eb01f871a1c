import { viewLikelihood } from '../derive/analysis/likelihood.ts';
import type { Assessment } from '../model/generated/types.ts';
import { defaultLikelihoodScale, type LikelihoodScale, likelihoodScales } from '../model/scales.ts';
import { type Claim, claimedLikelihoods } from '../prose/likelihood/claimed-likelihoods.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { ProseField } from './prose-fields.ts';

/** What every text has in which a likelihood may be claimed in words. */
export const CLAIM_CANDIDATE =
  /likely|probabl|certain|chance|odds|possib|probability|likelihood|inevitabl|unavoidabl|inescapabl|doubt|definitely|surely|assuredly|sure\s|bound\s+to|guaranteed|destined|prospects?|hope|question|conceivabl|thinkable|imaginabl|foregone|matter\s+of\s+time|fail\s+to|ruled?s?\s+out|excluded|precluded|non-starter|implausible|far-fetched|dubious|unrealistic|long\s+shot|dream|wishful|a\s+given|every\s+reason|better\s+than\s+even|than\s+even|no\s+(?:circumstances|event)/i;

/** The scale of likelihood that a file speaks. */
export function scaleOf({ standards }: Assessment): LikelihoodScale {
  return likelihoodScales[standards?.likelihood ?? defaultLikelihoodScale];
}

/** The likelihood that is declared for a judgment or hypothesis, beside the text of its statement. */
export function declaredBeside({ kind, parts }: ProseField, assessment: Assessment) {
  if (kind !== 'judgment' && kind !== 'hypothesis') return undefined;
  const item = assessment[kind === 'hypothesis' ? 'hypotheses' : 'judgments']?.[Number(parts[1])];
  return item?.likelihood && viewLikelihood(scaleOf(assessment), item.likelihood);
}

/** What a statement says of its likelihood, where none of it fits what is declared; else nothing. */
export function contradictedClaims(field: ProseField, assessment: Assessment): readonly Claim[] {
  const declared = declaredBeside(field, assessment);
  if (!declared || !CLAIM_CANDIDATE.test(field.text)) return [];
  const scale = scaleOf(assessment);
  const claims = paragraphsOf(assessment)
    .filter((paragraph) => paragraph.field === field && CLAIM_CANDIDATE.test(paragraph.text))
    .flatMap(({ skimmed }) => skimmed)
    .flatMap(({ own }) => claimedLikelihoods(own, scale.id));
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
