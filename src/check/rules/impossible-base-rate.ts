import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A base rate has no more occurrences than cases. */
export const impossibleBaseRate: Rule = {
  id: 'impossible-base-rate',
  category: 'integrity',
  severity: 'error',
  source: 'a principle of threat-memo: every number is true to the file',
  why: 'The memo would print a share of more than 100 %.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires',
            statement: 'Fires will go on.',
            baseRate: { event: 'series that went on', count: 13, of: 12 },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires',
            statement: 'Fires will go on.',
            baseRate: { event: 'series that went on', count: 3, of: 12 },
          },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    assessment.judgments.flatMap(({ baseRate }, index) =>
      baseRate && baseRate.count > baseRate.of
        ? [
            {
              pointer: toPointer(['judgments', index, 'baseRate', 'count']),
              message: `${baseRate.count} of ${baseRate.of} is more than all of them.`,
              help: '`count` says in how many cases it happened, `of` how many cases there were.',
            },
          ]
        : [],
    ),
};
