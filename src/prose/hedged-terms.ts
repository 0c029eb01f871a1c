import { type Mention, mentionOf, wordAfter, wordBefore } from './context.ts';

/** A term of the scale with a hedge on it, or two hedges at once. */
export interface HedgedTerm extends Mention {
  readonly kind: 'hedged' | 'negated' | 'stacked';
}

const TERM = '(?:likely|unlikely|probable|improbable|probably|improbably)';
const DEGREE =
  '(?:quite|fairly|rather|pretty|somewhat|relatively|reasonably|moderately|extremely|exceedingly|exceptionally|overwhelmingly|vanishingly|particularly|especially|really|only\\s+just|not\\s+entirely|not\\s+wholly|slightly|a\\s+bit|a\\s+little|perfectly|entirely|distinctly|eminently|reasonably|incredibly|hugely|strongly|virtually|practically)';
const MODAL = '(?:may|might|could)';

const HEDGED: readonly RegExp[] = [
  new RegExp(`\\b${DEGREE}\\s+${TERM}\\b`, 'gi'),
  /\bvery\s+(?:probable|improbable|probably|possibly|possible)\b/gi,
  /\b(?:quite|fairly|rather|reasonably|moderately|virtually|practically|all\s+but|pretty|relatively|nigh\s+on|close\s+to|not\s+quite|near)\s+certain(?:ly)?\b/gi,
  /\b(?:quite|entirely|distinctly|just|perfectly|eminently|only\s+just)\s+(?:possible|possibly|conceivable|conceivably)\b/gi,
  /\b(?:will|would|is|are|was|were|has|have|had)\s+most\s+(?:likely|probably)\s+(?!to\b|of\b|in\b|when\b|where\b|target|candidate|outcome|course|explanation|scenario|hypothesis)/gi,
  /\bmost\s+(?:likely|probably)\s+(?:will|would|has|have|had|was|were|is|are)\b/gi,
  /\bmost\s+probably\b/gi,
];

const NEGATED: readonly RegExp[] = [
  new RegExp(
    `(?:\\bnot|n['’]t)\\s+(?:(?:at\\s+all|very|so|that|really|particularly|especially|terribly|too|all\\s+that|highly|overly)\\s+)?${TERM}\\b`,
    'gi',
  ),
  /\b(?:hardly|scarcely|barely|far\s+from|by\s+no\s+means|anything\s+but)\s+(?:likely|unlikely|probable|certain)\b/gi,
];

const STACKED: readonly RegExp[] = [
  new RegExp(
    `\\b${MODAL}\\s+(?:(?:very|quite)\\s+)?(?:well|possibly|potentially|perhaps|conceivably|likely|probably|theoretically|plausibly|arguably)\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:perhaps|possibly|potentially|maybe|conceivably|likely|probably|presumably)\\s+${MODAL}\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:possible|possibility|likely|unlikely|probable|conceivable|plausible|perhaps|maybe|chance)\\s+that\\s+(?:[^\\s,;:.]+\\s+){1,7}?${MODAL}\\b`,
    'gi',
  ),
  /\b(?:possibly|potentially|perhaps|maybe)\s+(?:likely|unlikely|probable|probably)\b/gi,
  /\b(?:likely|probably|probable)\s+(?:possible|possibly|potentially|perhaps)\b/gi,
  /(?<=(?:^|[,;:–—])\s*)(?:perhaps|maybe|possibly|potentially|conceivably),?\s+(?:[^\s,;:.]+\s+){1,4}?(?:may|might|could)\b/gi,
];

/**
 * "Quite likely", "not likely", "may well", "could potentially". A comparison ("not as likely as", "not only likely but")
 * is no hedge; nor is a might that is strength, or the month of May.
 */
export function hedgedTerms(own: string): HedgedTerm[] {
  const found = [
    ...collect(own, HEDGED, 'hedged'),
    ...collect(own, NEGATED, 'negated'),
    ...collect(own, STACKED, 'stacked'),
  ]
    .filter((mention) => !isNoHedge(own, mention))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((mention, index) => !found.slice(0, index).some(({ end }) => mention.start < end));
}

function collect(own: string, patterns: readonly RegExp[], kind: HedgedTerm['kind']): HedgedTerm[] {
  return patterns.flatMap((pattern) =>
    [...own.matchAll(pattern)].map(({ 0: found, index }) => ({
      ...mentionOf(own, index, index + found.trimEnd().length),
      kind,
    })),
  );
}

/** The month, a comparison, a question put indirectly, and strength. */
function isNoHedge(own: string, { kind, text, start, end }: HedgedTerm): boolean {
  if (/\bMay\b/.test(text) && !/^\s*May\b/.test(own)) return true;
  if (kind === 'negated') {
    const before = wordBefore(own, start);
    return before === 'or' || before === 'if' || before === 'whether' || wordAfter(own, end) === 'than';
  }
  return kind === 'stacked' && /\bmight\s+well\b/i.test(text) && wordBefore(own, start) === 'the';
}
