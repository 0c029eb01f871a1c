import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, textBefore } from '../reading/mention.ts';
import { likelihoodMentions } from './likelihood-mentions.ts';

/** How likely a sentence says its event is, in percent; several bands if its words are ambiguous. */
export interface Claim extends Mention {
  readonly bands: readonly { readonly low: number; readonly high: number }[];
}

/** Not negated. */
const UNDENIED =
  "(?<!\\b(?:not|no|never|nothing|hardly|scarcely|n['’]t|almost|nearly|far\\s+from|less\\s+than|anything\\s+but|by\\s+no\\s+means|if)\\s+(?:be\\s+|yet\\s+|at\\s+all\\s+|quite\\s+|entirely\\s+|\\w+ly\\s+|an?\\s+)?)";
const IS = '(?:is|are|remains?|looks?|seems?|appears?|stays?|would\\s+be|will\\s+be|has\\s+become|becomes?)';
const ADVERB =
  '(?:(?:very|most|quite|rather|highly|extremely|more\\s+than|at\\s+best|still|also|now|already|increasingly|simply|altogether|absolutely|completely|effectively|practically|virtually|all\\s+but|\\w{3,}ly)\\s+){0,2}';
const WHAT = '(?:chances?|possibilit(?:y|ies)|prospects?|likelihood|probability|hopes?|odds|danger|risk)';
const HAS =
  '(?:there\\s+(?:is|are|seems?|appears?|remains?|will\\s+be)|has|have|holds?|hold\\s+out|stands?|sees?|see|offers?|with)';

interface Wording {
  /** What a text must have for `words` to find anything, looked for first. */
  readonly needs: RegExp;
  readonly words: RegExp;
  readonly low: number;
  readonly high: number;
}

/**
 * Wordings of odds that no scale has, with bands as wide as readers understand them: enough to tell what they
 * cannot mean.
 */
const WORDINGS: readonly Wording[] = [
  {
    // every sign that; nothing stands in the way of
    needs: /every|all\s+the|nothing/i,
    words:
      /\b(?:every|all\s+the)\s+(?:sign|indication)s?\s+(?:is\s+|are\s+)?that\b|\bnothing\s+(?:\w+\s+)?stands\s+in\s+(?:the|its|their|his|her)\s+way\b|\bnothing\s+(?:can|could|will)\s+(?:now\s+|any\s+longer\s+)?(?:stop|prevent|keep|halt|avert)\b/gi,
    low: 55,
    high: 100,
  },
  {
    // certain to; bound to; inevitable; without a doubt; a foregone conclusion; only a matter of time
    needs:
      /certain|definitely|doubt|surely|inevitabl|unquestionably|assuredly|without|unavoidable|inescapable|bound|guaranteed|destined|a\s+given|question|sure\s+t|dispute|fail\s|foregone|of\s+time/i,
    words: new RegExp(
      `${UNDENIED}(?:\\b(?:will|shall|would)\\s+(?:certainly|definitely|undoubtedly|surely|inevitably|unquestionably|assuredly|without\\s+fail)\\b|\\b(?:is|are)\\s+(?:absolutely\\s+|all\\s+but\\s+|as\\s+good\\s+as\\s+)?(?:certain|inevitable|unavoidable|inescapable|bound(?!\\s+to\\s+(?:the|an?|its|their|his|her|each|one|secrecy|silence|confidentiality|neutrality)\\b)|guaranteed|destined|a\\s+given|a\\s+certainty)\\b|\\bwithout\\s+(?:any\\s+|a\\s+)?(?:doubt|fail)\\b|(?:^|[,;:]\\s*|\\b(?:will|would|is|are|was|were)\\s+)without\\s+question\\b|\\bthere\\s+(?:is|can\\s+be)\\s+no\\s+(?:doubt|question)\\b(?!\\s+of\\b)|\\b(?:undoubtedly|inevitably|indubitably)\\b|\\b(?:is|are)\\s+sure\\s+to\\b|\\b(?:is|are|remains?)\\s+(?:beyond\\s+(?:any\\s+|all\\s+)?(?:doubt|question|dispute)|not\\s+in\\s+doubt)\\b|\\b(?:cannot|can\\s+not|can['’]t)\\s+fail\\s+to\\b|\\bforegone\\s+conclusion\\b|\\b(?:only|merely|just|simply)\\s+a\\s+(?:matter|question)\\s+of\\s+time\\b|\\b(?:is|are)\\s+a\\s+(?:dead\\s+certainty|certainty|racing\\s+certainty|sure\\s+thing)\\b)`,
      'gi',
    ),
    low: 95,
    high: 100,
  },
  {
    // impossible; out of the question; no prospect of; inconceivable
    needs: /question|able\b|impossible|non-starter|rule[sd]?\s+out|cluded|beyond|\bno\s|ly\s+not\b/i,
    words: new RegExp(
      `${UNDENIED}(?:\\bout\\s+of\\s+the\\s+question\\b|\\b${IS}\\s+${ADVERB}(?:impossible(?!,[^.;:]*,\\s*to\\s)|inconceivable|unthinkable|unimaginable|(?:ruled\\s+out|excluded|precluded)(?!\\s+(?:from|by)\\b)|a\\s+non-starter|beyond\\s+(?:the\\s+)?(?:realms?|bounds?)\\s+of\\s+possibility)\\b|\\b(?:rule|rules|ruled)\\s+out\\b|\\b${HAS}\\s+(?:now\\s+|also\\s+|simply\\s+|absolutely\\s+)?no\\s+(?!(?:small|little|slight|mean|trifling)\\b)(?:\\w+\\s+)?${WHAT}\\b|\\bthere\\s+is\\s+no\\s+question\\s+of\\b|\\bno\\s+(?:realistic\\s+|real\\s+|serious\\s+)?(?:chance|prospect|hope)\\s+(?:of|that)\\b|\\b(?:will|shall)\\s+(?:certainly|definitely|surely)\\s+not\\b|\\bin\\s+no\\s+(?:circumstances|event)\\b)`,
      'gi',
    ),
    low: 0,
    high: 5,
  },
  {
    needs: /impossible|inconceivable|unthinkable|question/i,
    words:
      /\b(?:almost|nearly|well-nigh|next\s+to|close\s+to|virtually|practically|as\s+good\s+as)\s+(?:impossible|inconceivable|unthinkable|out\s+of\s+the\s+question)\b/gi,
    low: 0,
    high: 20,
  },
  {
    // doubtful; we doubt that; little prospect of; a slender hope; far-fetched
    needs:
      /doubt|able\b|fetched|unrealistic|hopeless|shot|forlorn|wishful|pipe|reach|dead|table|lost|possible|chance|prospect|hope|likelihood|probability|possibilit/i,
    words: new RegExp(
      `${UNDENIED}(?:\\b${IS}\\s+${ADVERB}(?:doubtful|in\\s+(?:(?:serious|grave|considerable|real|some)\\s+)?doubt|open\\s+to\\s+(?:\\w+\\s+)?doubt|implausible|far-fetched|unrealistic|hopeless|a\\s+long\\s+shot|a\\s+forlorn\\s+hope|out\\s+of\\s+reach(?!\\s+(?:of|for|from)\\b)|a\\s+dead\\s+letter|dead\\s+in\\s+the\\s+water|off\\s+the\\s+table|a\\s+lost\\s+cause|wishful\\s+thinking|a\\s+pipe\\s+dream)\\b|\\b(?:it\\s+is|seems)\\s+doubtful\\b|\\b(?:we|I|analysts)\\s+(?:\\w+ly\\s+)?doubt\\s+(?:that|whether|if|it|the|an?|any)\\b|\\b(?:reason|reasons|grounds|cause)\\s+to\\s+doubt\\b|\\b(?:serious|grave|considerable|real|strong|much)\\s+doubts?\\s+(?:that|whether)\\b|\\b(?:doubtless\\s+not|hardly|scarcely)\\s+(?:conceivable|imaginable|thinkable|possible)\\b|\\b(?:little|scant|small|slim|slender|poor|faint|dim|bleak|tiny|minute|outside|meagre|meager|minimal|negligible|precious\\s+little|not\\s+much|(?:hardly|scarcely|barely)\\s+(?:any|an?)|limited|low|remote)\\s+(?:of\\s+an?\\s+|of\\s+any\\s+|real\\s+|realistic\\s+)?(?:chance|prospect|hope|likelihood|probability|possibility)s?\\b)`,
      'gi',
    ),
    low: 0,
    high: 45,
  },
  {
    // the chance of it is remote
    needs: /remote/i,
    words:
      /\b(?:chances?|likelihood|probability|possibility|prospects?|risk|danger)\s+(?:of|that|for)\s+[^.;:]{1,120}?\s+(?:is|are|remains?)\s+remote\b/gi,
    low: 0,
    high: 5,
  },
  {
    // the odds are long; prospects look bleak; the chances are against
    needs: /chance|odds|likelihood|probability|possibility|prospect|hope|risk|danger/i,
    words: new RegExp(
      `\\b(?:chances?|odds|likelihood|probability|possibility|prospects?|hopes?|risk|danger)(?:\\s+(?:of|that|for|in|at|with|before|among)\\s+[^.;:]{1,90}?)?\\s+${IS}\\s+${ADVERB}(?:low|small|slim|slight|poor|long|bleak|dim|thin|faint|negligible|minimal|non-existent|nil|against|stacked\\s+against|(?:not|far\\s+from|by\\s+no\\s+means)\\s+(?:\\w+\\s+)?(?:high|good|great|strong|bright))\\b`,
      'gi',
    ),
    low: 0,
    high: 45,
  },
  {
    // the odds are good; a strong likelihood
    needs: /chance|odds|likelihood|probability|prospect|hope/i,
    words: new RegExp(
      `\\b(?:chances?|odds|likelihood|probability|prospects?|hopes?)(?:\\s+(?:of|that|for)\\s+[^.;:]{1,90}?)?\\s+${IS}\\s+(?!not\\b)${ADVERB}(?:high|good|strong|excellent|bright|favou?rable|considerable)\\b|(?<!\\b(?:no|not\\s+a|without\\s+a|little|hardly\\s+a)\\s+(?:\\w+\\s+)?)\\b(?:good|strong|high|excellent|very\\s+real)\\s+(?:chance|likelihood|probability|prospect|odds)s?\\b`,
      'gi',
    ),
    low: 50,
    high: 100,
  },
  {
    // in all likelihood; little doubt that
    needs: /likelihood|probability|doubt|reason|question/i,
    words:
      /\bin\s+all\s+(?:likelihood|probability)\b|\bthere\s+(?:is|can\s+be)\s+(?:little|hardly\s+any|scarcely\s+any|scant)\s+(?:doubt|question)\b|\b(?:doubtless|no\s+doubt)\b|\bevery\s+(?:likelihood|reason\s+to\s+(?:expect|believe|think|fear))\b|\bdoes\s+not\s+doubt\b|\b(?:we|I)\s+(?:do\s+not|don['’]t|have\s+no|have\s+little)\s+doubt\b/gi,
    low: 60,
    high: 100,
  },
  {
    needs: /certainty/i,
    words: /\b(?:near|virtual|practical|moral)[\s-]certainty\b/gi,
    low: 85,
    high: 100,
  },
  {
    needs: /as\s+not|either\s+way|fifty|50|toss|balanced/i,
    words:
      /\bas\s+likely\s+as\s+not\b|\b(?:could|may|might)\s+go\s+either\s+way\b|\b(?:is|are|remains?|looks?)\s+(?:\w+\s+){0,2}?(?:fifty[-\s]fifty|50[-–/:\s]+50|toss-?up)\b|\b(?:evenly|finely)\s+balanced\b/gi,
    low: 40,
    high: 60,
  },
  {
    needs: /than|odds-on/i,
    words: /\b(?:more\s+likely\s+than\s+not|better\s+than\s+even|odds-on)\b/gi,
    low: 50,
    high: 100,
  },
  {
    needs: /than/i,
    words: /\b(?:less\s+likely\s+than\s+not|(?:less|worse)\s+than\s+even|more\s+unlikely\s+than\s+not)\b/gi,
    low: 0,
    high: 50,
  },
];

/**
 * What a text must contain for one of `WORDINGS` to match: most statements contain only a term of the scale.
 */
const NEEDS =
  /as\s+not|times\s+out\s|nothing\s|out\s+of\s+reach|dead\s|off\s+the\s+table|lost\s+cause|either\s+way|fifty|50|toss|balanced|every\s+(?:sign|indication)|signs?\s+(?:is|are)\s+that|indications?\s+are\s+that|stands\s+in\s|certain|chance|odds|possib|probability|likelihood|inevitabl|unavoidabl|inescapabl|doubt|definitely|surely|assuredly|indubitabl|unquestionabl|sure\s|bound\s+to|guaranteed|destined|prospects?|hope|question|conceivabl|thinkable|imaginabl|foregone|(?:matter|question)\s+of\s+time|fail|ruled?s?\s+out|excluded|precluded|non-starter|implausible|far-fetched|unrealistic|danger|risk|long\s+shot|dream|wishful|a\s+given|every\s+reason|than\s+(?:even|not)|no\s+(?:circumstances|event)/i;

/** Words of odds that no scale has, in order: "out of the question", "little prospect". What is conditional or ruled out by others is none. */
export function oddsInWords(own: string): Mention[] {
  return NEEDS.test(own) ? wordingsIn(own) : [];
}

function wordingsIn(own: string): Claim[] {
  return WORDINGS.filter(({ needs }) => needs.test(own))
    .flatMap(({ words, low, high }) => collect(own, words, { low, high }))
    .filter(({ start, text }) => !/^(?:rule|rules|ruled)\s/i.test(text) || isRuledOut(own, start));
}

/** Whether an English text may say of something how likely it is. */
export function mayClaimLikelihood(text: string): boolean {
  return /likely|probabl/i.test(text) || NEEDS.test(text);
}

/** "It can be ruled out" is said of the event; "we cannot rule out" claims nothing. */
const OPEN =
  /\b(?:can(?:\s*not|['’]t)|could\s+not|couldn['’]t|not|nor|never|unable\s+to|impossible\s+to|hard\s+to|wrong\s+to|premature\s+to|rash\s+to|neither)\s+(?:\S+\s+){0,4}$/i;
/** "No attack is likely" says the opposite of its term. */
const DENIED = /^\s*(?:no|neither|nobody|none|nothing|few|not)\b/i;
/** Conditions and quoted views say nothing about the event: "although likely to fail". */
const ASIDE =
  /\b(?:although|though|even\s+if|if|unless|while|whereas|despite|however|once|whether)\s+(?:[^\s,;]+\s+){0,8}$/i;

/**
 * The likelihoods a sentence claims, in terms, numbers or words of certainty; terms on several scales are read
 * by the one given.
 */
export function claimedLikelihoods(own: string, scale: LikelihoodScale): readonly Claim[] {
  const inScale = claimsByScale.get(scale) ?? memoized((text) => findClaims(text, scale));
  claimsByScale.set(scale, inScale);
  return inScale(own);
}

const claimsByScale = new WeakMap<LikelihoodScale, (own: string) => readonly Claim[]>();

function findClaims(own: string, scale: LikelihoodScale): readonly Claim[] {
  const terms = likelihoodMentions(own, scale)
    .filter(({ use, bands }) => use === 'event' && bands.length > 0)
    .map((mention) => {
      const meant = mention.bands.filter((band) => band.scale === scale.id);
      return { ...mention, bands: turned(meant.length > 0 ? meant : mention.bands, mention.negated, own) };
    });
  const words = NEEDS.test(own) ? wordingsIn(own) : [];
  return [...terms, ...words]
    .filter(({ start }) => !ASIDE.test(textBefore(own, start)))
    .sort((a, b) => a.start - b.start);
}

function isRuledOut(own: string, start: number): boolean {
  const head = textBefore(own, start);
  return !OPEN.test(head) && /\b(?:we|I|evidence|this|that|which)\s+(?:\w+ly\s+)?$/i.test(head);
}

/** A negated subject may or may not negate the term: both are accepted. */
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
