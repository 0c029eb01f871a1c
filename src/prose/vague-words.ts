import { type Mention, mentionOf, overlaps, wordAfter, wordBefore } from './context.ts';
import { hedgedTerms } from './hedged-terms.ts';
import { isNoModal } from './modals.ts';
import { isPossibleOfNoEvent } from './possible.ts';

/** A word that leaves open how likely something is. */
export interface VagueWord extends Mention {
  /** `open`: "we cannot rule out", which is sanctioned for remote but consequential events. */
  readonly kind: 'vague' | 'open';
}

const SIZE =
  '(?:significant|real|good|serious|fair|strong|distinct|reasonable|slight|slim|small|high|low|big|outside|fighting|sporting|substantial|considerable|credible|genuine|decent|definite|non-negligible|negligible|growing|rising|increasing|limited|greater|great|excellent|better[\\s-]than[\\s-]even|reasonably\\s+good|very\\s+good|very\\s+real|fairly\\s+good)';
const CHANCE = '(?:chance|possibility|likelihood|probability|prospect)';

interface Pattern {
  readonly words: RegExp;
  readonly isExcepted?: (own: string, start: number, end: number) => boolean;
  readonly kind?: VagueWord['kind'];
}

const PATTERNS: readonly Pattern[] = [
  {
    words:
      /\b(?:can(?:\s*not|['’]t)|can\s+neither|could\s+not|couldn['’]t|unable\s+to|not\s+possible\s+to|impossible\s+to|nor\s+can\s+\w+|should\s+not|(?:is|are)\s+not\s+to)\s+(?:\w+\s+){0,4}?(?:be\s+)?(?:ruled?\s+out|excluded?|discount(?:ed)?)\b(?!\s+from)/gi,
    kind: 'open',
  },
  { words: /\b(?:may|might|could)\b/g, isExcepted: isNoModal },
  { words: /^\s*(?:Might|Could)\b/g, isExcepted: isNoModal },
  { words: /\bpossible\b/gi, isExcepted: isPossibleOfNoEvent },
  {
    words: /\bpossibly\b/gi,
    isExcepted: (own, start) => /\b(?:can|could|cannot|n['’]t|not)\s+$/i.test(own.slice(0, start)),
  },
  { words: /\bpotentially\b/gi },
  { words: /\b(?:perhaps|maybe)\b/gi, isExcepted: isEstimate },
  { words: /\bconceivabl[ey]\b/gi, isExcepted: (own, start) => wordBefore(own, start) === 'every' },
  { words: new RegExp(`\\b${SIZE}\\s+${CHANCE}\\b`, 'gi'), isExcepted: isOpportunity },
  {
    words: new RegExp(
      `\\b(?:there\\s+(?:is|are|remains?|exists?)|has|have|stands?|sees?|see)\\s+(?:still\\s+|also\\s+|always\\s+)?(?:an?|some|every)\\s+${CHANCE}\\b`,
      'gi',
    ),
    isExcepted: isOpportunity,
  },
  { words: /\b(?:50\s*[-–/:]\s*50|fifty[-\s–]fifty|coin[\s-](?:toss|flip)|toss-?up)\b/gi },
  {
    words: /\beven\s+(?:chances?|odds)\b/gi,
    isExcepted: (own, start) => wordBefore(own, start) === 'roughly',
  },
];

/** What `vagueWords` may find something in. */
export const VAGUE_CANDIDATE =
  /\b(?:may|might|could|possibl[ey]|potentially|perhaps|maybe|conceivabl[ey]|chances?|odds|possibility|likelihood|probability|prospect|50\s*[-–/:]\s*50|fifty|coin|toss-?up|rul(?:ed?|ing)\s+out|exclud(?:ed?|ing)|discount(?:ed)?)\b/i;

/** The vague words of a sentence. A stacked hedge ("may well") is one fault, and found by `hedgedTerms`. */
export function vagueWords(own: string): VagueWord[] {
  const hedged = hedgedTerms(own);
  const found: VagueWord[] = [];
  for (const { words, isExcepted, kind = 'vague' } of PATTERNS) {
    for (const { 0: written, index } of own.matchAll(words)) {
      const start = index + written.length - written.trimStart().length;
      const end = index + written.length;
      const mention = { ...mentionOf(own, start, end), kind };
      const isTaken = [...hedged, ...found].some((other) => overlaps(other, mention));
      if (!isTaken && !isExcepted?.(own, start, end)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "Perhaps 200 fighters" estimates a number. */
function isEstimate(own: string, _start: number, end: number): boolean {
  return /^\s+(?:as\s+(?:many|few|much|little)\s+as\s+|some\s+|about\s+|half|an?\s+(?:dozen|hundred|thousand|third|quarter|half)|\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|several|dozens|hundreds|thousands|tens)\b)/i.test(
    own.slice(end),
  );
}

/** "A good chance to regroup" is an opportunity, and so is a chance taken; a number of percent says what is meant. */
function isOpportunity(own: string, start: number, end: number): boolean {
  if (wordAfter(own, end) === 'to') return true;
  if (/\b(?:low|high)-$/i.test(own.slice(0, start))) return true;
  if (/\d\s*(?:%|per\s?cent)\s*(?:\(|$)/i.test(own.slice(Math.max(0, start - 20), start))) return true;
  return /\b(?:gave|given|gives?|give|take|took|taken|seize|seized|get|got|offer|offers|offered|want|wants)\s+(?:\S+\s+){0,3}$/i.test(
    own.slice(Math.max(0, start - 60), start),
  );
}
