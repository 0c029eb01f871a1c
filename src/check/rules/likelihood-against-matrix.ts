import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { sensitivityOf } from '../../derive/analysis/sensitivity.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** The hypothesis with the least evidence against it is not declared less likely than the others. */
export const likelihoodAgainstMatrix: Rule = {
  id: 'likelihood-against-matrix',
  category: 'argument',
  severity: 'warning',
  source:
    'Heuer 1999, ch. 8, steps 5 and 7: conclusions by disproving; report the relative likelihood of all hypotheses',
  why: 'The memo prints the matrix and the likelihood side by side: where they disagree, one of them is not what the authors think.',
  examples: {
    breaks: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'Two paid men set the fires.', likelihood: { term: 'very unlikely' } },
          { id: 'faults', statement: 'The wiring failed.', likelihood: { term: 'very likely' } },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { arson: 'C', faults: 'II' } }],
      },
    },
    keeps: {
      assessment: {
        hypotheses: [
          { id: 'arson', statement: 'Two paid men set the fires.', likelihood: { term: 'very likely' } },
          { id: 'faults', statement: 'The wiring failed.', likelihood: { term: 'very unlikely' } },
        ],
        matrix: [{ evidence: 'four-fires', ratings: { arson: 'C', faults: 'II' } }],
      },
    },
  },
  check: ({ assessment, resolved }) => {
    const { hypotheses = [] } = assessment;
    const leaders = sensitivityOf(resolved)?.leaders ?? [];
    if (hypotheses.length < 2 || leaders.length === hypotheses.length) return [];
    const scale = likelihoodScaleOf(assessment);
    const views = hypotheses.map(({ id, likelihood }) => ({
      id,
      view: likelihood && viewLikelihood(scale, likelihood),
    }));
    return views.flatMap(({ id, view }, index) => {
      if (!view || !leaders.includes(id)) return [];
      const likelier = views.find(
        (other) => !leaders.includes(other.id) && other.view !== undefined && other.view.low >= view.high,
      );
      const share = 100 / hypotheses.length;
      if (!likelier && view.high > share) return [];
      const odds = `(${view.low}–${view.high} %)`;
      return {
        pointer: toPointer(['hypotheses', index, 'likelihood']),
        message: likelier
          ? `\`${id}\` has the least evidence against it in the matrix, but is declared ${odds} less likely than \`${likelier.id}\` (${likelier.view?.low}–${likelier.view?.high} %).`
          : `\`${id}\` has the least evidence against it in the matrix, but its likelihood ${odds} is below an even share of the ${hypotheses.length} hypotheses.`,
        help: 'Move the likelihood, rate the evidence again, or add to the matrix what made you decide otherwise.',
      };
    });
  },
};
