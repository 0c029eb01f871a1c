import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, overlaps, textBefore, wordBefore } from '../reading/mention.ts';
import { isReported } from '../wording/reported.ts';
import { CHANCE_PHRASES, isNoEvent } from './chance-phrases.ts';
import { oddsInWords } from './claimed-likelihoods.ts';
import { FORECASTS } from './forecasts.ts';
import { hedgedTerms } from './hedged-terms.ts';
import { isNoModal } from './modals.ts';
import { CARDINAL, FRACTION } from './numerals.ts';
import { isBeforeEvent, isPossibleOfNoEvent } from './possible.ts';

/** A word that does not say how likely something is. */
export interface VagueWord extends Mention {
  /**
   * `open`: "we cannot rule out", which is sanctioned for remote but consequential events. `odds`: "out of the question", which
   * says how likely it is, in words of no scale.
   */
  readonly kind: 'vague' | 'open' | 'odds';
}

interface Pattern {
  readonly needs?: RegExp;
  readonly words: RegExp;
  readonly isExempt?: (own: string, start: number, end: number) => boolean;
  readonly kind?: VagueWord['kind'];
}

const PATTERNS: readonly Pattern[] = [
  {
    needs: /rule|exclude|discount|dismiss/i,
    words:
      /\b(?:(?:we|I)\s+do(?:\s+not|n['’]t)|can(?:\s*not|['’]t)|can\s+neither|could\s+not|couldn['’]t|(?:nobody|no\s+one|none(?:\s+of\s+us)?|few|neither\s+\w+)\s+(?:can|could|would|will)|unable\s+to|not\s+possible\s+to|impossible\s+to|nor\s+can\s+\w+|should\s+not|must\s+not|(?:nobody|no\s+one|none\s+of\s+us)\s+should|(?:would|will)\s+not|never|nothing|(?:is|are)\s+not\s+to)\s+(?:\w+\s+){0,4}?(?:be\s+)?(?:rul(?:e|ed|es)\s+out|exclude[ds]?|discount(?:ed|s)?|dismiss(?:ed)?)\b(?!\s+(?:from|as)\b)/gi,
    kind: 'open',
  },
  {
    needs: /rule|exclude|discount|dismiss/i,
    words:
      /\b(?:wrong|premature|rash|unwise|imprudent|hard|difficult|too\s+early|a\s+mistake)\s+to\s+(?:rule\s+(?:\w+\s+){0,4}?out|exclude|discount|dismiss)\b/gi,
    kind: 'open',
  },
  // not out of the question; not unthinkable; it is not impossible
  {
    needs: /question|able|ible|conceiv|fetched|beyond/i,
    words:
      /\b(?:not|n['’]t|hardly|scarcely|far\s+from|by\s+no\s+means|never)\s+(?:\w+ly\s+|to\s+be\s+|at\s+all\s+|quite\s+)?(?:out\s+of\s+the\s+question|unthinkable|inconceivable|unimaginable|implausible|far-fetched|impossible|beyond\s+(?:the\s+)?(?:realms?|bounds?|range)\s+of\s+(?:possibility|the\s+possible))\b(?!\s+to\b)/gi,
    isExempt: isConcession,
  },
  // plausible, said of an event
  {
    needs: /plausible|able/i,
    words:
      /\bit\s+(?:is|remains|seems|appears|would\s+be)\s+(?:\w+\s+)?(?:plausible|thinkable|imaginable|arguable)\b/gi,
  },
  {
    needs: /plausible|able/i,
    words:
      /(?<=\b(?:is|are|remains?|seems?|appears?|looks?)\s+(?:(?:also|still|entirely|quite|just|perfectly|wholly|highly|certainly|at\s+least|more\s+than)\s+)?)(?:plausible|thinkable|imaginable)\b/gi,
    isExempt: isOfAccount,
  },
  { words: /\bplausibly\b/gi },
  { words: /\bin\s+all\s+(?:probability|likelihood)\b/gi },
  {
    needs: /excluded|ruled\s+out/i,
    words:
      /\b(?:by\s+no\s+means|not|hardly)\s+(?:entirely\s+|wholly\s+)?excluded(?=\s*[.,;:)]|\s*$)|\b(?:far\s+from|by\s+no\s+means|anything\s+but)\s+(?:being\s+)?(?:ruled\s+out|excluded)\b/gi,
    kind: 'open',
  },
  // seems almost inevitable; more likely than not; one would expect
  {
    needs: /guaranteed|given|inevitable|avoidable|escapable|than\s+not|expect/i,
    words:
      /\b(?:(?:almost|nearly|virtually|practically|all\s+but|well-nigh|close\s+to)\s+(?:guaranteed|a\s+given)|(?:(?<=\b(?:is|are|looks?|seems?|appears?|remains?|becom(?:es?|ing)|grows?)\s+(?:now\s+|also\s+|simply\s+|more\s+and\s+more\s+)?)|\b(?:\w+ly|almost|all\s+but|well-nigh|close\s+to)\s+)(?:inevitable|unavoidable|inescapable))\b|\bmore\s+likely\s+than\s+not\b|(?<=^|[,;:–—]\s*|\b(?:and|but)\s+)(?:one|we|I)\s+(?:would|should)\s+expect\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // it would appear that; appears to have left; has a shot at; it is fair to assume; there is little doubt that; with high certainty
  {
    needs:
      /seem|appear|assume|suppose|presume|shot|danger|guess|\bto\s+(?:assume|suppose|conclude|believe|expect|infer|think|suspect|presume|say)\b|doubt|certainty/i,
    words:
      /\bwould\s+(?:thus\s+|therefore\s+|now\s+)?(?:seem|appear)\b|\b(?:seems?|appears?)\s+to\s+have\b|\b(?:can|may)\s+(?:\w+ly\s+)?be\s+assumed\b|\b(?:we|I|one)\s+(?:can|may|could)\s+(?:\w+ly\s+)?(?:assume|suppose|presume)\b|\b(?:has|have|stands?)\s+a\s+(?:\w+\s+)?shot\s+at\b|\bin\s+danger\s+of\s+\w+ing\b|\b(?:best|educated)\s+guess\b|\b(?:reasonable|fair|safe|natural|tempting|logical|sensible)\s+to\s+(?:assume|suppose|conclude|believe|expect|infer|think|suspect|presume|say)\b|\b(?:little|scant|some|considerable|reasonable|serious)\s+doubt\s+(?:that|whether|if)\b|\b(?:high|higher|great|reasonable|fair|moderate|low|some|full|near|considerable)\s+(?:degree\s+of\s+)?certainty\b(?=\s+that\b)/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // little hope of holding it: what one hopes for oneself is no estimate
  { words: /\b(?:little|scant|slim|no\s+real)\s+hope\s+of\s+\w+ing\b/gi },
  { words: /\b(?:presumably|supposedly|ostensibly)\b/gi },
  // is poised to act; looks set to; is bound to come; can be expected to; there is every reason to expect
  {
    needs: /\b(?:poised|primed|destined|fated|set|bound|sure|ready|about|inclined)\s+to\b/i,
    words:
      /\b(?:is|are|seems?|looks?|appears?|remains?)\s+(?:(?:now|also|all|increasingly|almost)\s+)?(?:poised|primed|destined|fated)\s+to\b(?!\s+(?:the|an?|its|their|his|her)\b)|\b(?:is|are)\s+(?:(?:now|also|all|\w+ly)\s+)?set\s+to\s+(?=(?:become|rise|fall|grow|decline|win|lose|collapse|fail|double|triple|worsen|improve|spread|escalate|exceed|overtake|face|miss|suffer|dominate|dwindle|shrink|intensify|repeat)\b)|\b(?:seems?|looks?|appears?)\s+(?:(?:now|also|all)\s+)?(?:set|bound|sure|ready|about|inclined)\s+to\b|\b(?:is|are)\s+(?:(?:almost|nearly|well-nigh)\s+)?(?:bound|sure)\s+to\s+(?!(?:the|an?|its|their|his|her|each|one|secrecy|silence|confidentiality|neutrality)\b|\w+\s+by\s+(?:law|treaty|contract|oath))(?=\p{Ll})/giu,
  },
  {
    needs: /expected|foreseeable|horizon/i,
    words:
      /\b(?:(?:can|may|might|could|must|should)\s+(?:\w+ly\s+|well\s+)?be\s+expected|(?:is|are)\s+(?:(?:only|rather|\w+ly)\s+)?to\s+be\s+expected|(?:is|are)\s+(?:\w+ly\s+)?(?:foreseeable|on\s+the\s+horizon))\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // is expected to pass; is apt to; it looks as though: what duty or law expects is no forecast
  {
    needs: /expected\s+(?:to|by)\b/i,
    words:
      /\b(?:is|are)\s+(?:(?:now|also|widely|generally|still|therefore)\s+)?expected(?:\s+by\s+(?:us|(?:this|our)\s+\w+))?\s+to\s+(?!(?:pay|report|attend|wear|obey|contribute|serve|keep|submit|follow|provide|observe|comply|respect|donate|inform|notify|show|carry|sign|answer|meet)\b)(?=\p{Ll})/giu,
    isExempt: (own, start) =>
      isReported(own, start) ||
      /\b(?:members|staff|recruits|crews?|employees|citizens|parties|signatories|soldiers|officers|bidders|applicants|visitors|pupils|residents|volunteers|operators|owners)\s+$/i.test(
        textBefore(own, start),
      ),
  },
  {
    needs:
      /\bapt\s|liable|tipped|slated|loom|brewing|in\s+theory|reckon|\bit\s+(?:looks|seems|appears|sounds)|anything\s+but|far\s+from|no\s+means|not\s+at\s+all/i,
    words:
      /\b(?:is|are)\s+(?:\w+ly\s+)?(?:apt\s+to\b|liable\s+to\s+(?!pay|tax|duty|prosecution|be\s+(?:fined|prosecuted|taxed|punished|sued|arrested)|(?:an?|the|any)\b)(?=\p{Ll}))|\b(?:is|are)\s+(?:\w+ly\s+)?(?:tipped|slated)\s+(?:to|for)\b|(?<!\b(?:\d+|hundred|thousand|dozen|two|three|four|five|the|an?|of|its|their|power|hand|electric|weaving)\s+)\b(?:looms?|(?:is|are)\s+(?:looming|brewing))\b(?!\s+(?:over\s+the\s+(?:town|village|valley|square)|large\s+in))|\bin\s+theory\s+(?:be\s+able|(?:could|can|might|may))\b|\b(?:is|are|must|has|have)\s+(?:to\s+)?(?:be\s+)?reckon(?:ed)?\s+with\b|\bit\s+(?:looks|seems|appears|sounds)\s+(?:very\s+much\s+)?(?:as\s+(?:if|though)|like)\b|\b(?:anything\s+but|far\s+from|by\s+no\s+means|not\s+at\s+all)\s+(?:(?:clear|certain|sure|settled)\s+(?:that|whether|if)|(?:assured|a\s+given|a\s+foregone\s+conclusion)\b)/giu,
    isExempt: (own, start) => isReported(own, start),
  },
  // is believed to be; we fear that; on course for; it would not take much
  {
    needs:
      /\b(?:thought|believed|assumed|presumed|reckoned|supposed|suspected|rumou?red|understood|feared)\s+to\b|\b(?:we|I)\s+(?:\w+ly\s+)?(?:fear|hope|suspect|suppose|imagine|guess|reckon|presume|feel|sense)\b|on\s+(?:course|track)|would\s+(?:not\s+)?take|potential|open|unclear|uncertain|unknown|\bit\s+(?:seems|appears)|within\s+reach|threaten|precluded|ruled\s+out|hangs?\b/i,
    words:
      /\b(?:is|are)\s+(?:\w+ly\s+)?(?:thought|believed|assumed|presumed|reckoned|supposed|suspected|rumou?red|understood|feared)\s+to\s+(?:be\b|have\b)|\b(?:we|I)\s+(?:\w+ly\s+)?(?:fear|hope|suspect|suppose|imagine|guess|reckon|presume|feel|sense)\s+(?:that|the|an?|it|they)\b|\b(?:is|are|remains?)\s+on\s+(?:course|track)\s+to\s+(?!the\b)(?=\p{Ll})|\bwould\s+(?:not\s+take\s+much|take\s+(?:very\s+)?little)\b|\b(?:sees?|has|have|with|holds?|carr(?:y|ies)|offers?|remains?)\s+(?:the\s+|a\s+|some\s+|\w+\s+)?potential\s+(?:for|to)\b|\b(?:is|are|remains?)\s+(?:still\s+|very\s+much\s+)?(?:an?\s+open\s+question|(?:unclear|uncertain|unknown|open)\s+(?:whether|if)\s+[^.;]{1,80}?\b(?:will|would)|(?<!\b(?:spelling|date|origins?|authorship|meaning|identity|location|age|name|whereabouts|birth|etymology)\b.{0,40}\s)uncertain(?=\s*[.,;]|\s*$))|\bit\s+(?:seems|appears)\s+that\s+[^.;]{1,60}?\b(?:will|would)\b|\b(?:is|are|seems?|remains?)\s+within\s+reach\b|(?<!\b(?:he|she|they|who|leaders?|ministers?|generals?|commanders?)\s+)\bthreatens?\s+to\s+(?=\p{Ll})|\bcannot\s+be\s+(?:precluded|ruled\s+out)|\bhangs?\s+(?:in\s+the\s+balance|by\s+a\s+thread)\b/giu,
    isExempt: (own, start) => isReported(own, start),
  },
  {
    needs: /\b(?:reasons?|grounds?|cause)\s/i,
    words:
      /\b(?:every|good|strong|ample|some|little|no|all\s+the)\s+(?:reasons?|grounds?|cause)\s+(?:to\s+(?:expect|fear|believe|think|suppose|suspect|assume|anticipate|hope)|for\s+(?:expecting|fearing|believing|thinking|supposing|suspecting|assuming|anticipating))\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // it is to be feared that; with luck; it remains to be seen; only time will tell
  {
    needs: /feared|hoped|luck|seen|time\s+will|knows|to\s+(?:win|lose)/i,
    words:
      /\b(?:is|are)\s+(?:\w+ly\s+)?to\s+be\s+(?:feared|hoped)\b|(?<=(?:^|[,;:–—])\s*)with\s+(?:any\s+|a\s+(?:bit|little)\s+of\s+|some\s+)?luck\b|\bremains?\s+to\s+be\s+seen\b|\b(?:only\s+)?time\s+will\s+(?:tell|show)\b|\bwho\s+knows\b(?=\s+(?:whether|if|what|how)\b|\s*[,.;])|\b(?:is|are)\s+(?:anyone['’]s|anybody['’]s)\s+to\s+(?:win|lose)\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // "should" as a forecast: what goes on or passes by itself
  {
    needs: /\bshould\s/i,
    words:
      /\bshould\s+(?:then\s+|again\s+|gradually\s+|soon\s+)?(?:rise|fall|grow|decline|ease|peak|abate|subside|recede|wane|persist|last|worsen|improve|survive|endure|prevail|suffice|recover|rebound|stabili[sz]e|outlast|be\s+(?:over|enough|complete|finished)\b|(?:continue|hold|remain\s+\w+)(?=\s+(?:through|throughout|until|till|into|beyond|over\s+the|for\s+(?:\w+\s+){0,2}(?:days|weeks|months|years|foreseeable))\b))\b/gi,
    isExempt: (own, start) =>
      /\b(?:(?:if|whether|why|unless|who|how|when|what)|(?:recommend|urge|suggest|propose|argue|demand|insist|advise)\w*\s+that)\s+(?:\S+\s+){0,6}$/i.test(
        textBefore(own, start),
      ) || isReported(own, start),
  },
  {
    words: /\b(?:plausible|potential)\b/gi,
    isExempt: (own, _start, end) => !isBeforeEvent(own.slice(end)),
  },
  // it would hardly surprise us; we would not bet against it; a prospect that has to be taken seriously; a certain plausibility
  {
    needs: /surpris|doubtful|questionable|point|\bbet\b|prospect|possibility|plausibility|inside\s+track/i,
    words:
      /\bwould(?:\s+(?:hardly|scarcely|not)|n['’]t)\s+(?:be\s+(?:an?\s+)?(?:great\s+)?)?surpris(?:e|ed|ing)\b|\bwould\s+(?:be|come\s+as)\s+(?:no|little)\s+surprise\b|\b(?:is|are|remains?|seems?)\s+(?:(?:very|highly|rather|at\s+best)\s+)?(?:doubtful|questionable)\s+(?:whether|if|that)\b|\b(?:everything|all\s+(?:the\s+)?(?:signs|indications|indicators))\s+(?:now\s+)?points?\s+(?:to|towards?|in)\b|\b(?:would(?:\s+not|n['’]t)?|do\s+not|don['’]t|never)\s+bet\s+(?:against|on)\b|\b(?:prospect|possibility)\b[^.;:]{0,90}?\s(?:has|have|needs?|ought|must|should)\s+(?:to\s+)?be\s+(?:taken\s+seriously|reckoned\s+with|borne\s+in\s+mind|kept\s+in\s+mind)\b|\b(?:retains?|has|have|gains?|carries)\s+(?:an?\s+)?(?:certain|some|considerable|degree\s+of)\s+plausibility\b|\b(?:has|have|holds?|on)\s+the\s+inside\s+track\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // idioms of an open outcome
  {
    needs:
      /guess|close\s+to\s+call|touch\s+and|balance|in\s+the|knife|lap\s+of|cards|in\s+prospect|offing|either\s+way|surpris|liable|as\s+not/i,
    words:
      /\b(?:any(?:body|one)['’]s\s+guess|(?:(?:is|are|remains?)\s+(?:still\s+)?(?:too\s+close\s+to\s+call|touch\s+and\s+go|in\s+the\s+balance|up\s+in\s+the\s+air|on\s+a\s+knife[-\s]edge|in\s+the\s+lap\s+of\s+the\s+gods|on\s+the\s+cards|in\s+the\s+cards|in\s+prospect|in\s+the\s+offing))|(?:could|may|might|can)\s+go\s+either\s+way|(?:would|will|should)\s+(?:not\s+(?:be\s+(?:surprising|a\s+surprise)|come\s+as\s+a\s+surprise|surprise\s+(?:us|anyone))|come\s+as\s+no\s+surprise|be\s+no\s+surprise|hardly\s+be\s+surprising)|(?:we|I|few|nobody|no\s+one)\s+(?:would|should|will)\s+(?:not\s+)?be\s+surprised|(?:is|are)\s+liable\s+to(?!\s+(?:pay|tax|duty|prosecution|be\s+(?:fined|prosecuted|taxed|punished|sued|arrested))\b)|(?:as|more)\s+likely\s+as\s+not)\b/gi,
    isExempt: (own, start) => /\bfor\s+$/i.test(textBefore(own, start)),
  },
  {
    words: /\b(?:may|might|could)\b(?:\s+(?:very\s+|quite\s+)?well\b(?=\s+\w))?|^\s*(?:Might|Could)\b/g,
    isExempt: isNoModal,
  },
  {
    needs: /possibl[ey]|conceivabl[ey]/i,
    words:
      /\b(?:quite|entirely|distinctly|just|perfectly|eminently|very|only\s+just)\s+(?:possible|conceivable)(?!\s+(?:to|for)\b)|\b(?:quite|very|just|entirely)\s+(?:possibly|conceivably)\b/gi,
  },
  { words: /\bpossible\b/gi, isExempt: isPossibleOfNoEvent },
  {
    words: /\bpossibly\b/gi,
    isExempt: (own, start) => /\b(?:can|could|cannot|n['’]t|not)\s+$/i.test(textBefore(own, start)),
  },
  { words: /\bpotentially\b/gi },
  { words: /\b(?:perhaps|maybe)\b/gi, isExempt: isEstimate },
  { words: /\bconceivabl[ey]\b/gi, isExempt: (own, start) => wordBefore(own, start) === 'every' },
  ...CHANCE_PHRASES,
  ...FORECASTS,
  {
    words:
      /\b(?:50\s*[-–/:]\s*50|fifty[-\s–]fifty)\b(?!\s+(?:mix|mixture|partnership|partners|split|shares?|deal|venture|joint|stakes?|ownership|basis|merger|blend|company)\b)|\b(?:is|are|be|remains?|looks?|as)\s+(?:\w+\s+){0,2}?(?:coin[\s-](?:toss|flip)|toss-?up)\b/gi,
  },
  {
    words: /\beven\s+(?:chances?|odds)\b/gi,
    isExempt: isNoEvent,
  },
];

/** What a text must contain for `vagueWords` to find anything. */
const CANDIDATE =
  /\b(?:surpris(?:e|ed|ing)|hopes?|unrealistic|non-starter|dream|dead|lost|bet|inside\s+track|plausibility|doubtful|questionable|everything|all\s+(?:the\s+)?(?:signs|indications|indicators)|may|might|could|possibl[ey]|potential(?:ly)?|perhaps|maybe|conceivabl[ey]|inconceivable|chances?|odds|possibilit(?:y|ies)|likelihood|probability|prospects?|risks?|dangers?|threat|eventuality|50\s*[-–/:]\s*50|fifty|coin|toss-?up|rul(?:ed?|es|ing)\s+out|inevitable|unavoidable|inescapable|guaranteed|a\s+given|than\s+not|would\s+expect|should\s+expect|rule\s|exclud(?:ed?|es|ing)|discount(?:ed|s)?|dismiss(?:ed)?|question|unthinkable|thinkable|unimaginable|imaginable|impossible|(?:im)?plausibl[ey]|far-fetched|realms?|bounds|arguable|presumably|guess|call|touch|lap\s|balance|in\s+the\s+air|knife|cards|in\s+prospect|offing|surpris(?:e|ed|ing)|liable|poised|primed|destined|fated|set\s+to|bound\s+to|sure\s+to|ready\s+to|about\s+to|inclined\s+to|expected|foreseeable|horizon|reasons?\s|feared|hoped|luck|be\s+seen|time\s+will|knows|grounds?\s|cause\s|should|supposedly|ostensibly|as\s+not|either\s+way|seems|appears|within\s+reach|threatens?\s+to|precluded|uncertain|unclear|unknown|open|tipped|slated|thought|believed|assumed?|presumed?|reckoned|supposed?|suspected|rumou?red|understood|(?:we|I)\s+(?:\w+ly\s+)?(?:fear|hope|suspect|suppose|imagine|reckon|presume|feel|sense)|on\s+(?:course|track)|take|hangs?|loom(?:s|ing)?|brewing|in\s+theory|reckon(?:ed)?|apt\s+to|(?:as\s+(?:if|though)|like)|clear|certain(?:ty)?|settled|assured|(?:seems?|appears?)\s+to\s+have|shot|would\s+(?:\w+\s+)?(?:seem|appear)|reasonable|fair|safe|natural|tempting|logical|sensible|doubt)\b/i;

/** Whether `vagueWords` may find something in a text. */
export function mayBeVague(text: string): boolean {
  return CANDIDATE.test(text) || FORECASTS.some(({ needs }) => needs.test(text));
}

/** The vague words of a sentence. Stacked hedges ("may well") are left to `hedgedTerms`. */
export const vagueWords = memoized(findVagueWords);

function findVagueWords(own: string): readonly VagueWord[] {
  const hedged = hedgedTerms(own);
  const found: VagueWord[] = [];
  for (const { needs, words, isExempt, kind = 'vague' } of PATTERNS) {
    if (needs?.test(own) === false) continue;
    for (const { 0: written, index } of own.matchAll(words)) {
      const start = index + written.length - written.trimStart().length;
      const end = index + written.length;
      const mention = { ...mentionOf(own, start, end), kind };
      const isTaken = [...hedged, ...found].some((other) => overlaps(other, mention));
      if (!isTaken && !isExempt?.(own, start, end)) found.push(mention);
    }
  }
  // Beside a level of confidence, that is the fault.
  for (const { text, start, end } of /\bconfiden(?:ce|t)\b/i.test(own) ? [] : oddsInWords(own)) {
    const mention = { text, start, end, kind: 'odds' as const };
    const isTaken = [...hedged, ...found].some((other) => overlaps(other, mention));
    if (/\bcertain$/i.test(text)) continue;
    if (!isTaken && !isReported(own, start) && !isNoEvent(own, start, end) && !isConcession(own, start))
      found.push(mention);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What a number is led by: "as many as", "no more than", a currency. */
const LEAD =
  '(?:(?:as\\s+(?:many|few|much|little|high|low|long|often)\\s+as|no\\s+(?:more|fewer|less)\\s+than|(?:more|fewer|less)\\s+than|at\\s+(?:most|least)|up\\s+to|close\\s+to|in|by|to|for|some|about|around|only|just|over|under|nearly|almost|another|the|as|US|\\p{Sc}|[A-Z]{2,3})\\s*)';
const NUMBER_AHEAD = new RegExp(
  `^[\\s,]+${LEAD}{0,3}(?:\\d|${FRACTION}\\b|${CARDINAL}\\b|an?\\s+(?:couple|few|handful|score|dozen|hundred|thousand|million|billion|third|quarter|fifth|tenth|hundredth|half|majority|minority)\\b|(?:several|dozens|scores|hundreds|thousands|millions|billions|tens|most|many|twice|thrice|double|triple|half)\\b)`,
  'u', // not in whatever case: a currency has capitals, a month has not
);

const PAST = /\b(?:was|were|had|left|came|went|took|died|began|ended|met|\p{L}{3,}ed)\b/iu;

/** "Perhaps 200 fighters" and "half, perhaps more," estimate a number; "perhaps the largest" ranks. */
function isEstimate(own: string, start: number, end: number): boolean {
  const tail = own.slice(end);
  if (NUMBER_AHEAD.test(tail)) return true;
  // perhaps on the ninth; perhaps in May 2024: an estimate of when or where it was
  if (
    PAST.test(own) &&
    /^\s+(?:on|in|at|around|from|as\s+(?:early|late)\s+as)\s+(?:the\s+)?(?:\d|\p{Lu}|\p{L}+(?:th|st|nd|rd)\b)/u.test(
      tail,
    )
  )
    return true;
  if (/^\s+the\s+(?:\p{L}+est|most|least|only|best|worst|first|last)\b/iu.test(tail)) return true;
  return (
    /^\s+(?:even\s+)?(?:more|fewer|less|longer|higher|lower)\b/i.test(tail) &&
    (/(?:\d|\b(?:half|third|quarter|dozen|hundred|thousand)s?\b)[^.;:]{0,40}$/i.test(
      textBefore(own, start),
    ) ||
      /^\s+(?:even\s+)?(?:more|fewer|less)\s*(?:[.,;)]|$)/i.test(tail))
  );
}

/** "Unlikely, though not impossible": the degree is given beside it. */
function isConcession(own: string, start: number): boolean {
  return /\b(?:(?:un)?likely|(?:im)?probable|remote)\b[^.;]{0,20}\b(?:though|but|if|although|yet|while)\s+(?:\w+\s+)?$/i.test(
    textBefore(own, start),
  );
}

/** A story, a reason or a denial is plausible: that is about an account, not about an event. */
function isOfAccount(own: string, start: number): boolean {
  return /\b(?:accounts?|stor(?:y|ies)|explanations?|reasons?|den(?:ial|ials)|claims?|versions?|alibis?|theor(?:y|ies)|narratives?|testimon(?:y|ies)|figures?|numbers?|motives?|it)\s+(?:\S+\s+){0,5}$/i.test(
    textBefore(own, start),
  );
}
