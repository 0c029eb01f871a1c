import { textBefore, wordAfter } from '../reading/mention.ts';
import { CARDINAL, PERCENTAGE, RATIO } from './numerals.ts';

/**
 * What may come true, as a noun, in the constructions that leave open how likely it is: there is some risk that …, the odds
 * of … are low, … is a possibility, chances are that … . A degree that a scale or a number gives is none of them.
 */
export interface ChancePhrase {
  /** What a text must have for `words` to find anything: looked for first, since most texts have none. */
  readonly needs: RegExp;
  readonly words: RegExp;
  readonly isExempt?: (own: string, start: number, end: number) => boolean;
}

const CHANCE = '(?:chances?|possibilit(?:y|ies)|likelihood|probability|prospects?|odds)';
/** These are as often something that is managed, measured or run: only where they are said to exist, of an event. */
const PERIL = '(?:risks?|dangers?|potential)';
const MEASURED_PERIL = '(?:risk|danger|threat|prospect|possibility)';
/** Anything that sizes a chance: with "non-", in the comparative, with an adverb before it. */
const SIZE =
  '(?:(?:non-|in|un)?(?:significant|trivial|negligible|zero|existent|substantial|considerable)|real|good|serious|fair|strong|distinct|reasonable|slight|slim|small|tiny|minute|faint|thin|poor|high|low|big|large|sizeable|sizable|outside|fighting|sporting|credible|genuine|decent|definite|appreciable|measurable|material|tangible|growing|rising|increasing|increased|heightened|elevated|limited|modest|moderate|great|greater|higher|lower|smaller|better|excellent|finite|theoretical|ever-present|constant|residual|better[\\s-]than[\\s-]even|less[\\s-]than[\\s-]even|worse[\\s-]than[\\s-]even|even|long|short|tidy|healthy|plausible|possible|live|looming|acute|grave|certain)';
const ADVERB =
  '(?:(?:very|quite|rather|fairly|reasonably|relatively|pretty|only|still|also|always|now|all\\s+too|too|so|more|less|(?!roughly|approximately)\\w{2,}ly)\\s+)';
const SIZED = `(?:not\\s+(?:an?\\s+)?)?${ADVERB}{0,2}${SIZE}(?:\\s+(?:and|but|or|if|though)\\s+${ADVERB}?${SIZE})?\\s+`;
const EXISTS =
  "(?:there(?:\\s+(?:is|are|was|remains?|exists?|would\\s+be|will\\s+be|seems?\\s+to\\s+be|appears?\\s+to\\s+be)|[’']s)|(?:has|have|stands?|sees?|see|carr(?:y|ies)|runs?|poses?|leaves?|entails?|retains?))";
const SOME =
  '(?:an?|some|every|at\\s+least\\s+(?:a|some)|more\\s+than\\s+an?|a\\s+degree\\s+of|an\\s+element\\s+of)';
const STANDING =
  '(?:is|are|remains?|stays?|looks?|seems?|appears?|stands?|would\\s+be|will\\s+be|has\\s+become|have\\s+become)';
const BEHIND = `(?:very|quite|rather|fairly|relatively|still|now|far\\s+from|by\\s+no\\s+means|not|no\\s+longer|nonetheless|(?!roughly|approximately)\\w{2,}ly)`;
const MEASURED =
  '(?:high|low|real|small|slim|slight|shortening|lengthening|improving|growing|rising|increasing|shrinking|fading|dwindling|diminishing|waning|evaporating|brightening|dimming|uncertain|unclear|mixed|open|falling|declining|receding|good|poor|long|short|strong|significant|considerable|substantial|serious|negligible|non-negligible|moderate|great|(?:better|worse|less)\\s+than\\s+even|even|elevated|heightened|remote\\s+but\\s+real|bleak|dim|bright|thin|faint|limited|non-trivial|mixed|fair|favou?rable|against|in\\s+(?:its|their|his|her|the)?\\s*favou?r|stacked|evenly\\s+balanced)';

const NEEDS = /chance|possib|likelihood|probabilit|prospect|odds|risk|danger|threat|potential|eventualit/i;

const OF_CHANCE = /chance|possibilit|likelihood|probability|prospect|odds/i;
const OF_PERIL = /(?:risks?|dangers?|potential)\s+(?:that|of)\b/i;

const PHRASES: readonly (Omit<ChancePhrase, 'needs'> & Partial<ChancePhrase>)[] = [
  // a significant chance; a non-trivial possibility; rising odds
  { needs: OF_CHANCE, words: new RegExp(`\\b${SIZED}${CHANCE}\\b`, 'gi'), isExempt: isNoEvent },
  // a lingering chance that; an ever smaller, if real, prospect of: whatever word sizes it
  {
    words:
      /\b(?:an?|some|every|any|its|their)\s+(?:(?!(?:no|little|scant|roughly|almost|very|highly)\b)[\w’-]+,?\s+){0,4}?(?:chance|possibility|likelihood|probability|prospect)s?(?=,?\s+(?:that|of)\b|,\s+(?:if|though|albeit|however)\b)/gi,
    isExempt: isNoEvent,
  },
  // a real risk that; a considerable danger of
  { needs: OF_PERIL, words: new RegExp(`\\b${SIZED}${PERIL}\\s+(?:that|of)\\b`, 'gi'), isExempt: isManaged },
  // there is some risk that; the party has a chance; there remains every possibility
  {
    words: new RegExp(`\\b${EXISTS}\\s+(?:\\w+\\s+){0,2}?${SOME}\\s+${CHANCE}\\b`, 'gi'),
    isExempt: isNoEvent,
  },
  {
    words: new RegExp(
      `\\bthere(?:\\s+(?:is|are|remains?|exists?)|[’']s)\\s+(?:\\w+\\s+){0,2}?(?:${SOME}\\s+(?:[\\w-]+\\s+){0,2}?)?${PERIL}\\s+(?:that|of|for|the|an?|its?|their|he|she|they)\\b`,
      'gi',
    ),
    isExempt: isManaged,
  },
  // the odds of a blackout are low; the risk that it spreads is real. Beside a level of confidence, that is the fault.
  {
    needs: OF_CHANCE,
    words: new RegExp(
      `\\b(?:chances?|odds|likelihood|probability|prospects?|possibility)(?:\\s+(?:of|on|that|for|in|at|with|before|among)\\s+[^.;:]{1,90}?)?\\s+${STANDING}\\s+(?:${BEHIND}\\s+){0,2}${MEASURED}\\b`,
      'gi',
    ),
    isExempt: (own, start, end) => /\bconfiden(?:ce|t)\b/i.test(own) || isNoEvent(own, start, end),
  },
  {
    needs: /(?:risk|danger|threat|prospect|possibility)\s+(?:of|that)\b/i,
    words: new RegExp(
      `\\b(?:the|a|any|some)\\s+${MEASURED_PERIL}\\s+(?:of|that)\\s+[^.;:]{1,90}?\\s+${STANDING}\\s+(?:${BEHIND}\\s+){0,2}${MEASURED}\\b`,
      'gi',
    ),
    isExempt: isManaged,
  },
  // we rate the risk of contagion as real
  {
    needs:
      /\b(?:as|to\s+be|at)\s+(?:\w+\s+){0,2}(?:real|high|low|considerable|significant|serious|substantial|slight|slim|moderate|elevated|negligible)\b/i,
    words: new RegExp(
      `\\b(?:risk|danger|threat|likelihood|probability|chances?|odds|possibility|prospect)\\s+(?:of|that)\\s+[^.;:]{1,90}?\\s+(?:as|to\\s+be|at)\\s+(?:${BEHIND}\\s+)?(?:real|high|low|considerable|significant|serious|substantial|slight|slim|moderate|elevated|negligible)\\b`,
      'gi',
    ),
    isExempt: isManaged,
  },
  // there is always the chance of; the possibility exists that; a fair degree of probability
  {
    words:
      /\bthere(?:\s+(?:is|remains?)|[’']s)\s+(?:always|still|also|ever|of\s+course)\s+the\s+(?:chance|possibility|risk|danger|prospect)\b|\b(?:the|an?|some|every|any)\s+(?:\w+\s+)?(?:possibility|chance|risk|danger|prospect|likelihood|probability)\s+(?:(?:of|that)\s+[^.;:]{1,60}?\s)??(?:(?:still|also|always|nevertheless|nonetheless|does|therefore)\s+)*(?:exists?|remains?|arises?|persists?)(?=\s*(?:$|[.,;:]|that\b|of\b|for\b))|\b(?:degree|measure|element|amount|level)\s+of\s+(?:risk|probability|likelihood|possibility|danger)\s+(?:that|of)\b/gi,
    isExempt: isManaged,
  },
  // chances are that; the odds favour; odds are
  {
    words:
      /\b(?:the\s+)?(?:odds|chances)\s+(?:are|is|must\s+be|have\s+to\s+be)(?:,[^,]{1,60},)?\s+(?=that\b|(?!(?:that|not|very|quite|rather|now|still|about|roughly|around|some|between|set|\w+ly)\s)\p{L})/giu,
    isExempt: (own, start, end) => isMeasured(own, end) || isNoEvent(own, start, end),
  },
  {
    words:
      /\b(?:the\s+)?(?:odds|chances|probabilities)\s+(?:(?:heavily|strongly|slightly|still|now|clearly)\s+)?(?:favou?rs?|lie|tilt|point|lean|weigh)\b/gi,
    isExempt: isNoEvent,
  },
  // is a possibility; remains a live option for …
  {
    words:
      /\b(?:is|are|remains?|would\s+be|becomes?)\s+(?:\w+\s+){0,2}?(?:an?|one)\s+(?:[\w-]+,?\s+){0,3}?(?:possibility|risk|danger|prospect|eventuality)(?=\s*(?:$|[.,;:)–—]|(?:if|when|once|unless|until|before|after|in|by|this|next|over|during|and|but|as|while|through|within)\b))/gi,
  },
  {
    words:
      /\b(?:within|beyond|outside|inside)\s+the\s+(?:realms?|bounds?|range|limits)\s+of\s+(?:possibility|the\s+possible|probability)\b/gi,
  },
];

export const CHANCE_PHRASES: readonly ChancePhrase[] = PHRASES.map((phrase) => ({ needs: NEEDS, ...phrase }));

/** “The Good Prospect”, a ship: two capitals within the sentence. */
function isNamed(own: string, start: number, found: string): boolean {
  return (
    /\b(?:Chances?|Prospects?|Hope|Risks?|Dangers?|Odds|Possibilit(?:y|ies)|Potential)\b/.test(
      found.slice(1),
    ) &&
    start > 0 &&
    own !== own.toUpperCase()
  );
}

/** An opportunity, a phrase of another trade, or a degree that is given. */
export function isNoEvent(own: string, start: number, end: number): boolean {
  const found = own.slice(start, end);
  if (isNamed(own, start, found)) return true;
  if (/\d|\bper\s?cent\b|\bin[-\s](?:two|three|four|five|six|ten|\d)/i.test(found)) return true;
  if (
    /\brealistic\s+possibilit|\bremote\s+(?:chance|possibilit|prospect)|\broughly\s+even\b|\b(?:missed|last|second|third|fighting\s+for|job|career)\s+(?:chance|prospect|possibilit)/i.test(
      found,
    )
  )
    return true;
  if (isNumber(own, end) || /^\s+of\s+(?:about\s+|some\s+|around\s+)?\d/i.test(own.slice(end))) return true;
  if (/^\s+(?:ratios?|density|distribution|theory|weight|sample|functions?)\b/i.test(own.slice(end)))
    return true;
  if (/\b(?:low|high)-$/i.test(textBefore(own, start))) return true;
  if (/\beven\s+(?:chances?|odds)$/i.test(found) && isRoughly(own, start)) return true;
  if (/(?:chances?|prospects?)$/i.test(found) && wordAfter(own, end) === 'to') return true;
  if (new RegExp(`(?:${PERCENTAGE}|${RATIO})\\s*(?:\\(|\\bor\\s|,\\s*)?$`, 'i').test(textBefore(own, start)))
    return true;
  return /\b(?:gave|given|gives?|give|take|took|taken|seize|seized|get|got|offer|offers|offered|want|wants|miss|missed|saw|spotted)\s+(?:\S+\s+){0,3}$/i.test(
    textBefore(own, start),
  );
}

/** "Roughly even" and "roughly an even chance" are a term. */
function isRoughly(own: string, start: number): boolean {
  return /\broughly\s+(?:an\s+)?$/i.test(textBefore(own, start));
}

/** Risk as a thing of its own: insured, assessed, a register of it, to health; or in a number. */
function isManaged(own: string, start: number, end: number): boolean {
  const head = textBefore(own, start);
  if (/\bremote\b/i.test(own.slice(start, end)) || isNamed(own, start, own.slice(start, end))) return true;
  return (
    /\b(?:manag|assess|reduc|mitigat|lower|cut|hedg|insur|limit|spread|avoid|accept|bear|weigh|measur|calculat|warn|rais|increas)\p{L}*\s+(?:\S+\s+){0,3}$/iu.test(
      head,
    ) || isNumber(own, end)
  );
}

function isNumber(own: string, end: number): boolean {
  return new RegExp(
    `^\\s*(?:about\\s+|around\\s+|roughly\\s+|some\\s+)?(?:\\d|${CARDINAL}\\s+(?:in|to|per)\\b)`,
    'i',
  ).test(own.slice(end));
}

/** "The odds are low" is said by another expression. */
function isMeasured(own: string, end: number): boolean {
  return new RegExp(`^\\s*(?:${MEASURED}|roughly|even|as|more|less|better|worse|\\p{L}+er)\\b`, 'iu').test(
    own.slice(end),
  );
}
