import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A judgment names the evidence it rests on. */
export const judgmentWithoutEvidence: Rule = {
  id: 'judgment-without-evidence',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(1); ICD 206: a source reference where a judgment depends on a source',
  why: 'A judgment without evidence looks the same as an opinion, and nobody can see what would overturn it.',
  examples: {
    breaks: { assessment: { judgments: [{ id: 'fires-continue', statement: 'Fires will go on.' }] } },
    keeps: {
      assessment: {
        judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', evidence: ['four-fires'] }],
      },
    },
  },
  check: ({ assessment }) =>
    assessment.judgments.flatMap(({ id, evidence = [] }, index) =>
      evidence.length > 0
        ? []
        : {
            pointer: toPointer(['judgments', index]),
            message: `The judgment \`${id}\` names no evidence.`,
            help: 'Name under `evidence` what it rests on; if it is a premise, make it an assumption.',
          },
    ),
};
