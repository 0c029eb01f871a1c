import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A recommendation follows from a judgment. */
export const recommendationWithoutJudgment: Rule = {
  id: 'recommendation-without-judgment',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): clear and logical argument',
  why: 'Without a judgment behind it, a reader cannot tell whether the advice still holds.',
  examples: {
    breaks: {
      assessment: { recommendations: [{ id: 'guard', to: 'Rail Authority', action: 'Guard the cabinets.' }] },
    },
    keeps: {
      assessment: {
        recommendations: [
          { id: 'guard', to: 'Rail Authority', action: 'Guard the cabinets.', judgments: ['fires-continue'] },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    (assessment.recommendations ?? []).flatMap(({ id, judgments = [] }, index) =>
      judgments.length > 0
        ? []
        : {
            pointer: toPointer(['recommendations', index]),
            message: `No judgment stands behind the recommendation \`${id}\`.`,
            help: 'Name under `judgments` what it follows from.',
          },
    ),
};
