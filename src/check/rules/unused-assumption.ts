import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { usedIds } from '../used-ids.ts';

/** Every assumption is named by a judgment. */
export const unusedAssumption: Rule = {
  id: 'unused-assumption',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(3): assumptions are tied to the judgments that rest on them',
  why: 'A reader has to see which judgments fall when an assumption does.',
  examples: {
    breaks: {
      assessment: { assumptions: [{ id: 'same-hand', statement: 'One group set all four fires.' }] },
    },
    keeps: {
      assessment: {
        assumptions: [{ id: 'same-hand', statement: 'One group set all four fires.' }],
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            evidence: ['four-fires'],
            assumptions: ['same-hand'],
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const used = usedIds(assessment, 'assumptions');
    return (assessment.assumptions ?? []).flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : {
            pointer: toPointer(['assumptions', index]),
            message: `No judgment names the assumption \`${id}\`.`,
            help: 'Name it under `assumptions` of the judgments that rest on it, or remove it.',
          },
    );
  },
};
