import { OBLIGED } from '../wording/certainty-claims.ts';
import { isReported } from '../wording/reported.ts';
import type { ChancePhrase } from './chance-phrases.ts';

/**
 * Forecasts in the writer's own voice that no scale has: what we or "one" expect, doubt or suspect; certainty about what will be;
 * where things are heading; what the signs say; idioms of an end in sight.
 */

/** What things head for, as opposed to places that ships head for. */
const OUTCOME =
  '(?:defeat|victory|win|loss|default|collapse|recession|cris[ei]s|wars?|conflict|split|schism|deficit|surplus|stalemate|deadlock|landslide|showdown|confrontation|bankruptcy|insolvency|ruin|disaster|catastrophe|extinction|famine|shortages?|run-?off|second\\s+round|majority|minority|re-?election|approval|rejection|break-?down|break-?up|break-?through|agreement|deal|settlement|failure|success|strike|clash|coup|mutiny|anarchy|chaos|implosion|meltdown|devaluation|slump|downturn|record|fall|rise|yes|no|hung\\s+parliament|dissolution|exhaustion|surrender|rebellion|secession|oblivion|obscurity|irrelevance|epidemic|outbreak|harvest|year|winter|summer|season|trouble|impasse|escalation|violence|quorum|turnout)';
const IS = '(?:is|are|remains?|looks?|seems?|appears?|becomes?|(?:has|have)\\s+become)';
const BETWEEN = "(?:(?!not\\b|no\\b)[\\w’'-]+,?\\s+)";
const SURELY =
  '(?:surely|inevitably|doubtless|no\\s+doubt|undoubtedly|inexorably|assuredly|indubitably|unquestionably|without\\s+(?:a\\s+)?(?:doubt|question|fail))';
const WILL = "(?:will|won['’]t|shall|would|is\\s+going\\s+to|are\\s+going\\s+to)";
const DAYS = '(?:days|hours|months|weeks|time)';

const FORECASTS_OF_OURS: readonly ChancePhrase[] = [
  // we fully expect it to; one suspects; we do not foresee: not what we plan ("we expect to publish"), nor what we cannot know
  {
    needs:
      /\b(?:we|I|one|this|the|our)\b.*\b(?:expect|anticipat|foresee|predict|envisage|doubt|suspect|suppos|imagin|presum|surmis|guess|reckon|conjectur|inclin|lean|wager|bet|assumes|thinks|fears|hopes|gathers|forecast|project|see)/i,
    words:
      /\b(?:we|I|one|this\s+(?:office|desk|team|unit|service|paper|memo|assessment|section|author)|the\s+(?:authors?|drafters?|present\s+writer)|our\s+(?:analysts|team|desk|office))\s+(?:(?:can|could|would|should|might|may|must|do|also|still|therefore|now|only|rather|not|have\s+to|tend\s+to|are|am|so|\w+ly)\s+){0,3}(?:expects?|anticipates?|foresees?|predicts?|envisages?|doubts?|suspects?|supposes?|imagines?|presumes?|surmises?|guess(?:es)?|reckons?|conjectures?|forecast|(?<=one\s)(?:assumes|thinks|fears|hopes|gathers|senses)|(?:inclined|incline|lean|tend)\s+(?:to|towards?)\s+(?:think|believe|doubt|expect|suspect|the\s+view)|bet|wager|see\s+(?:no|little|every|an?|some)\s+(?:\w+\s+)?(?:prospect|sign|chance|danger|likelihood|risk|way)s?)\b(?!\s+to\s+(?!be\b|see\b))/gi,
    isExempt: (own, start, end) =>
      isReported(own, start) ||
      /\b(?:can(?:not)?|could)\b.*\b(?:predict|foresee|guess|forecast)$/i.test(own.slice(start, end)),
  },
  // …, we think, …
  {
    needs: /,\s+(?:we|I|one|it)\s/i,
    words:
      /,\s+(?:(?:we|I|one)\s+(?:\w+\s+){0,2}?(?:think|thinks|feel|feels|fear|fears|hope|hopes|guess|gather|gathers|say|imagine)|it\s+(?:now\s+)?(?:seems|appears|would\s+seem|would\s+appear))(?=\s*[,.])/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // our hunch is that; a safe bet; the smart money is on
  {
    needs:
      /expect|belief|conviction|case\s+for|guess|hunch|suspicion|bet|fear|hope|feeling|sense|instinct|conjecture|surmise|impression|money|certainty|favourite/i,
    words:
      /^\s*Expect\s+(?!to\b)\w+|\b(?:it\s+is|it\s+remains)\s+our\s+(?:\w+\s+)?(?:belief|expectation|suspicion|hunch|conviction)\b|\b(?:strong|good|compelling|every)\s+case\s+for\s+(?:thinking|believing|suspecting|expecting|fearing)\b|\b(?:our|my)\s+(?:\w+\s+)?(?:expectation|guess|hunch|suspicion|bet|fear|hope|feeling|sense|instinct|conjecture|surmise|impression|presumption)\s+(?:is|remains|would\s+be)\b|\b(?:smart|our)\s+money\s+(?:is|must\s+be|would\s+be|goes)\s+on\b|\bthe\s+(?:safest|likeliest|obvious|natural|surest|best)\s+(?:guess|bet|assumption)\s+(?:is|would\s+be|must\s+be|remains)\b|\ban?\s+(?:fairly\s+|pretty\s+|near\s+|very\s+)?(?:safe|good|fair|sound|decent|racing|near|near-|dead|virtual|practical)\s?(?:bet|certainty)\b|\bthe\s+betting\s+(?:is|must\s+be)\b|\b(?:is|are|remains?|starts?|looks?)\s+(?:as\s+)?(?:the\s+|an?\s+)?(?:\w+,?\s+){0,2}?favourites?\s+(?:to\b|(?:for|in)\s+(?:the|an?)\s+(?:next|coming|presidency|leadership|run-?off|election|succession|post|race|seat))/gi,
    isExempt: (own, start) =>
      isReported(own, start) || /\bbookmakers?|bookies|betting\s+(?:shops?|markets?|firms?)\b/i.test(own),
  },
  // is certain to; will surely; inevitably … will; nobody doubts that … will
  {
    needs:
      /as\s+good\s+as|all\s+but|certain|surely|inevitabl|doubt|inexorabl|indubitabl|unquestionabl|without|guaranteed|doomed|definitely|question/i,
    words: new RegExp(
      `\\b${IS}\\s+(?:absolutely\\s+|quite\\s+|now\\s+|still\\s+|also\\s+|therefore\\s+|as\\s+good\\s+as\\s+)?(?:certain|guaranteed|doomed)\\s+to\\s+(?=\\w)|\\b${IS}\\s+(?:\\w+\\s+)?doomed\\b|\\b${WILL}\\s+(?:\\w+\\s+)?(?:certainly|definitely|${SURELY})\\b|(?<!\\b(?:almost|nearly|is|are|was|were)\\s+)\\b${SURELY}\\b(?=[^.;:]{0,90}?\\b${WILL}\\b)|\\b(?:nobody|no\\s+one|few|none|hardly\\s+anyone|who)\\s+(?:can\\s+|could\\s+|will\\s+|would\\s+)?(?:\\w+ly\\s+)?doubts?\\s+that\\b(?=[^.;:]{0,120}?\\b${WILL}\\b)|\\bthere\\s+(?:is|can\\s+be)\\s+(?:no|little|not\\s+the\\s+slightest)\\s+(?:\\w+\\s+)?(?:doubt|question)\\s+(?:that|but\\s+that)\\b(?=[^.;:]{0,120}?\\b${WILL}\\b)|\\b(?:is|are)\\s+(?:all\\s+but\\s+|as\\s+good\\s+as\\s+)(?:over|lost|dead|won|done|finished|certain|assured|guaranteed|inevitable|settled|decided|impossible)\\b|\\b${WILL}\\s+not\\s+(?:\\w+\\s+)?(?:under\\s+any\\s+circumstances|on\\s+any\\s+account)`,
      'gi',
    ),
    isExempt: (own, start) => isReported(own, start),
  },
  // there is every sign that; the signs are that … will; shows all the signs of
  {
    needs:
      /\b(?:signs?|indications?|indicators?|omens?|portents?|auguries|hallmarks?|makings|outlook|appearances?|evidence|augurs?|bodes?|spells?|portends?|presages?)\b/i,
    words:
      /\bevery\s+(?:sign|indication|appearance)\s+(?:that|of)\b|\b(?:all\s+(?:the\s+)?|the\s+|clear\s+|strong\s+|many\s+)?(?:signs|indications|omens|portents|indicators)\s+(?:are|is)\s+(?:that|good|bad|poor|not)\b|\b(?:signs?|indications?|omens?|portents?|indicators?)\s+that\b(?=[^.;:]{1,90}?\b(?:will|would|going\s+to|about\s+to|is\s+to)\b)|\b(?:shows?|has|have|gives?|bears?|displays?)\s+(?:every|all\s+(?:of\s+)?the)\s+(?:signs?|indications?|hallmarks?|marks?|appearances?|makings)\s+of\b|\b(?:the\s+)?(?:evidence|signs|indications|indicators|omens)\s+(?:(?:all|now|still|clearly|strongly|increasingly)\s+)?points?\s+(?:to|towards?)\b|\b(?:omens|portents|auguries|outlook)\b[^.;:]{0,60}?\s(?:is|are|looks?|remains?)\s+(?:\w+\s+)?(?:poor|bleak|good|grim|bright|dim|dark|favou?rable|unfavou?rable|ominous|promising|gloomy|dire|mixed|uncertain)\b|\b(?:augurs?|bodes?)\s+(?:well|ill|badly|poorly)\b|\b(?:spells?|portends?|presages?)\s+(?:the\s+end|doom|trouble|disaster|ruin|an?\s)|\b(?:to|by)\s+all\s+(?:outward\s+)?appearances\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // is heading for defeat; on the brink of collapse; shaping up to be
  {
    needs:
      /\b(?:head(?:ing|ed)|on\s+(?:course|track|the)|sliding|drifting|edging|inching|lurching|creeping|hurtling|careering|slipping|marching|sleepwalking|in\s+for|destined|shap(?:ing|es)|close\s+to|cruising|coasting)\b/i,
    words: new RegExp(
      `\\b${IS}\\s+(?:\\w+\\s+){0,2}?(?:(?:head(?:ing|ed)|on\\s+(?:course|track|the\\s+way|the\\s+road|the\\s+path)|sliding|drifting|edging|inching|lurching|creeping|hurtling|careering|slipping|marching|sleepwalking|cruising|coasting)\\s+(?:\\w+\\s+)?(?:for|to|towards?|into)|on\\s+the\\s+(?:brink|verge|cusp|edge|threshold|point)\\s+of|destined\\s+for|in\\s+for|close\\s+to)\\s+${BETWEEN}{0,4}?${OUTCOME}\\b|\\b(?:is|are)\\s+(?:\\w+\\s+)?(?:shaping\\s+up\\s+(?:to|as|for)|on\\s+the\\s+(?:brink|verge|cusp|point)\\s+of\\s+\\w+ing)\\b`,
      'gi',
    ),
    isExempt: (own, start) => isReported(own, start),
  },
  // a matter of time; days are numbered; nothing can stop; only a miracle
  {
    needs:
      /\b(?:of\s+(?:time|when)|numbered|borrowed|on\s+the\s+wall|last\s+legs|nothing|stopping|stands?\s+(?:in|to)|miracle|sooner|barring|hallmarks?|probabilit(?:y|ies)|guarantee|telling|knowing|saying|too\s+(?:early|soon)|(?:hard|difficult|easy)\s+to|cannot|risks|promises\s+to|conclusion|in\s+the\s+bag|done\s+deal)\b/i,
    words: new RegExp(
      `\\b(?:only|merely|just|simply|now|purely)?\\s*an?\\s+(?:matter|question)\\s+of\\s+(?:time|when)\\b(?!\\s+and\\s+(?:money|place))|\\bdays\\s+are\\s+numbered\\b(?!\\s+(?:in|from|on|by|one)\\b)|\\b(?:on|of)\\s+borrowed\\s+time\\b|\\bwriting\\s+is\\s+on\\s+the\\s+wall\\b|\\b${DAYS}\\s+is\\s+running\\s+out\\s+for\\b|\\bon\\s+(?:its|their|his|her)\\s+last\\s+legs\\b|\\b(?:nothing|little|nobody)\\s+(?:can|will|could|is\\s+going\\s+to)\\s+(?:now\\s+|any\\s+longer\\s+|possibly\\s+)?(?:stop|prevent|keep|save|halt|avert|rescue|hold)\\b|\\bthere\\s+is\\s+(?:now\\s+)?(?:no\\s+stopping|(?:nothing|little)\\s+to\\s+(?:stop|prevent|keep))\\b|\\b(?:nothing|little)\\s+(?:now\\s+)?stands\\s+in\\s+(?:the|its|their|his|her)\\s+way\\b|\\b(?:only|short\\s+of|barring|take|absent)\\s+a\\s+miracle\\b|\\bsooner\\s+or\\s+later\\b|\\bbarring\\s+(?:an?\\s+|any\\s+|some\\s+|the\\s+)?(?:\\w+\\s+)?(?:surprises?|accidents?|miracles?|upsets?|unforeseen|unexpected|mishaps?|shocks?|disasters?|catastrophes?)\\b|\\bbalance\\s+of\\s+probabilit(?:y|ies)\\b|\\bno\\s+(?:guarantee|certainty|assurance|telling|knowing|saying)\\s+(?:that|whether|if|how|when|what)\\b|\\btoo\\s+(?:early|soon)\\s+to\\s+(?:say|tell|judge|know)\\s+(?:if|whether)\\b|\\b(?:hard|difficult|impossible|easy)\\s+to\\s+(?:see\\s+(?:how|why\\s+\\w+\\s+would|(?:the|an?|its|their|his|her|any)\\s+(?:[\\w’'-]+\\s+){1,4}?\\w+ing)|imagine|envisage|conceive\\s+of|picture)\\b|\\bcannot\\s+(?:last|endure|survive|hold\\s+out|go\\s+on\\s+like)\\b|(?<!\\b(?:the|these|those|such|of|other|all|any|main|some|two|three|four|five|and|many|new|own|its|their|his|her|legal|health|security|political|financial|what|which|whose|no|or)\\s+)\\brisks\\s+(?!(?:includ|aris|fac|involv|relat|stemm|concern|com|remain|affect|surround|attend|depend|result|deriv|exist|mount|excee)\\w*ing)\\w{2,}ing\\b|\\bpromises\\s+to\\s+be\\s+(?:an?|the|\\w+)\\b|\\bstands?\\s+to\\s+(?:lose|gain|win|benefit|suffer|profit)\\b|\\b(?:looks?|seems?|is|are)\\s+(?:\\w+\\s+)?in\\s+the\\s+bag\\b|\\b(?:looks?|is|are)\\s+(?:\\w+\\s+)?a\\s+done\\s+deal\\b|\\bforegone\\s+conclusion\\b`,
      'gi',
    ),
    isExempt: (own, start) => isReported(own, start),
  },
  // by the look of it; if history is any guide; can hardly be averted; surely; arguably; is imminent
  {
    needs:
      /\b(?:of\s+(?:it|things)|face\s+of\s+it|guide|going\s+by|judge\s+by|be\s+(?:avoided|prevented|averted|stopped|escaped|halted|contained|delayed|put\s+off|far\s+off|long|relied|counted|trusted)|avoiding|escaping|odds-on|cards|surely|doubtless|no\s+doubt|arguably|imminent|waiting\s+to|likelihood\s+is|past\s+(?:the|him|her|them|it)|looks?\s+like|hardly|scarcely|ripe|surprise|hopes?|hallmarks|smacks?|one\s+of|in\s+store|ahead|circumstances|going\s+to|about\s+to|hanging|one\s+way|balance\s+of|far\s+(?:off|away))\b/i,
    words:
      /\b(?:by|from)\s+the\s+(?:looks?|sound)\s+of\s+(?:it|things)\b|\bon\s+the\s+face\s+of\s+it\b|\bif\s+[^.;,]{1,40}?\s(?:is|are|was|were)\s+(?:any|a|anything\s+of\s+a)\s+guide\b|\b(?:can(?:not)?|could)\s+(?:now\s+)?(?:hardly|scarcely|barely|no\s+longer|not)?\s*(?:now\s+)?be\s+(?:avoided|prevented|averted|stopped|escaped|halted|contained|put\s+off)(?!\s+(?:by|with|from|at|in|if|through)\b)|\bthere\s+is\s+(?:now\s+)?no\s+(?:avoiding|escaping|preventing|averting)\b|\bodds-on\b|\b(?:is|are|looks?|seems?|remains?)\s+(?:\w+\s+){1,2}on\s+the\s+cards\b|(?<!\b(?:but|almost|nearly|the|an?)\s+)\bsurely\b|(?<=(?:^|[,;:–—])\s*|\b(?:is|are|was|were|has|have|had|will|would|and|but)\s+)(?:no\s+doubt|doubtless)\b(?!\s+(?:about|as\s+to|of)\b)|\barguably\b|\b(?:is|are|looks?|seems?|appears?)\s+(?:\w+\s+)?imminent\b|\bwaiting\s+to\s+happen\b|\bripe\s+for\s+(?:an?\s+)?(?:collapse|takeover|revolt|coup|change|fall)\b|\bwould\s+surprise\s+(?:nobody|no\s+one|few|hardly\s+anyone)\b|\bhopes?\s+(?:of|for|that)\s+[^.;:]{1,80}?\s(?:is|are)\s+(?:fading|dwindling|dim|slim|receding|high|low|slender|evaporating)\b|\b(?:bears?|has|have)\s+(?:all\s+|many\s+of\s+)?the\s+hallmarks\s+of\b|\bsmacks?\s+of\b|\b(?:must|has\s+to|can\s+only)\s+be\s+one\s+of\b|\b(?:is|are)\s+in\s+store\b|\blies?\s+ahead\b(?=\s*[.,;]|\s*$)|\bunder\s+no\s+circumstances\s+will\b|\b(?:is|are)\s+(?:hardly|never|scarcely|not)\s+(?:going|about)\s+to\b|\b(?:is|are)\s+hanging\s+(?:by|in)\b|\bone\s+way\s+or\s+(?:another|the\s+other)\b(?=[^.;:]{0,60}\bwill\b)|\bbalance\s+of\s+(?:the\s+)?evidence\b|\b(?:is|are)\s+(?:not|never)\s+far\s+(?:off|away)\b(?=\s*[.,;]|\s*$)|\bthe\s+likelihood\s+is\b|\bput\s+it\s+past\b|\blooks?\s+like\s+\w+ing\b|\bcannot\s+be\s+(?:far\s+off|long)\b|\bwill\s+not\s+be\s+long\b|\bcan\s+be\s+(?:relied|counted)\s+(?:up)?on\s+to\b|\bcan\s+be\s+trusted\s+to\b|\bcan\s+(?:hardly|scarcely|barely|no\s+longer)\s+(?:last|endure|survive|hold|fail|succeed|recover|win|lose)\b/gi,
    isExempt: (own, start) => isReported(own, start),
  },
  // it is feared that; is to be assumed; is predicted to; it seems the governor knew; must be aware
  {
    needs:
      /\b(?:it|seems?|appears?|seemingly|apparently|must|to\s+be|predicted|anticipated|projected|ought|doubtful)\b/i,
    words:
      /\bit\s+(?:is|was)\s+(?:\w+ly\s+)?(?:expected|anticipated|feared|hoped|thought|believed|presumed|assumed|supposed|suspected|predicted|reckoned)\s+(?:that|the|an?)\b|\b(?:is|are)\s+(?:\w+\s+)?to\s+be\s+(?:assumed|supposed|presumed|reckoned\s+with)\b|\b(?:is|are)\s+(?:\w+ly\s+|now\s+|also\s+)?(?:predicted|anticipated|projected|forecast)\s+to\b|\bit\s+(?:now\s+|also\s+)?(?:seems|appears)\s+(?:that|the|an?|he|she|they|we|no|his|her|their|its)\b|\b(?:seems?|appears?)\s+to\s+(?:be|have|\w+)\b|\b(?:seemingly|apparently)\b|\bmust\s+(?:surely\s+|certainly\s+|by\s+now\s+|already\s+)?be\s+(?:aware|behind|in\s+(?:league|touch|contact)|the\s+(?:work|same)|short\s+of|close\s+to|running|planning|preparing|hiding|receiving|getting)\b|\bmust\s+(?:surely\s+|certainly\s+|by\s+now\s+|already\s+)?have\s+(?:been|known|had|come|gone|ordered|planned|paid|intended|acted|seen|told|given|helped|bought|sent|left|reached|taken|heard|\w{3,}ed)\b|\bhad\s+to\s+have\s+(?:been|known|had|\w{3,}ed)\b|\bought\s+to\s+(?:be\s+(?:able|over|enough|\w+ed\s+by)|hold|last|survive|suffice|rise|fall|ease|recover|win|lose|confirm|arrive|reach|follow|improve|succeed|fail|stay|remain)\b/gi,
    isExempt: (own, start, end) =>
      isReported(own, start) ||
      (/^must\s/i.test(own.slice(start, end)) && OBLIGED.test(own)) ||
      /\b(?:to|for|by)\s+(?:\w+\s+)?$/i.test(own.slice(0, start).slice(-12)),
  },
];

export const FORECASTS = FORECASTS_OF_OURS;
