import { matrixWarnings, rowOf } from '../matrix-warnings.ts';
import type { Rule } from '../rule.ts';

/** A row of the matrix separates hypotheses. */
export const undiagnosticRow: Rule = {
  id: 'undiagnostic-row',
  category: 'argument',
  severity: 'warning',
  source:
    'Heuer 1999, ch. 8, steps 3 and 4: evidence that is consistent with every hypothesis is not diagnostic',
  why: 'An item that fits every hypothesis alike says nothing about which is right, and only lengthens the table.',
  examples: {
    breaks: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'The fires were set.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { arson: 'C', faults: 'C' } }],
      },
    },
    keeps: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'The fires were set.' },
          { id: 'faults', statement: 'The wiring failed.' },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { arson: 'C', faults: 'I' } }],
      },
    },
  },
  check: ({ assessment, resolved }) =>
    matrixWarnings(resolved, 'not-diagnostic').map(({ evidence }) => ({
      pointer: rowOf(assessment, evidence),
      message: `The row of \`${evidence}\` rates every hypothesis alike: it separates none.`,
      help: 'Rate it again, looking for what the hypotheses would lead you to expect, or take the row out.',
    })),
};
