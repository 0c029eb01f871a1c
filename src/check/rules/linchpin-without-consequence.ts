import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A linchpin assumption says what follows if it is wrong. */
export const linchpinWithoutConsequence: Rule = {
  id: 'linchpin-without-consequence',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(3): linchpin assumptions are stated, and what follows if they are wrong',
  why: 'A linchpin holds the argument together: a reader has to know what falls when it breaks.',
  examples: {
    breaks: {
      assessment: {
        assumptions: [{ id: 'same-hand', statement: 'One group set all four fires.', linchpin: true }],
      },
    },
    keeps: {
      assessment: {
        assumptions: [
          {
            id: 'same-hand',
            statement: 'One group set all four fires.',
            linchpin: true,
            ifWrong: 'The pattern is chance, and no more fires are to be expected than before.',
          },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    (assessment.assumptions ?? []).flatMap(({ id, linchpin, ifWrong }, index) =>
      !linchpin || ifWrong !== undefined
        ? []
        : {
            pointer: toPointer(['assumptions', index]),
            message: `The linchpin \`${id}\` does not say what follows if it is wrong.`,
            help: 'Say it under `ifWrong`.',
          },
    ),
};
