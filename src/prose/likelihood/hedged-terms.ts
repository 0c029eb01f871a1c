import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, wordAfter, wordBefore } from '../reading/mention.ts';

/** A term of the scale with a hedge, or two hedges together. */
export interface HedgedTerm extends Mention {
  readonly kind: 'hedged' | 'negated' | 'stacked';
}

const TERM = '(?:likely|unlikely|probable|improbable|probably|improbably)';
const SCALED =
  '(?:(?:very|highly|almost|nearly|roughly)\\s+)?(?:likely|unlikely|probable|improbable|certain(?!\\s+of))';
const DEGREE =
  '(?:quite|fairly|pretty\\s+much|very\\s+much|rather|pretty|somewhat|relatively|reasonably|moderately|extremely|exceedingly|exceptionally|overwhelmingly|vanishingly|particularly|especially|really|only\\s+just|not\\s+entirely|not\\s+wholly|slightly|marginally|a\\s+(?:bit|little|trifle|shade|good\\s+deal)|perfectly|entirely|distinctly|eminently|incredibly|hugely|strongly|virtually|practically|wholly|totally|utterly|absolutely|completely|decidedly|markedly|remarkably|unusually|comparatively|tolerably|sufficiently|deeply|profoundly|wildly|supremely|immensely|intensely|massively|awfully|terribly|dreadfully|mildly|vaguely|broadly|largely|mostly|partly|partially|ever\\s+so|kind\\s+of|sort\\s+of|to\\s+(?:some|a\\s+certain|a\\s+large)\\s+(?:extent|degree)|if\\s+anything|more\\s+or\\s+less|more\\s+than|less\\s+than|just\\s+about|as\\s+good\\s+as|next\\s+to|well-nigh|nigh\\s+on)';
const MODAL = '(?:may|might|could)';

const HEDGED: readonly RegExp[] = [
  new RegExp(`\\b${DEGREE},?\\s+${TERM}\\b`, 'gi'),
  // very, very unlikely; almost probably
  new RegExp(`\\b(?:very|highly),?\\s+(?:very|highly)\\s+${TERM}\\b`, 'gi'),
  new RegExp(`\\b(?:almost|nearly|all\\s+but)\\s+(?:(?:very|highly)\\s+)?${TERM}\\b`, 'gi'),
  /\bvery\s+(?:probable|improbable|probably|possibly|possible)\b/gi,
  new RegExp(
    `\\b(?:${DEGREE}|all\\s+but|close\\s+to|not\\s+quite|near)\\s+(?:(?:almost|nearly|very|highly)\\s+)?certain(?:ly)?\\b(?!\\s+of\\b)`,
    'gi',
  ),
  new RegExp(`\\b${DEGREE}\\s+(?:very|highly)\\s+${TERM}\\b`, 'gi'),
  // at best a roughly even chance; a rather remote possibility
  /\bat\s+(?:best|most|least)\s+(?:an?\s+)?(?:roughly\s+)?even\s+(?:chance|odds)\b/gi,
  /\b(?:rather|quite|fairly|somewhat|pretty|relatively|really)\s+remote\s+(?:chance|possibility|prospect|likelihood)\b/gi,
  // seems likely; would appear to be very unlikely; looks certain to
  new RegExp(
    `\\b(?:seems?|appears?|looks?|sounds?|feels?|(?:is|are)\\s+(?:looking|seeming|appearing)|would\\s+(?:seem|appear|look)|could\\s+seem)\\s+(?:(?:to\\s+(?:me|us)|at\\s+present|now|also|still|increasingly|\\w+ly)\\s+){0,2}?(?:to\\s+be\\s+)?${SCALED}\\b(?!\\s+(?:to\\s+be\\s+)?than\\b)`,
    'gi',
  ),
  /\b(?:believed|thought|assumed|presumed|reckoned)\s+(?:to\s+be\s+)?(?:(?:very|highly|almost|nearly)\s+)?(?:likely|unlikely|probable|improbable|certain)\b/gi,
  /\b(?:seemingly|apparently|arguably|supposedly|presumably|ostensibly)\s+(?:(?:very|highly|almost|nearly)\s+)?(?:likely|unlikely|probable|improbable|certain)\b/gi,
  /\bbetween\s+(?:(?:very|highly)\s+)?(?:un)?likely\s+and\s+(?:(?:very|highly)\s+)?(?:un)?(?:likely|certain)\b/gi,
  /\b(?:almost|nearly|fairly|quite|pretty|rather|reasonably|virtually|practically)\s+sure\s+(?:to|that)\b/gi,
  /\b(?:almost|nearly)\s+(?:surely|assuredly|definitely|undoubtedly)\b/gi,
  // the odds are, more likely than not, that …; in all probability likely
  /\b(?:likely|unlikely|probabl[ey]|improbable)(?:,\s+|\s+)(?:if\s+(?:not\s+certain|anything)|enough\b|-?ish\b|or\s+so\b|more\s+or\s+less\b|to\s+some\s+(?:extent|degree)\b)/gi,
  /\b(?:quite|entirely|distinctly|just|perfectly|eminently|only\s+just)\s+(?:possible|possibly|conceivable|conceivably)\b/gi,
  /\b(?:will|would|is|are|was|were|has|have|had)\s+most\s+(?:likely|probably)\s+(?!to\b|of\b|in\b|when\b|where\b|target|candidate|outcome|course|explanation|scenario|hypothesis)/gi,
  /\bmost\s+(?:likely|probably)\s+(?:will|would|has|have|had|was|were|is|are)\b/gi,
  /\bmost\s+probably\b/gi,
];

const NEGATED: readonly RegExp[] = [
  new RegExp(
    `(?:\\b(?:not|none)|n['’]t)\\s+(?:(?:at\\s+all|very|so|that|really|particularly|especially|terribly|too|all\\s+that|highly|overly)\\s+)?${TERM}\\b`,
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
  new RegExp(
    `\\bit(?:\\s+is|['’]s)\\s+(?:possible|likely|unlikely|probable|conceivable)\\s+(?!to\\b|that\\b)(?:[^\\s,;:.]+\\s+){1,6}?${MODAL}\\b`,
    'gi',
  ),
  // would appear to suggest; seems to indicate that … may
  /\b(?:would|might|could|may)\s+(?:seem|appear)\s+to\s+(?:suggest|indicate|imply|hint|point|signal)\b|\b(?:seems?|appears?)\s+to\s+(?:suggest|hint|imply)\b/gi,
  /\b(?:possibly|potentially|perhaps|maybe|probably)\s+(?:(?:very|highly)\s+)?(?:likely|unlikely|probable|improbable|probably)\b/gi,
  /\b(?:likely|unlikely)\s+(?:probabl[ey]|improbable)\b/gi,
  /\b(?:likely|probably|probable)\s+(?:possible|possibly|potentially|perhaps)\b/gi,
  /(?<=(?:^|[,;:–—])\s*)(?:perhaps|maybe|possibly|potentially|conceivably),?\s+(?:[^\s,;:.]+\s+){1,4}?(?:may|might|could)\b/gi,
];

/**
 * "Quite likely", "not likely", "may well", "could potentially". A comparison ("not as likely as", "not only likely but")
 * is no hedge; nor is a might that is strength, or the month of May.
 */
export const hedgedTerms = memoized(findHedgedTerms);

function findHedgedTerms(own: string): readonly HedgedTerm[] {
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
  if (kind === 'hedged' && /^(?:more|less)\s+than\b/i.test(text)) return wordAfter(own, end) === 'not';
  return kind === 'stacked' && /\bmight\s+well\b/i.test(text) && wordBefore(own, start) === 'the';
}
