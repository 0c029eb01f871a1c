import { around, wordAfter, wordBefore } from '../reading/mention.ts';
import { isReported } from '../wording/reported.ts';

const RULE =
  '(?:laws?|acts?|decrees?|statutes?|regulations?|rules|constitution|treaty|treaties|licen[cs]es?|mandate|resolutions?|article|section|charter|protocol|guidelines?|TLP\\S*|terms|code|agreement|permit|warrant|order|visas?|scheme|convention|quota|sanctions)';
/** Signs that "may" permits: a rule is named, leave is given or asked, or what may be done is what only leave allows. */
const PERMISSION: readonly RegExp[] = [
  // every member may speak; anyone may inspect it; drivers may not park; may be reached at
  /\b(?:anyone|anybody|everyone|everybody)\s+(?:[\p{L}-]+\s+){0,4}?may\s+(?!(?:be|have|well|yet|soon|become)\b)|\bmay\s+be\s+(?:reached|contacted|viewed|inspected|obtained|ordered|consulted|downloaded|requested|seen)\s+(?:by|at|on|in|from|free|under|via)\b/iu,
  // newly allowed; what may be done, but is not
  /\b(?:banks|lenders|insurers|funds|brokers|shops|growers|farmers|traders|unions|parties|women|citizens|pilots|schools|firms|companies|foreigners|residents)\s+may\s+(?:now|henceforth|again|no\s+longer)\s+(?!(?:be|have|also\s+be)\b)|\bmay\b[^.;]{1,120}\b(?:but|and|though|yet)\s+[^.;]{1,80}\b(?:do(?:es)?|did|done)\s+so\b|\bmay\s+(?:sit|serve|retire|preside|practise|hold\s+office|stay\s+in\s+office|remain\s+in\s+office|fish|hunt|trade|import|export|own|marry|vote|drive)\b[^.;]{0,40}\b(?:until|till|after|from|between|beyond|up\s+to|for)\s+(?:the\s+age|\w+|\d)/iu,
  /\b(?:every|any|each)\s+(?:[\p{L}-]+\s+){1,3}?may\s+(?!(?:be|have|well|yet|soon|become)\b)/iu,
  /\b(?:drivers|passengers|pilots|ships|vessels|boats|crews?|students|pupils|soldiers|officers|judges|deputies|ministers|delegates|parties|owners|operators|lawyers|guards|journalists|women|men|minors|tourists|workers|players|firms|companies|importers|exporters)\s+may\s+not\s+(?!(?:be|have|yet)\b)/iu,
  /\bmay\s+(?:only\s+(?:be\b|\p{Ll})|(?:not\s+)?be\s+\p{Ll}+(?:ed|en|n|t)\s+(?:only|solely|exclusively)\s+(?:by|with|in|on|at|after|under|if|for)\b)/iu,
  new RegExp(
    `\\b(?:under|by|in\\s+accordance\\s+with|in\\s+line\\s+with|pursuant\\s+to|subject\\s+to)\\s+(?:[^\\s,;.]+\\s+){0,4}?${RULE}\\b`,
    'i',
  ),
  new RegExp(
    `\\b${RULE}\\s+(?:\\S+\\s+){0,3}?(?:says?|states?|provides?|stipulates?|sets?\\s+out|specif(?:y|ies)|requires?)\\b`,
    'i',
  ),
  /\b(?:without|with|after)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+|prior\s+|written\s+|special\s+)*(?:permission|permit|licen[cs]e|visa|warrant|consent|authori[sz]ation|approval|leave|charge|court\s+order|clearance)\b/i,
  /\bmay\s+(?:not\s+)?(?:legally|lawfully|freely)\b/i,
  // a power: the commission, which may fine a firm
  /\b(?:which|who)\s+may\s+(?:not\s+|only\s+|also\s+|then\s+)*(?:fine|order|ban|revoke|suspend|appoint|dismiss|dissolve|pardon|veto|license|licence|tax|levy|summon|subpoena|amend|ratify|annul|overrule|delegate|waive|prescribe)\b/i,
  /\bmay\s+(?:not\s+|only\s+)*be\s+(?:shared|distributed|disclosed|quoted|cited|reproduced|published|exported|imported|sold|used\s+only|held\s+for)\b/i,
  /\bmay\s+(?:\w+\s+){1,5}?(?:for\s+up\s+to|no\s+more\s+than|at\s+most)\s+\d/i,
  // a step of a procedure, with its time: may appeal until 14 May
  /\bmay\s+(?:still\s+|also\s+|then\s+|each\s+|now\s+)?(?:appeal|apply|object|complain|register|vote|lodge|file|enrol|nominate|request|petition|submit|withdraw|ask|stand|run|amend|answer|respond)\b[^.;]{0,60}?\b(?:until|till|within|by|before|from|no\s+later\s+than|up\s+to)\s+(?:the\s+)?(?:\d|(?:two|three|four|five|six|seven|ten|thirty)\b|\p{Lu}|(?:end|close)\b)/u,
  /\b(?:only|no\s+one|nobody|none\s+but)\s+(?:[\p{L}'’-]+\s+){0,6}?may\b/iu,
  /\b(?:members|citizens|non-citizens|foreigners|recipients|readers|visitors|residents|candidates|prisoners|detainees|employees|applicants|holders)\s+may\s+(?:not\s+|only\s+|also\s+|no\s+longer\s+)*(?:enter|take|bring|use|leave|vote|stand|run|appeal|apply|carry|bear|own|hold|share|disclose|publish|cite|quote|marry|travel|buy|sell|visit|attend|use|speak|contact|request|refuse|work|stay|remain)\b/i,
];

/** Before these, "might" is strength; so it is behind a determiner or an adjective of power. */
const STRENGTH_BEFORE =
  /^(?:the|its|their|his|her|our|my|your|a|such|full|sheer|whole|with|by|of|for|whose|military|naval|air|economic|industrial|financial|political|nuclear|imperial|combined|collective|conventional|technological|\p{L}+['’]s?)$/u;
const STRENGTH_AFTER = /^(?:of|and|in|alone|is|was|are|were|or|as|makes|made|remains|than|on|against)$/;

/** "Could not": an inability, not a chance. */
const INABILITY =
  /^(?:\s+(?:not|no\s+longer|never|hardly|barely|scarcely|only|neither)\b|n['’]t\b|\s+(?:be\s+)?(?:confirmed|verified|reached)\s+(?:only|by)\b)/i;

/** "Could reach the strait in six hours, and did": an ability that was shown. */
const PROVED =
  /^\s+[^.;:]{1,80}?\b(?:and|but|yet|though)\s+(?:(?:has|have|had)\s+(?:done\s+so|repeatedly|often|twice|before)|(?:\w+\s+)?did(?:\s+(?:so|not|just\s+that|it)\b|\s*(?:[,.;]|$)))/i;

/** What somebody could do as a skill, and a thing by its build: could swim, could carry four tonnes. */
const SKILL =
  /^\s+(?:swim|read|write|speak|drive|fly\s+an?|ride|sing|dance|cook|walk)\b|^\s+(?:only\s+|easily\s+)?(?:deliver|carry|hold|store|lift|produce|supply|take|seat|house|process|generate|pump)\s+(?:up\s+to\s+|about\s+|some\s+|only\s+)*(?:\d|\p{L}+\s+(?:tonnes|megawatts|kilowatts|litres|barrels|passengers|people|metres))/iu;

/** "Could visit 900 of 1,100 stations": what was done, as far as it could be. */
const COUNTED =
  /^\s+(?:only\s+|in\s+the\s+end\s+)?(?:visit|see|examine|read|hear|confirm|verify|identify|trace|count|find|interview|establish|test|inspect|check|compare|match|recover|save|rescue|question|locate|name|enter|use|attend|watch)\s+(?:only\s+|just\s+|no\s+more\s+than\s+|at\s+most\s+|all\s+but\s+)?(?:\d[\d,.]*\s+(?:of|out\s+of)\b|(?:most|none|half|some|all|few|neither|both|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:of\b|but\b))/i;

/** Clauses that ask, compare, condition or intend: they do not say that something may be. */
const OPEN_CLAUSE =
  /\b(?:before|until|till|so\s+that|in\s+order\s+that|as\s+(?:\S+\s+){1,3}as|than|if|whether|how|what|whatever|wherever|whenever|whoever|whichever|why|however|lest|nor|neither|for\s+fear\s+that|in\s+case|provided\s+that|unless|(?<=[^\s,;:—–(]\s+)(?:where|when)|(?:everything|anything|all|nothing)(?:\s+that)?(?=\s+(?:it|they|he|she|we|you)\b))\s+(?:[\p{L}\p{N}'’-]+\s+){0,4}$/iu;

/** "Weapons that could reach Moscow": a property of the weapons. Behind a comma, the clause says something of its own. */
const RESTRICTIVE = /[\p{L}\p{N}]\s+(?:that|who|which)\s+(?:also\s+|then\s+|still\s+)?$/u;
/** Behind these words, "that" opens what is judged. */
const JUDGED =
  /\b(?:assess|judg|estimat|believ|think|expect|conclud|assum|anticipat|forecast|likel|unlikel|possib|probab|chance|risk|danger|view|evidence|indicat|suggest|show|mean|fact)\p{L}*\s+(?:that|which)\s+(?:also\s+|then\s+|still\s+)?$/iu;

/** "The cases we could examine", "the tanks that he could take": a clause that hangs on a noun. */
const CONTACT =
  /\b(?:(?!(?:months|weeks|years|days|hours|times|terms|circumstances|as|this|is|was|thus|perhaps)\b)\p{Ll}{2,}s|all|everything|little|much|what|evidence|data|material|information)\s+(?:we|they|he|she|it|I|you|investigators|analysts|reporters|observers)\s+$|\p{L}\s+(?:that|which|whom)\s+(?:he|she|they|it|we)\s+$/u;

/** Signs of a past ability. */
const THEN =
  /\b(?:at\s+(?:the|that)\s+time|back\s+then|formerly|in\s+the\s+past|previously|used\s+to|last\s+(?:year|month|week|spring|summer|autumn|winter)|in\s+those\s+(?:days|years)|at\s+its\s+(?:height|peak)|\p{L}+\s+(?:years|months|weeks)\s+(?:ago|earlier|before))\b/iu;
const PAST_YEAR = /\b(?:in|until|since|during|before|between)\s+(?:\p{L}+\s+){0,2}(?:19|20)\d\d\b/iu;
const PAST_VERB =
  /\b(?:was|were|had|did|fell|lost|held|took|came|went|sent|kept|left|grew|knew|found|ran|fought)\b/;

/**
 * Whether a "may", "might" or "could" does not leave a likelihood open: it expresses permission, strength, an
 * ability or an inability, is in a conditional or interrogative clause, or is reported as somebody else's.
 */
export function isNoModal(sentence: string, begins: number, ends: number): boolean {
  const { own, start, end } = around(sentence, { start: begins, end: ends });
  const [word = ''] = own.slice(start, end).trim().toLowerCase().split(/\s/);
  const head = own.slice(0, start);
  const tail = own.slice(end);
  const after = wordAfter(own, end);
  if (/^\s*(?:[;:.)]|$)/.test(tail)) return true; // "as best it could."
  if (/\?\s*$/.test(own) || isReported(own, start)) return true;
  if (OPEN_CLAUSE.test(head) || (RESTRICTIVE.test(head) && !JUDGED.test(head))) return true;
  if (word === 'might') {
    const isSubject = head.trim() === '' && tail.startsWith(',');
    return isSubject || STRENGTH_BEFORE.test(wordBefore(own, start)) || STRENGTH_AFTER.test(after);
  }
  if (/likely\s+that\b/i.test(head) && /^\s+(?:hear|see|feel|smell|tell|understand|reach|know)\b/i.test(tail))
    return true;
  if (word === 'may') return PERMISSION.some((sign) => sign.test(own));
  if (
    INABILITY.test(tail) ||
    PROVED.test(tail) ||
    COUNTED.test(tail) ||
    SKILL.test(tail) ||
    (after !== 'have' && CONTACT.test(head))
  )
    return true;
  return (
    after !== 'have' && (THEN.test(own) || (PAST_YEAR.test(own) && PAST_VERB.test(own) && after !== 'be'))
  );
}

/** When something is still to come. */
const TO_COME =
  /\b(?:as\s+(?:early|soon|late)\s+as\s+(?!possible|practicable)|by\s+(?:the\s+(?:end|middle|start|summer|winter|autumn|spring|time)|next|mid|late|early|spring|summer|autumn|winter|then|[A-Z]\w+|20\d\d)|within\s+(?:\w+\s+){0,2}?(?:hours|days|weeks|months|years|week|month|year)|(?:this|next)\s+(?:year|month|week|spring|summer|autumn|winter|season|quarter)|in\s+the\s+(?:coming|next)|before\s+(?:the\s+)?(?:\w+\s+)?(?:end|year|winter|spring|summer|autumn|rains?|harvest|vote|election|month|season|frost)|over\s+the\s+(?:next|coming)|at\s+any\s+(?:time|moment)|any\s+day|soon|tomorrow|one\s+day|later\s+this)\b/;
/** A condition that is still open. */
const OPEN_CONDITION = /\b(?:if|should|unless|once|without|in\s+the\s+absence\s+of|were)\s/i;
/** What happens to its subject: nobody is allowed to do it, and it is no skill. */
const HAPPENS =
  /^(?:(?:\s+(?:also|then|again|even|now|soon|in\s+time|further|just|yet|still|already|in\s+fact|\w+ly))*)\s+(?:rise|fall|grow|decline|ease|peak|abate|subside|recede|worsen|improve|collapse|fail|spread|escalate|erupt|burst|break\s+(?:down|up|out|apart)|run\s+(?:dry|out|short|low)|slow|stall|shrink|double|triple|halve|falter|crumble|unravel|succumb|explode|ignite|topple|overflow|flood|sink|vanish|disappear|emerge|re-?emerge|resurface|recur|reappear|happen|occur|arise|take\s+place|become|prove|lead|result|trigger|cause|provoke|prompt|force|drive|push|cost|lose|suffer|face|exceed|slip|drop|climb|soar|plummet|widen|narrow|drag|derail|tempt|embolden|undermine|weaken|jeopardi[sz]e|default|go\s+(?:under|bankrupt|hungry)|retaliate|regroup|splinter|mutiny|revolt|struggle|last|need|explain|mean|reflect|indicate|signal|know|want|be\s+(?:able|unable|forced|tempted|delayed|lost|damaged|hit|short|too|(?!wearing|carrying)\w+ing|about|behind|due|linked|worse|better|more|less|overrun|exposed|affected|disrupted|overwhelmed|cut|left|true|wrong|right))\b/i;

/**
 * Whether a "may" or "could" can only leave a likelihood open, even where much is told of what somebody may or could do: what may
 * have happened, what may well be, what happens to its subject, and what could be in a time to come.
 */
export function isForecast(own: string, start: number, end: number): boolean {
  const tail = own.slice(end);
  const isMay = /^may$/i.test(own.slice(start, end));
  if (
    /^\s+(?:not\s+|well\s+|already\s+|by\s+now\s+|in\s+fact\s+|also\s+|even\s+|\w+ly\s+)*(?:have|yet|well)\s/i.test(
      tail,
    )
  )
    return isMay || /^\s+(?:very\s+)?(?:well|yet)\s|^\s+(?:already|by\s+now)\s+have\s/i.test(tail);
  if (isMay) return HAPPENS.test(tail);
  const rest = own.slice(0, start) + tail;
  if (PAST_VERB.test(rest)) return false;
  return (
    TO_COME.test(rest) || (HAPPENS.test(tail) && (OPEN_CONDITION.test(rest) || !/\b\w{3,}ed\b/.test(rest)))
  );
}
