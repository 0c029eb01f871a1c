import { forecastsOf } from '../../derive/analysis/forecasts.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A judgment whose horizon has passed is resolved. */
export const overdueForecast: Rule = {
  id: 'overdue-forecast',
  category: 'change',
  severity: 'note',
  source: 'ICD 203 D.6.e(8): accurate judgments, which only outcomes can show',
  why: 'Nobody learns how good forecasts are unless they are compared with what happened.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            horizon: '2025-03-31',
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
            horizon: '2025-03-31',
            evidence: ['four-fires'],
            resolution: { outcome: true, on: '2025-03-12' },
          },
        ],
      },
    },
  },
  check: ({ assessment, resolved, today }) => {
    if (assessment.status === 'superseded') return [];
    const overdue = new Set(forecastsOf(resolved).overdue(today));
    return assessment.judgments.flatMap(({ id, horizon }, index) =>
      overdue.has(id)
        ? {
            pointer: toPointer(['judgments', index, 'horizon']),
            message: `The horizon of \`${id}\` (\`${horizon}\`) has passed, and nobody has said what came of it.`,
            help: 'Say under `resolution` whether it came true.',
          }
        : [],
    );
  },
};
