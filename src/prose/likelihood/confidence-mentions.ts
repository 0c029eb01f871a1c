import { type Mention, mentionOf, textBefore } from '../reading/mention.ts';

const LEVEL = String.raw`(?:(?:very|relatively|fairly|only|at\s+(?:best|most|least)|no\s+(?:more|better|higher)\s+than)\s+)*(?:(?:low|moderate|medium|high)[\s-]+(?:to|or)[\s-]+)?(?:high|higher|highest|moderate|medium|low|lower|lowest)`;
const WEAK =
  '(?:great|greater|considerable|strong|some|full|limited|little|reasonable|modest|fair|good|less|much|weak|mixed)';
const DEGREE = String.raw`(?:(?:an?\s+)?(?:${LEVEL}|great|considerable|strong|some|full|limited|little|reasonable|modest|fair|weak|mixed|less)\s+)`;
const SELF = String.raw`(?:we|I|analysts?|the\s+authors?|assessors?|(?:the|this|our)\s+(?:\w+\s+)?(?:community|agency|agencies|service|services|office|bureau|centre|center|team|unit|committee|paper|memo|assessment))`;
const VERB =
  '(?:assess|judge|estimate|conclude|believe|attribute|say|state|forecast|expect|hold|put|rate|call)(?:s|es|d|ed|ing|ment)?';
/** What an analyst is confident in; a public is confident in a police, a currency, a truce. */
const ANALYTIC = String.raw`(?:\w+\s+){0,3}(?:assessments?|judge?ments?|estimates?|conclusions?|findings?|attributions?|forecasts?|reports?|reporting|sources?|sourcing|information|data|evidence|analys[ie]s|figures?|identifications?|predictions?|view|belief|proposition|reading|conclusion|hypothesis|matter|point|this|it|these|those|that(?=\s*(?:[.,;:)]|$)))\b`;
/** Other things that are called confidence. */
const NO_LEVEL = String.raw`[\s-]+(?:building|motion|vote|trick|man|game|intervals?|limits?|bounds?|bands?|regions?|among|amongst|between|by)\b`;
const OTHERS =
  /(?:\b(?:public|popular|consumer|business|investor|market|voter|customer|donor|mutual|parliamentary|no|self|national|his|her)[\s-]+|\b(?!(?:analyst|author|assessor|team|community|service|agency|office|bureau|centre|center|unit|cell|panel|board|memo|paper)s?['’])[\p{L}]+['’]s?\s+)$/iu;

const PATTERNS: readonly RegExp[] = [
  // with high confidence; at moderate confidence; of low confidence
  new RegExp(
    String.raw`\b(?:with|at|of)\s+(?:a\s+)?${LEVEL}(?:[\s-]+(?:degrees?|levels?)\s+of)?[\s-]+confidence\b`,
    'gi',
  ),
  // high-confidence judgment; (low confidence); moderate confidence that
  new RegExp(
    String.raw`(?<=^\s*|[([;:,–—-]\s*|\b(?:an?|is|are|remains?|means|our|this|in|and|but|to|only)\s+)${LEVEL}[\s-]+confidence\b`,
    'gi',
  ),
  // we have considerable confidence; analysts hold low confidence; we express high confidence
  new RegExp(
    String.raw`\b${SELF}\s+(?:\w+\s+){0,2}?(?:has|have|had|lack|lacks|place|places|hold|holds|express|expresses|retain|attach|attaches|assign|assigns|give|gives|put|puts|ascribe|ascribes|draw|draws)\s+(?:only\s+)?${DEGREE}?confidence\b`,
    'gi',
  ),
  // the reporting gives us high confidence
  new RegExp(String.raw`\b(?:gives?|gave|giving|lends?)\s+(?:us|me)\s+${DEGREE}?confidence\b`, 'gi'),
  // assess with great confidence
  new RegExp(String.raw`\b${VERB}\b[^.;]{0,30}?\bwith\s+${DEGREE}(?:degrees?\s+of\s+)?confidence\b`, 'gi'),
  // we hold this view with only limited confidence; (with some confidence)
  new RegExp(
    String.raw`\bwith\s+(?:(?:only|but|rather|somewhat|at\s+best|no\s+more\s+than|no\s+better\s+than|an?)\s+)*${WEAK}\s+(?:degrees?\s+of\s+)?confidence\b`,
    'gi',
  ),
  // with confidence that is at best moderate; confidence levels: low
  new RegExp(
    String.raw`\bconfidence(?:\s+levels?)?,?\s+(?:that|which)\s+(?:is|are|remains?|was)\s+(?:\w+\s+){0,2}?(?:${LEVEL}|${WEAK})\b`,
    'gi',
  ),
  // with confidence ranging from low to moderate; confidence here is at best low
  new RegExp(
    String.raw`\bconfidence(?:,?\s+(?!in\b|of\b|among|between|by\b|building|that\b|to\b)[\w’'-]+){0,4}?,?\s+(?:\w+\s+)?${LEVEL}\b(?!\s+(?:risks?|likelihood|probability|chances?|odds|prices?|cost|income|number|turnout))`,
    'gi',
  ),
  // our confidence that it was sabotage is moderate
  new RegExp(
    String.raw`\bconfidence\s+that\s+[^.;]{1,120}?\s+(?:is|remains|stands)\s+(?:(?:at|only|no\s+more\s+than)\s+)?${LEVEL}\b(?!\s+[\w-]+\s*(?:risk|likelihood|in|on)\b)`,
    'gi',
  ),
  // moderate is our confidence; our confidence being low; the confidence attached to this is moderate
  new RegExp(
    String.raw`\bconfidence\s+(?:attached|attaching|assigned|given|attributed)\s+to\s+[^.;]{1,60}?${LEVEL}\b`,
    'gi',
  ),
  // with a high degree of confidence
  /\b(?:high|moderate|medium|low|reasonable|fair|strong)\s+(?:degree|level)\s+of\s+confidence\b/gi,
  // our confidence is low; confidence in this judgment remains moderate; confidence: high
  /\b(?:our|analytic|analytical|overall)\s+confidence\b/gi,
  new RegExp(
    String.raw`\bconfidence(?:\s+level)?(?:\s+in\s+${ANALYTIC})?\s*(?:[:=([–—,]|is|are|remains?|stays|was|being|stands\s+at)\s*(?:\w+ly\s+|at\s+best\s+|only\s+)?(?:assessed\s+as\s+|rated\s+|at\s+(?:an?\s+)?)?${LEVEL}\b`,
    'gi',
  ),
  // our confidence in that is high; our confidence on this point stays low
  new RegExp(
    String.raw`\b(?:our|my)\s+confidence\s+(?:in|on|about|as\s+to)\s+(?:[\w’'-]+\s+){1,6}?(?:is|remains?|stays?|was|stands\s+at)\s+(?:\w+ly\s+|at\s+best\s+|only\s+)?${LEVEL}\b`,
    'gi',
  ),
  // our confidence moderate: without a verb, in brackets or behind a dash
  new RegExp(String.raw`(?<=[([;,–—-]\s*)confidence\s+(?:level\s+)?${LEVEL}\b`, 'gi'),
  new RegExp(String.raw`\b(?:confidence\s+in|confident\s+(?:of|in))\s+${ANALYTIC}`, 'gi'),
  // we are (fairly) confident; it is confidently assessed
  new RegExp(
    String.raw`\b${SELF}\s+(?:(?:can|cannot|could|would)\s+(?:not\s+|only\s+|at\s+most\s+)?(?:be|feel)|are|am|is|remains?|feels?|were|was)\s+(?:\S+\s+){0,4}?confident\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:we|I)\s+(?:can\s+)?confidently\b|\bconfidently\s+${VERB}\b|\bconfident\s+(?:assessment|judge?ment|estimate|conclusion|view)\b|(?<=^\s*)(?:highly|fairly|moderately|quite)\s+confident\b`,
    'gi',
  ),
];

/** Where a sentence says how confident its authors are; not what confidence others have, in one another or in a truce. */
export function confidenceMentions(own: string): Mention[] {
  return PATTERNS.flatMap((pattern) =>
    [...own.matchAll(pattern)]
      .map((match) => mentionOf(own, match.index, match.index + match[0].length))
      .filter((mention) => isAnalytic(own, mention)),
  ).sort((a, b) => a.start - b.start);
}

const OTHER_THING = new RegExp(`^(?:${NO_LEVEL})`, 'i');
const IN_SOMETHING = /^\s+in\s/i;
const IN_ANALYSIS = new RegExp(String.raw`^\s+in\s+${ANALYTIC}`, 'i');

/** "We have moderate confidence in a …": a level is that of an analysis. */
const GRADED = /^(?:we|I|analysts?)\s.*\b(?:high|moderate|low)\s+confidence$/i;

function isAnalytic(own: string, { start, end, text }: Mention): boolean {
  const behind = own.slice(end);
  if (OTHER_THING.test(behind) || OTHERS.test(textBefore(own, start))) return false;
  const isOpen = /confidence$/i.test(text) && IN_SOMETHING.test(behind);
  if (isOpen && GRADED.test(text)) return true;
  return !isOpen || IN_ANALYSIS.test(behind) || /\b(?:our|my)\s+$/i.test(textBefore(own, start));
}
