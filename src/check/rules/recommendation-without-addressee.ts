import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A recommendation says who should act. */
export const recommendationWithoutAddressee: Rule = {
  id: 'recommendation-without-addressee',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(5): relevance to the customer',
  why: 'What everybody should do, nobody does.',
  examples: {
    breaks: {
      assessment: {
        recommendations: [{ id: 'guard', action: 'Guard the cabinets.', judgments: ['fires-continue'] }],
      },
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
    (assessment.recommendations ?? []).flatMap(({ id, to }, index) =>
      [to ?? []].flat().length > 0
        ? []
        : {
            pointer: toPointer(['recommendations', index]),
            message: `The recommendation \`${id}\` does not say who should act.`,
            help: 'Name the addressee under `to`.',
          },
    ),
};
