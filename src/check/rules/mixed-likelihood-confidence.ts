import { confidenceMentions } from '../../prose/likelihood/confidence-mentions.ts';
import { likelihoodMentions } from '../../prose/likelihood/likelihood-mentions.ts';
import type { ProseKind } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { ASSERTED, englishSentences } from '../wording.ts';

const READ: ReadonlySet<ProseKind> = new Set([
  ...ASSERTED,
  'basis',
  'would-change',
  'description',
  'recommendation',
]);

/** A sentence says how likely something is, or how confident we are, but not both. */
export const mixedLikelihoodConfidence: Rule = {
  id: 'mixed-likelihood-confidence',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(b)',
  why: 'Confidence is about our grounds, likelihood about the world: in one sentence, readers confuse the two.',
  examples: {
    breaks: { assessment: { bottomLine: 'We have high confidence that further fires are likely.' } },
    keeps: {
      assessment: { bottomLine: 'Further fires are likely. We have high confidence in this judgment.' },
    },
  },
  check: ({ assessment }) =>
    [
      ...englishSentences(assessment, {
        candidate: /\bconfiden/i,
        reads: ({ kind }) => READ.has(kind),
        finds: (own) => confidenceMentions(own).length > 0 && likelihoodMentions(own).length > 0,
      }),
    ].flatMap(({ field, sentence: { own }, pointerAt }) => {
      const [confidence] = confidenceMentions(own);
      const likelihood = likelihoodMentions(own).find(({ start }) => !/\bhow\s+$/i.test(own.slice(0, start)));
      if (confidence === undefined || likelihood === undefined) return [];
      // A basis is about confidence: naming a likely event there is no mixture, unless confidence is stated of
      // it.
      if (field.kind === 'basis' && !/\bconfiden(?:ce|t)\s+that\b/i.test(own)) return [];
      return {
        pointer: pointerAt(likelihood.start),
        message: `\`${confidence.text}\` and \`${likelihood.text}\` stand in one sentence.`,
        help: 'Say how likely it is in one sentence, and how confident you are in another, or in `confidence`.',
      };
    }),
};
