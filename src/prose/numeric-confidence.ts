import { type Mention, mentionOf, overlaps } from './context.ts';

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const SPELLED = '(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s]five)?';
const PERCENT = String.raw`(?:(?:${NUMBER}(?:\s*(?:%|per\s?cent))?\s*(?:–|—|-|to)\s*)?${NUMBER}\s*(?:%|per\s?cent\b)|${SPELLED}\s+per\s?cent\b|(?:one|a)\s+hundred\s+per\s?cent\b)`;
const SCORE = String.raw`(?:\d+\s*/\s*(?:5|10|100)\b|(?:\d+|\w+)\s+out\s+of\s+(?:five|ten|5|10|100)\b)`;
const SHARE = String.raw`(?:0?[.,]\d+\b)`;
const ABOUT = String.raw`(?:(?:about|around|roughly|approximately|some|over|under|more\s+than|less\s+than|at\s+least|only|nearly|almost|an?)\s+)?`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:${PERCENT}|${SCORE})[\s-]+(?:confident|sure|certain|certainty)\b`, 'gi'),
  new RegExp(String.raw`\b(?:${PERCENT}|${SCORE}|${SHARE})[\s-]+(?:level\s+of\s+)?confidence\b`, 'gi'),
  new RegExp(
    String.raw`\bconfiden(?:ce|t)(?:[\s-]+(?:level|score|rating))?(?:\s+in(?:\s+\w+){1,4}?|\s+that\s+[^.;:]{1,60}?)?\s*(?:\(|:|=|\bof\b|\bis\b|\bare\b|\bat\b|\bto\b|\bas\b|\bremains\b|\bstands\s+at\b|\bput\s+at\b|\bis\s+put\s+at\b|\bestimated\s+at\b)+\s*(?:at\s+|put\s+at\s+|estimated\s+at\s+|rated\s+(?:at\s+)?)?${ABOUT}(?:${PERCENT}|${SCORE}|${SHARE})(?!\s+of\b)`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:degree|level)\s+of\s+(?:confidence|certainty)\s*(?:\(|:|\bof\b|\bis\b)\s*${ABOUT}(?:${PERCENT}|${SCORE}|${SHARE})(?!\s+of\b)`,
    'gi',
  ),
];

/** Statistics speak of confidence in numbers, and mean something else. */
const STATISTICS =
  /\bconfidence\s+(?:intervals?|limits?|bounds?|bands?|regions?)\b|\b\d+\s*(?:%|per\s?cent)[\s-]+confidence\s+level\b|\b(?:margins?|samples?|standard\s+(?:error|deviation)|statistical(?:ly)?|regression|significance|surveys?|polls?|polled|respondents|percentile)\b|±/i;
/** Whose confidence it is: not that of the analyst. */
const OTHERS =
  /\b(?:public|popular|consumer|business|investor|market|voter|mutual|parliamentary)[\s-]+confidence\b|\bconfidence\s+in\s+(?:the\s+|its\s+|his\s+|their\s+)?(?:government|president|police|army|military|courts?|parliament|regime|currency|banks?|leadership|institutions|authorities|ceasefire|peace|state|church|media|party|parties|economy)\b|\bconfidence\s+(?:vote|motion)\b/i;

/** Where confidence in a judgment is given as a number: "80 % confident", "confidence of 0.8". */
export function numericConfidence(own: string): Mention[] {
  if (STATISTICS.test(own) || OTHERS.test(own)) return [];
  const found: Mention[] = [];
  for (const pattern of PATTERNS) {
    for (const { 0: written, index } of own.matchAll(pattern)) {
      const mention = mentionOf(own, index, index + written.length);
      if (!found.some((other) => overlaps(other, mention))) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
