import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** Every source has a reliability grade; F if it cannot be judged. */
export const ungradedSource: Rule = {
  id: 'ungraded-source',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(1); ICD 206; Admiralty system',
  why: 'Without a grade a reader cannot tell a proven source from a rumour.',
  examples: {
    breaks: { assessment: { sources: [{ id: 'rail-authority', csl: { type: 'report' } }] } },
    keeps: { assessment: { sources: [{ id: 'rail-authority', csl: { type: 'report' }, reliability: 'F' }] } },
  },
  check: ({ assessment }) =>
    (assessment.sources ?? []).flatMap(({ id, ref, reliability }, index) =>
      reliability !== undefined
        ? []
        : {
            pointer: toPointer(['sources', index]),
            message: `The source \`${id ?? ref}\` has no \`reliability\`.`,
            help: 'Give A (completely reliable) to E (unreliable), or F when it cannot be judged.',
          },
    ),
};
