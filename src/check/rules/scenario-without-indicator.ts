import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** Every scenario has an indicator by which it would be recognised. */
export const scenarioWithoutIndicator: Rule = {
  id: 'scenario-without-indicator',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(3) and (4): indicators that would alter a judgment',
  why: 'A scenario that nobody can see coming is of no use to those who must prepare for it.',
  examples: {
    breaks: { assessment: { scenarios: [{ id: 'spread', title: 'The fires spread' }] } },
    keeps: {
      assessment: {
        scenarios: [{ id: 'spread', title: 'The fires spread', indicators: ['south'] }],
        indicators: [
          { id: 'south', statement: 'A fire south of the river.', observes: ['scenarios/spread'] },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const observed = new Set(
      (assessment.indicators ?? []).flatMap(({ observes }) => [observes ?? []].flat()),
    );
    return (assessment.scenarios ?? []).flatMap(({ id, indicators = [] }, index) =>
      indicators.length > 0 || observed.has(`scenarios/${id}`)
        ? []
        : {
            pointer: toPointer(['scenarios', index]),
            message: `The scenario \`${id}\` has no indicator.`,
            help: 'Name under `indicators` what would be seen if it came about.',
          },
    );
  },
};
