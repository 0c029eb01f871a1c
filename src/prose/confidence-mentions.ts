import { type Mention, mentionOf } from './context.ts';

const LEVEL = String.raw`(?:(?:very|relatively|fairly|only)\s+)?(?:high|higher|highest|moderate|medium|low|lower|lowest|low-to-moderate|moderate-to-high)`;
const DEGREE = String.raw`(?:(?:an?\s+)?(?:${LEVEL}|great|considerable|strong|some|full|limited|little|reasonable)\s+)`;
const SELF = String.raw`(?:we|I|analysts?|the\s+authors?|assessors?|(?:the|this|our)\s+(?:\w+\s+)?(?:community|agency|agencies|service|services|office|bureau|centre|center|team|unit|committee|paper|memo|assessment))`;
const VERB =
  '(?:assess|judge|estimate|conclude|believe|attribute|say|state|forecast|expect|hold|put|rate|call)(?:s|es|d|ed|ing|ment)?';
/** What an analyst is confident in; a public is confident in a police, a currency, a truce. */
const ANALYTIC = String.raw`(?:\w+\s+){0,3}(?:assessments?|judge?ments?|estimates?|conclusions?|findings?|attributions?|forecasts?|reports?|reporting|sources?|sourcing|information|data|evidence|analys[ie]s|figures?|identifications?|predictions?|this|it)\b`;
/** Other things that are called confidence. */
const NO_LEVEL = String.raw`[\s-]+(?:building|motion|vote|trick|man|game|intervals?|limits?|bounds?|bands?|regions?|among|amongst|between|by)\b`;
const OTHERS =
  /(?:\b(?:public|popular|consumer|business|investor|market|voter|mutual|parliamentary|no|self|national)[\s-]+)$/i;

const PATTERNS: readonly RegExp[] = [
  // with high confidence; at moderate confidence; of low confidence
  new RegExp(
    String.raw`\b(?:with|at|of)\s+(?:a\s+)?${LEVEL}(?:[\s-]+(?:degrees?|levels?)\s+of)?[\s-]+confidence\b`,
    'gi',
  ),
  // high-confidence judgment; (low confidence); moderate confidence that
  new RegExp(
    String.raw`(?<=^\s*|[(;:,–—]\s*|\b(?:an?|is|are|remains?|our|this|in|and|but|to|only)\s+)${LEVEL}[\s-]+confidence\b`,
    'gi',
  ),
  // we have considerable confidence; analysts hold low confidence; we express high confidence
  new RegExp(
    String.raw`\b${SELF}\s+(?:\w+\s+){0,2}?(?:has|have|had|place|places|hold|holds|express|expresses|retain)\s+(?:only\s+)?${DEGREE}confidence\b`,
    'gi',
  ),
  // assess with great confidence
  new RegExp(String.raw`\b${VERB}\b[^.;]{0,30}?\bwith\s+${DEGREE}(?:degrees?\s+of\s+)?confidence\b`, 'gi'),
  // with a high degree of confidence
  /\b(?:high|moderate|medium|low|reasonable|fair|strong)\s+(?:degree|level)\s+of\s+confidence\b/gi,
  // our confidence is low; confidence in this judgment remains moderate; confidence: high
  /\b(?:our|analytic|analytical|overall)\s+confidence\b/gi,
  new RegExp(
    String.raw`\bconfidence(?:\s+level)?(?:\s+in\s+${ANALYTIC})?\s*(?:[:=(–—]|is|are|remains?|stays|was)\s*(?:assessed\s+as\s+|rated\s+|at\s+(?:an?\s+)?)?${LEVEL}\b`,
    'gi',
  ),
  new RegExp(String.raw`\b(?:confidence\s+in|confident\s+(?:of|in))\s+${ANALYTIC}`, 'gi'),
  // we are (fairly) confident; it is confidently assessed
  new RegExp(
    String.raw`\b${SELF}\s+(?:are|am|is|remains?|feels?|were|was)\s+(?:\S+\s+){0,3}?confident\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:we|I)\s+(?:can\s+)?confidently\b|\bconfidently\s+${VERB}\b|(?<=^\s*)(?:highly|fairly|moderately|quite)\s+confident\b`,
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

function isAnalytic(own: string, { start, end, text }: Mention): boolean {
  const behind = own.slice(end);
  if (OTHER_THING.test(behind) || OTHERS.test(own.slice(0, start))) return false;
  const isOpen = /confidence$/i.test(text) && IN_SOMETHING.test(behind);
  return !isOpen || IN_ANALYSIS.test(behind);
}
