import { type Mention, mentionOf, textAfter, textBefore } from '../reading/mention.ts';

/**
 * "Regime" for a government takes sides; for rules (a tax regime, the regime for licences, the Missile Technology Control Regime)
 * it does not. So it is found where it is named after a place or a ruler, has forces and prisons, or does what only people do.
 */
const REGIME = /\bregimes?\b|^\s*Regimes?\b/g;

/** A country, a people, a ruler: "the Assad regime". Agreements have names as well. */
const NAME_BEFORE = /(?:^|\s)(\p{Lu}\p{Ll}[\p{L}’'-]*)\s+$/u;
const AGREEMENT =
  /^(?:The|This|That|These|Its|Their|His|Her|Our|An?|Any|Each|Such|No|Under|New|Tax|Customs|Sanctions|Visa|Schengen|Basel|Kyoto|Montreux|Wassenaar|Antarctic|Dublin|Geneva|Hague|Vienna|Paris|Lomé|Convention|Treaty|Protocol|Agreement|Council|Union|Commission|Fund|Nations|Old|Current|Present|Licensing|Inspection|Export|Import|Control|Trade|Fishing|Fisheries|Quota|Tariff)$/;
const RULES_BEHIND =
  /^\s+(?:for|on|governing|governs?|which\s+governs|covering|covers?|limits?|sets?|of\s+(?!\p{Lu})|applies|applied|requires?|allows?|expires?|lapsed?|lapses)\b/u;
const KIND_BEFORE =
  /\b(?:military|clerical|authoritarian|totalitarian|dictatorial|repressive|oppressive|ruling|communist|fascist|islamist|theocratic|rogue|brutal|corrupt|hated|apartheid|ousted|fallen|embattled|pariah|one-party|murderous|discredited|illegitimate|unelected|neighbouring|friendly|hostile|odious)\s+$/i;
const IN_PLACE =
  /^\s+(?:in|of)\s+(?!(?:Article|Annex|Part|Chapter|Section|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}/u;
const OWNS =
  /^(?:['’]s?|\s+(?!of\b))\s*(?:\w+\s+)?(?:forces|troops|grip|hold\s+on|army|security\s+(?:forces|services?|apparatus)|opponents|critics|supporters|allies|leaders?|leadership|prisons|police|media|propaganda|thugs|victims|backers|inner\s+circle|officials?|soldiers|enemies|hardliners|crackdown|atrocities|crimes|militias?|ministers|brutality|guards|intelligence|figures|insiders|loyalists|elements|agents|positions|airstrikes?|jets|aircraft|snipers|outlets|mouthpieces?|apologists|cronies|repression|violence|days\s+are)\b/i;
const DOES =
  /^\s+(?:(?:has|have|had|is|was|will|would|could|also|still|then|now|itself|soon|later|again|long|been|already|to|very|almost|certain|\w+ly)\s+)*(?:jail|arrest|kill|bomb|shell|tortur|crush|cling|fear|want|know|believ|den(?:y|ied|ies)|claim|accus|threaten|execut|hang|silenc|censor|flee|fled|fell\b|fall\b|falls\b|fallen\b|rel(?:y|ies)\s+on|retaliat|respond|react|negotiat|refus|blam|clamp|crack|mobili[sz]|invad|attack|starv|loot|sp(?:y|ies|ied)\b|hunt|detain|imprison|persecut|repress|recruit|brib|steal|stole|pretend|hop(?:e|ing)|regain|retak|recaptur|toppl|overthrow|oust|tightens\s+its\s+grip|hold\s+(?:an?\s+)?(?:vote|election)|starv|murder|expel|purg|arm(?:s|ed|ing)\b)/i;
/** What rules do not do, and what a government does to others: said of it as a deed, not as something done to it. */
const DOES_ITSELF =
  /^\s+(?:(?:has|have|had|will|would)\s+)?(?:(?:also|since|now|already|then|again|\w+ly)\s+)?(?:clos(?:es?|ed)|shuts?|postpone[sd]?|cancel(?:s|led)?|release[sd]?|pardon(?:s|ed)?|announce[sd]?|declare[sd]?|promise[sd]?|warn(?:s|ed)?|appoint(?:s|ed)?|dismiss(?:es|ed)?|sack(?:s|ed)?|seize[sd]?|confiscate[sd]?|dissolve[sd]?|disband(?:s|ed)?|deploy(?:s|ed)?|dispatch(?:es|ed)?|order(?:s|ed)|bought|buys|paid|sold|built)\b/i;
const SUFFERS =
  /\b(?:toppl(?:e|es|ed|ing)|overthr[eo]w(?:s|n|ing)?|oust(?:s|ed|ing)?|depos(?:e|es|ed|ing)|prop(?:s|ped|ping)?\s+up|loyal\s+to|opponents\s+of|opposed\s+to|critics\s+of|allies\s+of|ally\s+of|crimes\s+of|hands\s+of|enemies\s+of|victims\s+of|fought|fight(?:s|ing)?|bring(?:s|ing)?\s+down|brought\s+down|resist(?:s|ed|ing)?|hate[sd]?|defect(?:ed|s|ing)?\s+from|flee(?:s|ing)?|fled)\s+(?:the|this|that|his|an?)\s+(?:\w+\s+)?$/i;

/** Where a government is called a regime. */
export function regimesIn(own: string): Mention[] {
  if (!/regime/i.test(own)) return [];
  return [...own.matchAll(REGIME)]
    .filter(({ 0: found, index }) =>
      isGovernment(textBefore(own, index), textAfter(own, index + found.length)),
    )
    .map(({ 0: found, index }) => mentionOf(own, index, index + found.length));
}

function isGovernment(head: string, tail: string): boolean {
  if (RULES_BEHIND.test(tail)) return false;
  const name = NAME_BEFORE.exec(head)?.[1];
  const opens = name !== undefined && head.trim() === name;
  if (name !== undefined && !AGREEMENT.test(name) && (!opens || /(?:an|ese|ish|i|ic|ch)$/.test(name)))
    return true;
  if (KIND_BEFORE.test(head) || SUFFERS.test(head)) return true;
  const isBare =
    /(?:^\s*|\b(?:the|this|that|its|his|their|an?|old|new|former|present|current|whole|entire)\s+)$/i.test(
      head,
    );
  return isBare && [IN_PLACE, OWNS, DOES, DOES_ITSELF].some((sign) => sign.test(tail));
}
