import { numericConfidence as mentions } from '../../prose/likelihood/numeric-confidence.ts';
import type { Rule } from '../rule.ts';
import { englishSentences } from '../wording.ts';

/** Confidence is low, moderate or high; only likelihood has numbers. */
export const numericConfidence: Rule = {
  id: 'numeric-confidence',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2); Scope note of the National Intelligence Estimates (2007)',
  why: 'A number for confidence reads as the odds of the event, and claims a precision that no source base gives.',
  examples: {
    breaks: { assessment: { bottomLine: 'We are 80 % confident that the fires will go on.' } },
    keeps: { assessment: { bottomLine: 'There is a 60–70 % chance that the fires will go on.' } },
  },
  check: ({ assessment }) =>
    [
      ...englishSentences(assessment, {
        candidate: /\bconfiden|\b(?:sure|certain|certainty)\b/i,
        reads: ({ kind, reported }) => !reported && kind !== 'note',
        finds: (own) => mentions(own).length > 0,
      }),
    ].flatMap(({ sentence: { own }, pointerAt }) =>
      mentions(own).map(({ text, start }) => ({
        pointer: pointerAt(start),
        message: `\`${text}\` gives confidence as a number.`,
        help: 'Write low, moderate or high confidence; if odds of the event are meant, say that it is likely or give a range.',
      })),
    ),
};
