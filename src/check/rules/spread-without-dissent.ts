import { termOfPercent, viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** Estimates further apart than neighbouring bands are a disagreement that the reader must be told about. */
export const spreadWithoutDissent: Rule = {
  id: 'spread-without-dissent',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(4), analysis of alternatives',
  why: 'A judgment whose authors do not agree reads as if they did.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires along the line will go on.',
            estimates: [
              { by: 'A', likelihood: { range: [0.7, 0.7] } },
              { by: 'B', likelihood: { range: [0.3, 0.3] } },
            ],
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
            estimates: [
              { by: 'A', likelihood: { range: [0.7, 0.7] } },
              { by: 'B', likelihood: { range: [0.3, 0.3] } },
            ],
            dissents: [{ by: 'B', statement: 'Fires along the line will stop.' }],
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return assessment.judgments.flatMap(({ estimates = [], dissents = [] }, index) => {
      if (dissents.length > 0) return [];
      const bands = estimates.flatMap(({ likelihood }) => bandOf(likelihood, scale) ?? []);
      const apart = Math.max(...bands) - Math.min(...bands);
      if (bands.length < 2 || apart < 2) return [];
      return [
        {
          pointer: toPointer(['judgments', index, 'estimates']),
          message: `The estimates lie ${apart} bands apart, and no dissent says what those hold who do not share the judgment.`,
          help: 'Add `dissents` with who holds what, and why; or settle it and write the estimates anew.',
        },
      ];
    });
  },
};

/**
 * Index of the band with the midpoint of a likelihood; an edge belongs to the lower band, a gap to the band
 * below it.
 */
function bandOf(likelihood: Likelihood, scale: LikelihoodScale): number | undefined {
  const view = viewLikelihood(scale, likelihood);
  if (!view) return undefined;
  const middle = (view.low + view.high) / 2;
  const found = termOfPercent(scale, middle);
  if (found.kind === 'term') return scale.bands.indexOf(found.band);
  return Math.max(
    0,
    scale.bands.findLastIndex(({ low }) => low < middle),
  );
}
