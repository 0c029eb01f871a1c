import { toPointer } from '../../model/pointer.ts';
import { matrixWarnings } from '../matrix-warnings.ts';
import type { Rule } from '../rule.ts';

/** The leading hypothesis leads because evidence fits it, not because little evidence bears on it. */
export const vagueHypothesis: Rule = {
  id: 'vague-hypothesis',
  category: 'argument',
  severity: 'warning',
  source:
    'Mandel et al. 2018: a vague hypothesis that nothing contradicts beats a rich one with one contradiction',
  why: 'Only inconsistencies count, so a hypothesis that most of the evidence does not bear on wins by default.',
  examples: {
    breaks: {
      assessment: {
        hypotheses: [
          { id: 'someone', statement: 'Somebody did it.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [
          { evidence: 'four-fires', ratings: { someone: 'N', faults: 'I' } },
          { evidence: 'two-arrests', ratings: { someone: 'NA', faults: 'I' } },
        ],
      },
    },
    keeps: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'Two paid men set the fires.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [
          { evidence: 'four-fires', ratings: { arson: 'C', faults: 'I' } },
          { evidence: 'two-arrests', ratings: { arson: 'CC', faults: 'I' } },
        ],
      },
    },
  },
  check: ({ assessment, resolved }) =>
    matrixWarnings(resolved, 'vague').map(({ hypothesis }) => {
      const index = (assessment.hypotheses ?? []).findIndex(({ id }) => id === hypothesis);
      return {
        pointer: toPointer(['hypotheses', index]),
        message: `\`${hypothesis}\` leads, but most of the evidence has no bearing on it (N or NA).`,
        help: 'Say more exactly what it claims, so that the evidence can speak against it.',
      };
    }),
};
