import type { LikelihoodScaleId } from '../model/scales.ts';
import { type Mention, mentionOf } from './context.ts';
import { likelihoodMentions } from './likelihood-mentions.ts';

/** How likely a sentence says its event is, in percent; several bands where its words could mean either. */
export interface Claim extends Mention {
  readonly bands: readonly { readonly low: number; readonly high: number }[];
}

const CERTAIN =
  /(?<!\b(?:not|no|never|nothing|hardly|n['’]t|almost|nearly|far\s+from|less\s+than)\s+(?:be\s+|yet\s+)?)(?:\b(?:will|shall|would)\s+(?:certainly|definitely|undoubtedly|surely|inevitably|unquestionably)\b|\b(?:is|are)\s+(?:absolutely\s+|all\s+but\s+)?(?:certain|inevitable|bound|guaranteed)\b|\bwithout\s+(?:any\s+|a\s+)?doubt\b|\bthere\s+is\s+no\s+doubt\b|\bundoubtedly\b|\binevitably\b|\b(?:is|are)\s+sure\s+to\b)/gi;
const IMPOSSIBLE =
  /\b(?:is|are)\s+impossible\b|\b(?:there\s+is|has|have|stands?)\s+no\s+(?:chance|possibility|prospect)\b|\b(?:will|shall)\s+(?:certainly|definitely|surely)\s+not\b/gi;
const OVER_HALF = /\bmore\s+likely\s+than\s+not\b/gi;
const UNDER_HALF = /\bless\s+likely\s+than\s+not\b/gi;
/** "No attack is likely" says the opposite of its term. */
const DENIED = /^\s*(?:no|neither|nobody|none|nothing|few|not)\b/i;
/** Conditions and quotations of other views say nothing of the event: "although likely to fail". */
const ASIDE =
  /\b(?:although|though|even\s+if|if|unless|while|whereas|despite|however|once|whether)\s+(?:[^\s,;]+\s+){0,8}$/i;

/** What a sentence says of likelihood, in terms, numbers or words of certainty; on a scale, where its terms are on both. */
export function claimedLikelihoods(own: string, scale: LikelihoodScaleId): Claim[] {
  const terms = likelihoodMentions(own)
    .filter(({ use, bands }) => use === 'event' && bands.length > 0)
    .map((mention) => {
      const meant = mention.bands.filter((band) => band.scale === scale);
      return { ...mention, bands: turned(meant.length > 0 ? meant : mention.bands, mention.negated, own) };
    });
  const words = [
    ...collect(own, CERTAIN, { low: 95, high: 100 }),
    ...collect(own, IMPOSSIBLE, { low: 0, high: 5 }),
    ...collect(own, OVER_HALF, { low: 50, high: 100 }),
    ...collect(own, UNDER_HALF, { low: 0, high: 50 }),
  ];
  return [...terms, ...words]
    .filter(({ start }) => !ASIDE.test(own.slice(0, start)))
    .sort((a, b) => a.start - b.start);
}

/** A denied subject may turn the term round or not: either is taken. */
function turned(bands: Claim['bands'], negated: boolean, own: string): Claim['bands'] {
  if (negated) return bands.map(opposite);
  return DENIED.test(own) ? bands.flatMap((band) => [band, opposite(band)]) : bands;
}

function opposite({ low, high }: { readonly low: number; readonly high: number }) {
  return { low: 100 - high, high: 100 - low };
}

function collect(own: string, expression: RegExp, band: Claim['bands'][number]): Claim[] {
  return [...own.matchAll(expression)].map(({ 0: found, index }) => ({
    ...mentionOf(own, index, index + found.length),
    bands: [band],
  }));
}
