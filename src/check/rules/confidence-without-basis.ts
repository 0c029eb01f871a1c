import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** Confidence states its basis. */
export const confidenceWithoutBasis: Rule = {
  id: 'confidence-without-basis',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2): explain the basis of uncertainty; PHIA analytical confidence rating',
  why: 'A level of confidence without its grounds asks the reader for trust instead of giving reasons.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires along the line will go on.',
            confidence: { level: 'moderate' },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires along the line will go on.',
            confidence: { level: 'moderate', basis: 'Two independent reports agree on the pattern.' },
          },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    assessment.judgments.flatMap(({ id, confidence }, index) =>
      confidence === undefined || hasText(confidence.basis)
        ? []
        : {
            pointer: toPointer(['judgments', index, 'confidence']),
            message: `\`${id}\` is held with \`${confidence.level}\` confidence, but nothing says why.`,
            help: 'Say in `basis` what the confidence rests on: sources, how they agree, what is missing.',
          },
    ),
};

function hasText(prose: string | readonly string[] | undefined): boolean {
  return [prose ?? ''].flat().join('').trim() !== '';
}
