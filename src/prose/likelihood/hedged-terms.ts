import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, textAfter, wordAfter, wordBefore } from '../reading/mention.ts';

/** A term of the scale with a hedge, or two hedges together. */
export interface HedgedTerm extends Mention {
  readonly kind: 'hedged' | 'negated' | 'stacked';
}

const TERM = '(?:likely|unlikely|probable|improbable|probably|improbably)';
const SCALED =
  '(?:(?:very|highly|almost|nearly|roughly)\\s+)?(?:likely|unlikely|probable|improbable|probably|certainly|certain(?!\\s+of))';
/** Any adverb on a term says less than the term; not those of time, of order, of another field, or the nouns that end alike. */
const ADVERB =
  '(?:(?!highly|nearly|hardly|scarcely|barely|unlikely|likely|equally|similarly|comparably|correspondingly|proportionately|only|early|currently|presently|recently|formerly|previously|originally|initially|finally|eventually|consequently|accordingly|additionally|alternatively|respectively|conversely|consistently|necessarily|namely|merely|chiefly|mainly|newly|jointly|separately|probably|possibly|really\\s+the|(?!practically|realistically)\\w+ically|militarily|legally|financially|commercially|nationally|locally|regionally|globally|annually|daily|weekly|monthly|yearly|quarterly|hourly|family|supply|assembly|ally|reply|rally|anomaly|monopoly|july|italy|fly|bully|folly|belly|lily|jelly|homily|elderly|friendly|tally|orderly|sally|butterfly)\\w{3,}ly)';
const DEGREE = `(?:${ADVERB}|quite|very\\s+much|pretty(?:\\s+much)?|rather|somewhat|ever(?:\\s+(?:more|less))?|(?:more|less)\\s+and\\s+(?:more|less)|(?:all|only)\\s+too|only\\s+just|a\\s+(?:bit|little|trifle|shade|touch|tad|good\\s+deal)|borderline|ever\\s+so|kind\\s+of|sort\\s+of|to\\s+(?:some|a(?:\\s+certain|\\s+large)?)\\s+(?:extent|degree)|on\\s+balance|all\\s+in\\s+all|in\\s+a\\s+sense|if\\s+anything|more\\s+or\\s+less|more\\s+than|less\\s+than|just\\s+about|as\\s+good\\s+as|next\\s+to|well-nigh|nigh[\\s-]on|at\\s+(?:best|most|least))`;
const MODAL = '(?:may|might|could)';

/** `needs` is looked for first: most sentences have none of it, and a long expression costs time before its first use. */
interface Expression {
  readonly needs: RegExp;
  readonly words: RegExp;
}

const LIKELY = /likely|probabl/i;
const LIKELY_OR_CERTAIN = /likely|probabl|certain/i;

/** A term that is a noun. */
const EVEN =
  '(?:an?\\s+)?(?:roughly\\s+even\\s+(?:chance|odds)|roughly\\s+an\\s+even\\s+chance|almost\\s+no\\s+chance)';

const HEDGED: readonly Expression[] = [
  { needs: LIKELY, words: new RegExp(`\\b${DEGREE},?\\s+(?:(?:very|highly)\\s+)?${TERM}\\b`, 'gi') },
  // very, very unlikely; almost probably
  {
    needs: LIKELY,
    words: new RegExp(
      `\\b(?:(?:very|highly),?\\s+(?:very|highly)|(?:almost|nearly|all\\s+but)(?:\\s+(?:very|highly))?|very(?=\\s+(?:im)?prob))\\s+${TERM}\\b`,
      'gi',
    ),
  },
  {
    needs: /certain/i,
    words: new RegExp(
      `\\b(?:${DEGREE}|all\\s+but|close\\s+to|not\\s+quite|near)\\s+(?:(?:almost|nearly|very|highly)\\s+)?certain(?:ly)?\\b(?!\\s+of\\b)`,
      'gi',
    ),
  },
  // at best a roughly even chance; slightly better than a roughly even chance; a rather remote possibility
  {
    needs: /even|almost\s+no/i,
    words: new RegExp(
      `\\b(?:at\\s+(?:best|most|least)|perhaps|maybe|possibly|arguably|presumably|probably|barely|hardly|scarcely|nearly|practically|virtually|effectively|somewhat|slightly|not\\s+quite|just|only|close\\s+to|near(?:er)?\\s+to|something\\s+(?:like|of)|a\\s+sort\\s+of|more\\s+or\\s+less|(?:better|worse|more|less|higher|lower|greater|smaller|other)\\s+than|above|below|over|under|about|around|approaching|short\\s+of|nothing\\s+(?:like|short\\s+of|but))\\s+(?:just\\s+)?${EVEN}|\\bat\\s+(?:best|most|least),?\\s+there\\s+(?:is|remains)\\s+${EVEN}`,
      'gi',
    ),
  },
  // a roughly even chance, if not slightly better; likely, if not more than that
  {
    needs: /\bif\s+not\b/i,
    words: new RegExp(
      `\\b(?:${SCALED}|${EVEN}),?\\s+(?:and\\s+perhaps\\s+|if\\s+not\\s+)(?:(?:slightly|somewhat|rather|even|a\\s+(?:little|bit))\\s+)?(?:better|worse|more|less|higher|lower|${SCALED})\\b`,
      'gi',
    ),
  },
  {
    needs: /even\s+(?:chance|odds)|even-/i,
    words: /\bat\s+(?:best|most|least)\s+(?:an?\s+)?even\s+(?:chance|odds)\b/gi,
  },
  {
    needs: /\bremote\b/i,
    words:
      /\b(?:rather|quite|fairly|somewhat|pretty|relatively|really|increasingly|reasonably|slightly|comparatively|a\s+(?:bit|little))\s+remote\s+(?:chance|possibility|prospect|likelihood)\b|\b(?:chances?|possibility|prospects?|likelihood)\b[^.;:]{0,90}?\b(?:is|are|remains?|seems?|looks?|appears?)\s+(?:rather|quite|fairly|somewhat|pretty|relatively|increasingly|reasonably|slightly|comparatively|a\s+(?:bit|little)|more\s+or\s+less|by\s+no\s+means|not|far\s+from|(?<=(?:seems?|looks?|appears?)\s+)(?=remote))\s*remote\b/gi,
  },
  // seems likely; would appear to be very unlikely; looks certain to; may be likely; is getting likely
  {
    needs:
      /\b(?:(?:seem|appear|look|sound|feel)(?:s|ing)?|getting|becoming|growing|may|might|could|called|considered|thought)\b/i,
    words: new RegExp(
      `\\b(?:seems?|appears?|looks?|sounds?|feels?|(?:is|are)\\s+(?:looking|seeming|appearing|(?:getting|becoming|growing)(?:\\s+(?:more|less))?)|would\\s+(?:seem|appear|look)|could\\s+seem|(?:may|might|could)\\s+(?:now\\s+|also\\s+|still\\s+|well\\s+)?be|can\\s+be\\s+(?:called|considered|thought))\\s+(?:(?:to\\s+(?:me|us)|at\\s+present|now|also|still|increasingly|\\w+ly)\\s+){0,2}?(?:to\\s+(?:be|have\\s+been)\\s+)?${SCALED}\\b(?!\\s+(?:to\\s+be\\s+)?than\\b)`,
      'gi',
    ),
  },
  {
    needs:
      /(?:believed|thought|assumed|presumed|reckoned|seemingly|apparently|arguably|supposedly|presumably|ostensibly)\s/i,
    words:
      /(?<!\b(?:which|that)\s+(?:\w+\s+){0,3})\b(?:believed|thought|assumed|presumed|reckoned|seemingly|apparently|arguably|supposedly|presumably|ostensibly)\s+(?:to\s+be\s+)?(?:(?:very|highly|almost|nearly)\s+)?(?:likely|unlikely|probable|improbable|certain)\b/gi,
  },
  // the drones were, we tend to think, almost certainly ours
  {
    needs: /,\s+(?:we|I|one|it)\s/i,
    words: new RegExp(
      `,\\s+(?:(?:we|I|one)\\s+(?:\\w+\\s+){0,3}?(?:think|thinks|feel|fear|hope|guess|gather|imagine|imagines|suppose|supposes|suspect|suspects|say)|it\\s+(?:seems|appears|would\\s+(?:seem|appear)))\\s*,\\s+(?:to\\s+be\\s+)?${SCALED}\\b`,
      'gi',
    ),
  },
  // between likely and very likely; likely to very likely; likely, perhaps very likely; likely, if not almost certain
  {
    needs:
      /between|verging|bordering|\bside\b|\bend\s+of|(?:likely|probabl[ey])(?:[\s-]to[\s-]|\s+or\s|,\s)|certain(?:ly)?,?\s+or\s/i,
    words: new RegExp(
      `\\bbetween\\s+(?:(?:very|highly)\\s+)?(?:un)?likely\\s+and\\s+(?:(?:very|highly)\\s+)?(?:un)?(?:likely|certain)\\b|\\b${TERM}(?:[\\s-]to[\\s-]|\\s+or\\s+(?:even\\s+|perhaps\\s+|possibly\\s+)?|,\\s+(?:or\\s+)?(?:perhaps|maybe|possibly|even|arguably|if\\s+not|or\\s+at\\s+least|or\\s+rather|verging\\s+on|bordering\\s+on)\\s+)(?:even\\s+)?(?:(?:very|highly|almost|nearly)\\s+)(?:likely|unlikely|probabl[ey]|improbable|certain(?:ly)?)\\b|\\b(?:verging|bordering)\\s+on\\s+(?:the\\s+)?(?:(?:very|almost)\\s+)?(?:un)?(?:likely|probable|certain)\\b|\\b(?:almost|nearly)\\s+certain(?:ly)?,?\\s+or\\s+(?:at\\s+least\\s+)?(?:very\\s+)?(?:likely|probabl[ey])\\b|\\bon\\s+the\\s+(?:un)?likely\\s+side\\b|\\bat\\s+the\\s+(?:upper|lower|top|bottom|high|low)(?:er)?\\s+end\\s+of\\s+[“"‘']?(?:very\\s+)?(?:un)?likely\\b`,
      'gi',
    ),
  },
  {
    needs: /\bsure|assuredly|definitely|undoubtedly/i,
    words:
      /\b(?:almost|nearly|fairly|quite|pretty|rather|reasonably|virtually|practically)\s+sure\s+(?:to|that)\b|\b(?:almost|nearly)\s+(?:surely|assuredly|definitely|undoubtedly)\b/gi,
  },
  {
    needs: /at\s+(?:best|most|least)/i,
    words: new RegExp(`\\bat\\s+(?:best|most|least),?\\s+it\\s+is\\s+${SCALED}\\b`, 'gi'),
  },
  // likely enough; likely-ish; very likely indeed; likely, up to a point
  {
    needs: LIKELY,
    words:
      /\b(?:likely|unlikely|probabl[ey]|improbable)(?:(?:,\s+|\s+)(?:if\s+(?:not\s+certain|anything)|enough\b|indeed\b|or\s+so\b|at\s+best\b|more\s+or\s+less\b|to\s+some\s+(?:extent|degree)\b|up\s+to\s+a\s+point\b|to\s+a\s+(?:certain\s+)?(?:degree|extent|point)\b|by\s+and\s+large\b|so\s+to\s+speak\b|give\s+or\s+take\b|in\s+a\s+sense\b|to\s+say\s+the\s+least\b|in\s+the\s+extreme\b|but\s+only\s+just\b)|-?ish\b|-?\s?or-?\s?not\b)/gi,
  },
  {
    needs: /most\s+(?:likely|probably)/i,
    words:
      /\b(?:will|would|is|are|was|were|has|have|had)\s+most\s+(?:likely|probably)\s+(?!to\b|of\b|in\b|when\b|where\b|target|candidate|outcome|course|explanation|scenario|hypothesis)|\bmost\s+(?:likely|probably)\s+(?:will|would|has|have|had|was|were|is|are)\b|\bmost\s+probably\b/gi,
  },
];

const NEGATED: readonly Expression[] = [
  {
    needs: LIKELY,
    words: new RegExp(
      `(?:\\b(?:not|none)|n['’]t)\\s+(?:(?:at\\s+all|very|so|that|too|all\\s+that|altogether|yet|(?!only|merely|likely|unlikely)\\w+ly)\\s+){0,2}${TERM}\\b`,
      'gi',
    ),
  },
  {
    needs: LIKELY_OR_CERTAIN,
    words:
      /\b(?:hardly|scarcely|barely|far\s+from|by\s+no\s+means|anything\s+but)\s+(?:(?:very|highly|almost)\s+)?(?:likely|unlikely|probable|improbable|certain)\b/gi,
  },
];

const STACKED: readonly Expression[] = [
  {
    needs: /\b(?:may|might|could)\b/i,
    words: new RegExp(
      `\\b${MODAL}\\s+(?:(?:very|quite)\\s+)?(?:possibly|potentially|perhaps|conceivably|likely|probably|theoretically|plausibly|arguably)\\b|\\b(?:perhaps|possibly|potentially|maybe|conceivably|likely|probably|presumably)\\s+${MODAL}\\b|\\b(?:possible|possibility|likely|unlikely|probable|conceivable|plausible|perhaps|maybe|chance)\\s+that\\s+(?:[^\\s,;:.]+\\s+){1,7}?${MODAL}\\b|\\bit(?:\\s+is|['’]s)\\s+(?:possible|likely|unlikely|probable|conceivable)\\s+(?!to\\b|that\\b)(?:[^\\s,;:.]+\\s+){1,6}?${MODAL}\\b|(?<=(?:^|[,;:–—])\\s*)(?:perhaps|maybe|possibly|potentially|conceivably),?\\s+(?:[^\\s,;:.]+\\s+){1,4}?${MODAL}\\b`,
      'gi',
    ),
  },
  // would appear to suggest; seems to hint
  {
    needs: /(?:seems?|appears?)\s+to\s/i,
    words:
      /\b(?:would|might|could|may)\s+(?:seem|appear)\s+to\s+(?:suggest|indicate|imply|hint|point|signal)\b|\b(?:seems?|appears?)\s+to\s+(?:suggest|hint|imply)\b/gi,
  },
  {
    needs: LIKELY,
    words:
      /\b(?:possibly|potentially|perhaps|maybe|probably)\s+(?:(?:very|highly)\s+)?(?:likely|unlikely|probable|improbable|probably)\b|\b(?:likely|unlikely)\s+(?:probabl[ey]|improbable)\b|\b(?:likely|probably|probable)\s+(?:possible|possibly|potentially|perhaps)\b/gi,
  },
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

function collect(own: string, patterns: readonly Expression[], kind: HedgedTerm['kind']): HedgedTerm[] {
  return patterns
    .filter(({ needs }) => needs.test(own))
    .flatMap(({ words }) =>
      [...own.matchAll(words)].map(({ 0: found, index }) => ({
        ...mentionOf(own, index, index + found.trimEnd().length),
        kind,
      })),
    );
}

/** What somebody could do, or could not: an ability that is judged. */
const ABLE_TO =
  /^\s+(?:not|swim|read|write|speak|drive|fly|hear|see|feel|smell|tell|afford|understand|walk|sail|recogni[sz]e|remember|reach|carry)\b/i;

/** The month, a comparison, a question put indirectly, and strength. */
function isNoHedge(own: string, { kind, text, start, end }: HedgedTerm): boolean {
  if (/\bMay\b/.test(text) && !/^\s*May\b/.test(own)) return true;
  if (kind === 'negated') {
    const before = wordBefore(own, start);
    return before === 'or' || before === 'if' || before === 'whether' || wordAfter(own, end) === 'than';
  }
  if (kind === 'hedged' && /^(?:more|less)\s+than\b/i.test(text)) return wordAfter(own, end) === 'not';
  return kind === 'stacked' && /could$/i.test(text) && ABLE_TO.test(textAfter(own, end));
}
