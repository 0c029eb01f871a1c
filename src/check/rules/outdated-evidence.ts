import { chainOf } from '../../derive/analysis/chain.ts';
import { toPointer } from '../../model/pointer.ts';
import { lastDay } from '../days.ts';
import type { Rule } from '../rule.ts';

/** Evidence up to a year old is never too old. */
const A_YEAR = 366;

/** Evidence may be twice as old as the time the judgment looks ahead. */
const TIMES_AHEAD = 2;

/** The newest evidence for a forecast is recent enough for how far the forecast looks ahead. */
export const outdatedEvidence: Rule = {
  id: 'outdated-evidence',
  category: 'sourcing',
  severity: 'warning',
  source:
    'ICD 206: age and currency of sources. The limit (a year, or twice the time ahead) is a convention of this program',
  why: 'What was true years ago says little about the next months.',
  examples: {
    breaks: {
      assessment: {
        evidence: [
          {
            id: 'four-fires',
            statement: 'Four cabinets burned.',
            date: '2021-03',
            citations: [{ source: 'rail-authority', credibility: 2 }],
          },
        ],
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            horizon: '2025-12-31',
            evidence: ['four-fires'],
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            horizon: '2025-12-31',
            evidence: ['four-fires'],
          },
        ],
      },
    },
  },
  check: ({ assessment, resolved }) => {
    const cutOff = lastDay(assessment.asOf);
    if (cutOff === undefined) return [];
    return assessment.judgments.flatMap((judgment, index) => {
      const until = lastDay(judgment.horizon);
      const newest = chainOf(judgment, resolved).dates.newest;
      const last = lastDay(newest);
      if (until === undefined || until <= cutOff || last === undefined || newest === undefined) return [];
      if (cutOff - last <= Math.max(A_YEAR, TIMES_AHEAD * (until - cutOff))) return [];
      return {
        pointer: toPointer(['judgments', index, 'evidence']),
        message: `The newest evidence behind \`${judgment.id}\` is of \`${newest}\`, too old for a judgment up to \`${judgment.horizon}\`.`,
        help: 'Find newer evidence, or say in an exception why nothing has changed since.',
      };
    });
  },
};
