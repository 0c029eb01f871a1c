import { type Mention, mentionOf, overlaps } from '../reading/mention.ts';
import { CARDINAL, FRACTION, MAY_BE_NUMBER, PERCENTAGE, RATIO } from './numerals.ts';

/** Points on a scale: "seven on a scale of ten", "8 points out of 10", "four on our five-point scale". */
const POINTS = `(?:${CARDINAL}(?:\\s+(?:percentage\\s+)?points?)?\\s+(?:(?:on|out\\s+of)\\s+(?:a|an|the|our)\\s+(?:(?:${CARDINAL})[-\\s]point\\s+)?scale|on\\s+(?:a|the|our)\\s+(?:\\w+[-\\s])?scale|(?:percentage\\s+)?points?\\b|out\\s+of\\s+(?:a\\s+possible\\s+)?${CARDINAL}))`;
const SHARE = '(?:0?[.,]\\d+\\b)';
/** A number that can measure confidence; a bare cardinal cannot: "confidence in two sources". */
const MEASURE = `(?:${PERCENTAGE}|${POINTS}|${RATIO}|${FRACTION}|${SHARE})`;
const ABOUT =
  '(?:(?:no\\s+(?:more|less|better|higher|lower)\\s+than|as\\s+(?:high|low|much)\\s+as|up\\s+to|close\\s+to|fully|about|around|roughly|approximately|some|over|under|above|below|higher\\s+than|lower\\s+than|more\\s+than|less\\s+than|at\\s+least|only|just|nearly|almost|an?|the|perhaps)\\s+){0,2}';
const WHAT = 'confiden(?:ce|t)|certainty';
/** Between confidence and its number: what it is in, and a verb or mark that leads to the number. */
const LEADS = `(?:\\s+(?:level|score|rating|figure|value|estimate))?(?:\\s+(?:in|about|regarding|behind|for|on|attached\\s+to|placed\\s+in)(?:\\s+[\\w’'-]+){1,9}?|\\s+that\\s+[^.;:]{1,60}?)?\\s*(?:\\(|\\[|:|=|,|–|—|\\s(?:of|is|are|was|at|to|as|by|remains|stands|stood|lies|comes|came|put|rated|scored|set|given|estimated|assessed|expressed|roughly|has|have|had|will|be|would|now|still|from|between|somewhere|fallen|risen|slipped|dropped|gone|moved|climbed|grown|declined|fell|rose|approaching|up|down|nearing|exceeding|reaching)\\b)+\\s*`;

const PATTERNS: readonly RegExp[] = [
  // 80 % confident; four-fifths confident; 90 per cent confidence; a two-thirds confidence
  new RegExp(
    `(?<![\\w-])${MEASURE}[\\s-]+(?:confiden(?:t|ce)|sure|certain|certainty|level\\s+of\\s+(?:confidence|certainty))\\b`,
    'gi',
  ),
  // confidence of 0.8; our confidence in the attribution is three in five
  new RegExp(`\\b(?:${WHAT})${LEADS}${ABOUT}${MEASURE}(?!\\s+(?:of|the|who)\\b)`, 'gi'),
  // we rate our confidence seven on a scale of ten; we put our confidence at two thirds
  new RegExp(
    `\\b(?:${WHAT})(?:\\s+(?:level|score|rating))?(?:\\s+in(?:\\s+[\\w’'-]+){1,5}?)?,?\\s+(?:as\\s+|at\\s+|an?\\s+)?(?:${POINTS}|${RATIO}|${PERCENTAGE}|${SHARE})`,
    'gi',
  ),
  // a seven out of ten for confidence; we give this eight points of confidence
  new RegExp(
    `(?<![\\w-])(?:${POINTS}|${RATIO}|${FRACTION}|${PERCENTAGE}|${SHARE})\\s+(?:for|of|in|on|to|as|behind|is|was|would\\s+be|remains)\\s+(?:our|the)?\\s*confidence\\b`,
    'gi',
  ),
  // a confidence of about 70
  new RegExp(
    `\\b(?:${WHAT})(?:\\s+(?:level|score|rating|figure))?\\s*(?:of|at|is|:|=)\\s*${ABOUT}(?:\\d{1,2}|100|${CARDINAL})(?=\\s*(?:[.;)\\]]|,\\s|$))(?![.,]\\d)`,
    'gi',
  ),
  // our confidence, on a scale of one to ten, is seven
  new RegExp(
    `\\b(?:${WHAT})\\b[^.;]{0,30}?\\bon\\s+(?:a|the|our)\\s+(?:[\\w-]+\\s+)?scale\\b[^.;]{0,40}?\\s(?:is|at|as|was|of)\\s+(?:about\\s+|an?\\s+|only\\s+)?${CARDINAL}\\b`,
    'gi',
  ),
  // on a scale of one to ten, our confidence is a six
  new RegExp(
    `\\bon\\s+(?:a|the|our)\\s+(?:ten-point\\s+|five-point\\s+)?scale\\b[^.;]{0,40}?,\\s+(?:[^.;,]{0,40}?\\s)?confidence\\b[^.;]{0,60}?\\b${CARDINAL}\\b`,
    'gi',
  ),
];

/** Statistics speak of confidence in numbers, and mean something else. */
const STATISTICS =
  /\bconfidence\s+(?:intervals?|limits?|bounds?|bands?|regions?)\b|\b\d+\s*(?:%|per\s?cent)[\s-]+confidence\s+level\b|\b(?:margins?\s+of\s+error|\d-point\s+margin|(?:random|representative)\s+samples?|sample\s+sizes?|samples?\s+of\s+\d|standard\s+(?:error|deviation)|statistical(?:ly)?|regression|significance\s+(?:level|test)s?|surveys?|surveyed|polls?|polled|pollsters?|respondents|percentile|questionnaires?)\b|±/i;
/** That of a judgment, whatever else the sentence speaks of: "Confidence: 0.65, since the surveys agree". */
const OURS =
  /^\s*confidence\s*[:=]|\bconfidence\s+in\s+(?:our|this|the)\s+(?:judge?ment|assessment|conclusion)\b/i;
/** Whose confidence it is: not that of the analyst. */
const OTHERS =
  /\b(?:public|popular|consumer|business|investor|market|voters?|customers?|mutual|parliamentary|donors?)(?:['’]s?)?[\s-]+confidence\b|\bconfidence\s+in\s+(?:the\s+|its\s+|his\s+|their\s+)?(?:\w+\s+)?(?:government|president|police|army|military|courts?|parliament|regime|currency|banks?|leadership|institutions|authorities|ceasefire|peace|state|church|media|party|parties|economy|vaccines?|grid|vote|elections?)\b|\bconfidence\s+(?:vote|motion|index)\b|\bconfidence\s+in\s+(?:the|this|that|its|their|our)\s+(?:\w+\s+)?(?:figure|number|estimate|rate|count|share|total|sum|toll|measurement|reading)s?\s+of\s+(?:about\s+|some\s+|around\s+)?\d|\b(?:votes?|motions?)\s+of\s+(?:no[-\s]+)?confidence\b/i;

/** Where confidence in a judgment is given as a number: "80 % confident", "confidence of 0.8", "two thirds sure". */
export function numericConfidence(own: string): Mention[] {
  if (!/confiden|\b(?:sure|certain|certainty)\b/i.test(own) || !MAY_BE_NUMBER.test(own)) return [];
  if (OTHERS.test(own)) return [];
  if (STATISTICS.test(own) && !OURS.test(own)) return [];
  const found: Mention[] = [];
  for (const pattern of PATTERNS) {
    for (const { 0: written, index } of own.matchAll(pattern)) {
      const mention = mentionOf(own, index, index + written.length);
      if (!found.some((other) => overlaps(other, mention))) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
