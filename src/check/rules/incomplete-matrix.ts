import { matrixWarnings, rowOf } from '../matrix-warnings.ts';
import type { Rule } from '../rule.ts';

/** Every row of the matrix rates every hypothesis. */
export const incompleteMatrix: Rule = {
  id: 'incomplete-matrix',
  category: 'argument',
  severity: 'warning',
  source: 'Heuer 1999, ch. 8, step 3: the matrix is worked across',
  why: 'An empty cell counts as not applicable, so that a hypothesis nobody rated takes the lead.',
  examples: {
    breaks: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'The fires were set.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { faults: 'I' } }],
      },
    },
    keeps: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'The fires were set.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { arson: 'CC', faults: 'I' } }],
      },
    },
  },
  check: ({ assessment, resolved }) =>
    matrixWarnings(resolved, 'incomplete').map(({ evidence, hypotheses }) => {
      const open = hypotheses.map((id) => `\`${id}\``).join(', ');
      return {
        pointer: `${rowOf(assessment, evidence)}/ratings`,
        message: `The row of \`${evidence}\` does not rate ${open}.`,
        help: 'Rate every hypothesis: CC, C, N, I or II, or NA where the item says nothing of it.',
      };
    }),
};
