import { type LikelihoodScale, shippedConventions } from '../../model/conventions/conventions.ts';
import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, overlaps, textBefore, wordAfter, wordBefore } from '../reading/mention.ts';
import { CARDINAL, cardinalValue } from './numerals.ts';
import { scaleTermsIn } from './scale-terms.ts';

/** A degree of likelihood in a sentence. */
export interface LikelihoodMention extends Mention {
  /** The term as in the scales; `undefined` for numbers. */
  readonly term: string | undefined;
  /** Its meaning on each scale that has it, or the numbers themselves; in percent. */
  readonly bands: readonly {
    readonly scale?: string;
    readonly low: number;
    readonly high: number;
  }[];
  /**
   * `event`: how likely something is. `attribute`: before a noun (the likely successor). `comparison`:
   * something is more, less or equally likely than another.
   */
  readonly use: 'event' | 'attribute' | 'comparison';
  /** Whether it is negated: "not likely". */
  readonly negated: boolean;
}

const CHANCE = '(?:chances?|possibility|likelihood|probability|prospects?|odds)';

/** A chance as a ratio or a decimal: one chance in four, nine times out of ten, a probability of 0.3. */
const RATIOS = [
  new RegExp(
    String.raw`\b(${CARDINAL})[\s-]+(?:chances?\s+)?(?:in|out\s+of)[\s-]+(?:every\s+|a[\s-]+)?(${CARDINAL}|hundred|thousand)[\s-]+(?:${CHANCE}|shot|likelihood)\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(${CARDINAL})\s+(?:chances?\s+(?:in|out\s+of)|times\s+out\s+of)\s+(?:every\s+|a\s+)?(${CARDINAL})\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:chances?|likelihood|probability|odds)(?:\s+(?:of|that|for)\s+[^.;:,]{1,60}?|\s+(?:here|now|then))?\s+(?:(?:is|are|at|of|as|stands?|stood|lies?|remains?|about|around|roughly|some|approximately|no\s+(?:better|more|worse)\s+than|better\s+than|less\s+than|more\s+than|put)\s+){1,4}(${CARDINAL})\s+(?:in|out\s+of)\s+(?:an?\s+|every\s+)?(${CARDINAL}|hundred|thousand)\b`,
    'gi',
  ),
];
/** Percentages in words: a ten per cent chance. */
const SPELT = [
  new RegExp(String.raw`\b([a-z]+(?:[-\s][a-z]+)?)\s+per\s?cent\s+(?:likely|probable|${CHANCE})\b`, 'gi'),
  /\b(?:chances?|likelihood|probability|odds)(?:\s+(?:of|that|for)\s+[^.;:,]{1,60}?)?\s+(?:is|are|at|of|as)\s+(?:(?:below|under|above|over|about|around|roughly|at\s+most|at\s+least|(?:no\s+)?(?:more|less|better|worse)\s+than)\s+)?([a-z]+(?:[-\s][a-z]+)?)\s+per\s?cent\b/gi,
];
const DECIMAL =
  /\b(?:likelihood|probability)(?:\s+(?:of|that|for)\s+[^.;:,]{1,60}?)?\s+(?:(?:is|at|of|as|stands?|lies?|about|around|roughly)\s+){1,3}(0?[.,]\d+)\b(?!\s*(?:%|per\s?cent))/gi;
/** Odds of two to one say either that it comes, or that it does not. */
const AGAINST = new RegExp(
  String.raw`\b(?:odds|chances)(?:\s+(?:of|that|for)\s+[^.;:,]{1,60}?)?\s+(?:(?:is|are|at|of|as|stand|about|around|roughly)\s+){1,3}(${CARDINAL})[\s-]to[\s-](${CARDINAL})\b`,
  'gi',
);

/** Each of the expressions above asks for one of these words: a sentence without them need not be looked at. */
const MAY_BE_RATIO = /chance|odds|possibility|prospect|probability|likelihood|times\s+out|shot|per\s?cent/i;

const TERM = new RegExp(
  [
    String.raw`almost\s+no\s+chance`,
    String.raw`roughly\s+(?:an\s+)?even\s+(?:chance|odds)`,
    String.raw`(?:(?:very|highly)\s+)?(?:un)?likely`,
    String.raw`(?:(?:very|highly)\s+)?(?:im)?probabl[ey]`,
    String.raw`(?:almost|nearly)\s+certain(?:ly)?`,
    String.raw`realistic\s+possibility`,
    String.raw`remote\s+${CHANCE}`,
  ]
    .map((source) => String.raw`\b${source}\b(?!-[a-z])`)
    .join('|'),
  'gi',
);

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const PERCENT = String.raw`(?:%|per\s?cent\b)`;
const RANGE = String.raw`(${NUMBER})\s*(?:${PERCENT})?(?:\s*(?:–|—|-|to|and)\s*(${NUMBER}))?\s*${PERCENT}`;
const NUMBERS = [
  new RegExp(String.raw`\b${RANGE}[\s-]+(?:likely|probable|${CHANCE})\b`, 'gi'),
  new RegExp(
    String.raw`\b(?:chances?|likelihood|probability|odds)(?:\s+(?:of|that|for)\s+[^.;:,]{1,60}?)?\s+(?:(?:is|are|at|of|as)\s+)+(?:(?:about|around|roughly|some|between|approximately|below|under|above|over|at\s+most|at\s+least|(?:no|not)\s+(?:more|less|better|worse)\s+than|less\s+than|more\s+than)\s+)?${RANGE}`,
    'gi',
  ),
];

/** Degrees in words that no scale has: they have no band. */
const LOOSE =
  /\b(?:high|low|strong|significant|great|good|small|slim)\s+(?:likelihood|probability)\b|\b(?:likelihood|probability)\b[^.;:]{0,60}?\b(?:is|are|remains?|stays?)\s+(?:\w+\s+)?(?:high|low|small|great|slim)\b/gi;

/** Before a term, these compare; they give no degree. */
const COMPARING = /^(?:more|most|less|least|as|equally|so|too|how|however)$/;
const DETERMINER =
  /^(?:the|an?|its|their|his|her|our|my|any|every|each|other|another|some|no|both|two|three|several|many|most|few|\p{L}+['’]s?)$/u;
const COPULA =
  /^(?:is|are|was|were|be|been|being|seems?|seemed|appears?|appeared|remains?|remained|becomes?|became|it|highly|very|not|now|still|also|all)$/;
/** Behind a term that says how likely an event is, no noun follows but one of these words. */
const NO_NOUN =
  /^(?:to|that|because|if|when|whether|in|by|at|on|as|and|or|but|nor|given|over|through|until|before|after|during|within|for|from|not|since|while|only|also|even|again|than|with|without|under|unless|once|should|would|will|it|they|he|she|we|this|these|those|too|enough|there|remains?|became?|is|are|was|were|be|been|being|have|has|had|came|come|going|both|either|now|still|already|amid|despite|due|though|although|where|which|who)$/;
/** Terms that stand before a noun as adjectives. */
const ADJECTIVE = /(?:likely|probable)$/i;
const NEGATION =
  /(?:\bnot|n['’]t|\bhardly|\bscarcely|\bnever|\bby\s+no\s+means|\bfar\s+from)\s+(?:at\s+all\s+|very\s+|so\s+|that\s+|really\s+|particularly\s+|especially\s+|terribly\s+|(?:be|seem|appear)\s+)*$/i;

/**
 * The degrees of likelihood in an English sentence: terms of the shipped scales and of the one in use, and
 * numbers stated as a chance. A term of the scale in use takes precedence.
 */
export function likelihoodMentions(own: string, scale?: LikelihoodScale): readonly LikelihoodMention[] {
  const found = mentionsIn(own);
  if (!scale?.isOwn) return found;
  return withTermsOf(scale, own, found);
}

/** A term in both keeps its grammar and takes its band from the scale in use. */
function withTermsOf(
  scale: LikelihoodScale,
  own: string,
  found: readonly LikelihoodMention[],
): readonly LikelihoodMention[] {
  const terms = scaleTermsIn(own, scale).map((term) => ({
    term,
    same: found.find(({ start, end }) => start === term.start && end === term.end),
  }));
  const others = found.filter((mention) => !terms.some(({ term }) => overlaps(term, mention)));
  const read = terms.map(({ term: { term, low, high, negated, start, end }, same }): LikelihoodMention => {
    const bands = [{ scale: scale.id, low, high }];
    return same
      ? { ...same, term, bands }
      : { ...mentionOf(own, start, end), term, bands, use: useOf(own, start, end, term), negated };
  });
  return [...others, ...read].sort((a, b) => a.start - b.start);
}

/** Cached: several rules ask about the same sentence. */
const mentionsIn = memoized(findMentions);

function findMentions(own: string): readonly LikelihoodMention[] {
  const numbers = NUMBERS.flatMap((expression) => [...own.matchAll(expression)]).map((match) => {
    const low = toNumber(match[1]);
    const high = match[2] === undefined ? low : toNumber(match[2]);
    return {
      ...mentionOf(own, match.index, match.index + match[0].length),
      term: undefined,
      bands: [match[2] === undefined ? bounded(match[0], low) : { low, high }],
      use: 'event' as const,
      negated: false,
    };
  });
  const ratios = MAY_BE_RATIO.test(own) ? ratiosIn(own, numbers) : [];
  const loose = [...own.matchAll(LOOSE)].map((match) => ({
    ...mentionOf(own, match.index, match.index + match[0].length),
    term: undefined,
    bands: [],
    use: 'event' as const,
    negated: false,
  }));
  const terms = [...own.matchAll(TERM)]
    .map((match) => readTerm(own, match.index, match[0]))
    .filter((mention) => ![...numbers, ...ratios].some((number) => overlaps(number, mention)));
  return [...numbers, ...ratios, ...loose, ...terms].sort((a, b) => a.start - b.start);
}

/** A number, or all that lies on the side of it that is said: "below 10 %", "no better than one in ten". */
function bounded(text: string, percent: number): { readonly low: number; readonly high: number } {
  if (
    /\b(?:below|under|at\s+most|less\s+than|no\s+(?:more|better)\s+than|not\s+(?:more|better)\s+than)\b/i.test(
      text,
    )
  )
    return { low: 0, high: percent };
  if (
    /\b(?:above|over|at\s+least|more\s+than|better\s+than|(?:no|not)\s+(?:less|worse)\s+than)\b/i.test(text)
  )
    return { low: percent, high: 100 };
  return { low: percent, high: percent };
}

function ratiosIn(own: string, known: readonly Mention[]): LikelihoodMention[] {
  const found: LikelihoodMention[] = [];
  const add = (match: RegExpExecArray, ...percents: readonly number[]) => {
    const mention = mentionOf(own, match.index, match.index + match[0].length);
    const isTaken = [...known, ...found].some((other) => overlaps(other, mention));
    if (isTaken || percents.some((percent) => !(percent >= 0 && percent <= 100))) return;
    const bands = percents.map((percent) => bounded(match[0], percent));
    found.push({ ...mention, term: undefined, bands, use: 'event', negated: false });
  };
  for (const expression of RATIOS)
    for (const match of own.matchAll(expression))
      add(match, (cardinalValue(match[1] ?? '') / cardinalValue(match[2] ?? '')) * 100);
  for (const match of SPELT.flatMap((expression) => [...own.matchAll(expression)]))
    add(match, cardinalValue((match[1] ?? '').replace(/^an?\s+/i, '')));
  for (const match of own.matchAll(DECIMAL)) add(match, toNumber(match[1]) * 100);
  for (const match of own.matchAll(AGAINST)) {
    const [first, second] = [cardinalValue(match[1] ?? ''), cardinalValue(match[2] ?? '')];
    add(match, (first / (first + second)) * 100, (second / (first + second)) * 100);
  }
  return found;
}

function readTerm(own: string, start: number, found: string): LikelihoodMention {
  const end = start + found.length;
  const written = found.toLowerCase().replace(/\s+/g, ' ');
  const term = canonical(written);
  return {
    ...mentionOf(own, start, end),
    term,
    bands: bandsOf(term),
    use: useOf(own, start, end, written),
    negated: NEGATION.test(textBefore(own, start)),
  };
}

function useOf(own: string, start: number, end: number, written: string): LikelihoodMention['use'] {
  const before = wordBefore(own, start);
  if (COMPARING.test(before)) return 'comparison';
  if (!ADJECTIVE.test(written)) return 'event';
  const after = wordAfter(own, end);
  if (after === '' || NO_NOUN.test(after)) return 'event';
  const opens = textBefore(own, start).trim() === '';
  // "Likely" may be an adverb before a verb; "probable" never is.
  const isAdjective = written.endsWith('probable') && !COPULA.test(before);
  return opens || isAdjective || DETERMINER.test(before) ? 'attribute' : 'event';
}

/** "Probably" is the term "probable"; "a remote possibility" is the term "remote". */
function canonical(written: string): string {
  if (written.startsWith('remote ') && written !== 'remote chance') return 'remote';
  return written
    .replace(/^roughly an /, 'roughly ')
    .replace(/probably$/, 'probable')
    .replace(/^nearly certainly$/, 'nearly certain');
}

/** A term on each scale that has it. "Remote chance" is the yardstick's; in ICD 203 the term is "remote". */
function bandsOf(term: string): LikelihoodMention['bands'] {
  return Object.values(shippedConventions.likelihood).flatMap(({ id, bands }) => {
    const own = id === 'icd-203' && term === 'remote chance' ? 'remote' : term;
    const band = bands.find(({ terms, forms }) => terms.includes(own) || forms?.includes(own));
    return band ? [{ scale: id, low: band.low, high: band.high }] : [];
  });
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}
