import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** In percentage points: how far outside the band a base rate may lie before a reader wants an explanation. */
const FAR = 15;

/** A likelihood far from the base rate needs a reason. */
export const farFromBaseRate: Rule = {
  id: 'far-from-base-rate',
  category: 'uncertainty',
  severity: 'warning',
  source:
    'ICD 203 D.6.e(6), clear and logical argumentation; Kahneman and Tversky 1973 on neglect of base rates',
  why: 'What usually happens is the best guess until something sets this case apart.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires along the line will go on.',
            likelihood: { term: 'very likely' },
            baseRate: { event: 'series of fires that went on for a year', count: 3, of: 12 },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires along the line will go on.',
            likelihood: { term: 'very likely' },
            baseRate: {
              event: 'series of fires that went on for a year',
              count: 3,
              of: 12,
              note: 'None of the earlier series was paid for.',
            },
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return assessment.judgments.flatMap(({ likelihood, baseRate }, index) => {
      if (!baseRate || !likelihood || baseRate.note !== undefined) return [];
      const band = viewLikelihood(scale, likelihood);
      const rate = (100 * baseRate.count) / baseRate.of;
      const away = band ? Math.max(band.low - rate, rate - band.high) : 0;
      if (away <= FAR) return [];
      return [
        {
          pointer: toPointer(['judgments', index, 'baseRate']),
          message: `The base rate is ${Math.round(rate)} %, ${Math.round(away)} points from the likelihood of the judgment, and nothing says what sets this case apart.`,
          help: 'Say it in `note` of the base rate, move the likelihood, or take a reference class that fits.',
        },
      ];
    });
  },
};
