import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { type HedgedTerm, hedgedTerms } from '../../prose/likelihood/hedged-terms.ts';
import { scaleTermsIn } from '../../prose/likelihood/scale-terms.ts';
import { isReported } from '../../prose/wording/reported.ts';
import type { Rule } from '../rule.ts';
import { ASSERTED, englishSentences } from '../wording.ts';

const CANDIDATE =
  /\b(?:likely|unlikely|probabl[ey]|improbabl[ey]|certain(?:ly)?|sure(?:ly)?|assuredly|definitely|possibl[ey]|possibility|chances?|odds|prospects?|likelihood|conceivabl[ey]|plausible|may|might|could|perhaps|maybe|potentially|(?:seems?|appears?)\s+to\s+(?:suggest|hint|imply)|(?:seem|appear)\s+to\s+(?:suggest|indicate|imply|hint|point|signal))\b/i;

const HELP: Readonly<Record<HedgedTerm['kind'], string>> = {
  hedged: 'Take a term of the scale as it stands; the next one up or down is there for what is more or less.',
  negated: 'Take the term of the scale for the opposite.',
  stacked: 'One hedge is enough: take a term of the scale.',
};

/** Likelihood terms have no hedge of their own, and hedges are not stacked. */
export const hedgedTerm: Rule = {
  id: 'hedged-term',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'A term means a band of odds; “quite likely” means none, and “could potentially” hedges twice.',
  examples: {
    breaks: { assessment: { bottomLine: 'Further fires are quite likely.' } },
    keeps: { assessment: { bottomLine: 'Further fires are likely, but less likely than last year.' } },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return [
      ...englishSentences(assessment, {
        candidate: CANDIDATE,
        reads: ({ kind }) => ASSERTED.has(kind),
        finds: (own) => assertedIn(own, scale).length > 0,
      }),
    ].flatMap(({ sentence: { own }, pointerAt }) =>
      assertedIn(own, scale).map(({ text, start, kind }) => ({
        pointer: pointerAt(start),
        message: `\`${text}\` is not a term of the scale.`,
        help: HELP[kind],
      })),
    );
  },
};

/** Hedged terms in the analyst's own words, unless the whole phrase is a term of the scale. */
function assertedIn(own: string, scale: LikelihoodScale): HedgedTerm[] {
  const terms = hedgedTerms(own).filter(({ start }) => !isReported(own, start));
  const scaled = terms.length > 0 ? scaleTermsIn(own, scale) : [];
  return terms.filter((term) => !scaled.some(({ start, end }) => start <= term.start && end >= term.end));
}
