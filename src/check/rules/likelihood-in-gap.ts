import { termOfRange } from '../../derive/analysis/likelihood.ts';
import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import { likelihoodsOf } from '../likelihood-rows.ts';
import type { Rule } from '../rule.ts';

/** A probability range corresponds to one term of the declared scale. */
export const likelihoodInGap: Rule = {
  id: 'likelihood-in-gap',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'A range that no term covers is printed as bare numbers, and readers choose their own word for it.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', likelihood: { range: [0.4, 0.7] } },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', likelihood: { range: [0.55, 0.7] } },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return likelihoodsOf(assessment).flatMap(({ likelihood: { range }, parts }) => {
      const [low, high] = (range ?? []).map((share) => Math.round(share * 1000) / 10);
      if (low === undefined || high === undefined || low > high) return [];
      const lookup = termOfRange(scale, low, high);
      if (lookup.kind === 'term') return [];
      return {
        pointer: toPointer([...parts, 'range']),
        message: `${inWords(low, high)} ${WHERE[lookup.kind]} of ${scale.title}.`,
        help: `Nearest bands: ${bandsNear(scale, low, high)}.`,
      };
    });
  },
};

const WHERE = {
  gap: 'lies in a gap between the bands',
  boundary: 'lies on the edge of the bands',
  spans: 'reaches beyond one band',
} as const;

function inWords(low: number, high: number): string {
  return low === high ? `\`${low} %\`` : `\`${low}–${high} %\``;
}

/** The bands a range touches, and the nearest one on either side. */
function bandsNear({ bands }: LikelihoodScale, low: number, high: number): string {
  const first = bands.findLastIndex((band) => band.low <= low);
  const last = bands.findIndex((band) => band.high >= high);
  return bands
    .slice(Math.max(0, first), (last < 0 ? bands.length : last) + 1)
    .map((band) => `${band.terms.join(' or ')} (${band.low}–${band.high} %)`)
    .join('; ');
}
