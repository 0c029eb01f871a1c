import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** An indicator observes something. */
export const idleIndicator: Rule = {
  id: 'idle-indicator',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(3): indicators are tied to the judgments they would alter',
  why: 'A sign that points at nothing is watched in vain: nobody knows what to conclude when it appears.',
  examples: {
    breaks: { assessment: { indicators: [{ id: 'south', statement: 'A fire south of the river.' }] } },
    keeps: {
      assessment: {
        indicators: [
          { id: 'south', statement: 'A fire south of the river.', observes: ['judgments/fires-continue'] },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const listed = new Set((assessment.scenarios ?? []).flatMap(({ indicators = [] }) => indicators));
    return (assessment.indicators ?? []).flatMap(({ id, observes }, index) =>
      listed.has(id) || [observes ?? []].flat().length > 0
        ? []
        : {
            pointer: toPointer(['indicators', index]),
            message: `The indicator \`${id}\` observes nothing.`,
            help: 'Name under `observes` the judgments, scenarios or actors that it tells of.',
          },
    );
  },
};
