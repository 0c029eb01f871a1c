import type { Rule } from '../rule.ts';

/** A hypothesis competes with another. */
export const loneHypothesis: Rule = {
  id: 'lone-hypothesis',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(4); Heuer 1999, ch. 8, step 1: identify the possible hypotheses',
  why: 'A hypothesis without a rival is not tested: it is only illustrated.',
  examples: {
    breaks: { assessment: { hypotheses: [{ id: 'arson', statement: 'The fires were set.' }] } },
    keeps: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'The fires were set.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    assessment.hypotheses?.length === 1
      ? [
          {
            pointer: '/hypotheses/0',
            message: `\`${assessment.hypotheses[0]?.id}\` is the only hypothesis.`,
            help: 'Add what else could explain the evidence, or make it a judgment.',
          },
        ]
      : [],
};
