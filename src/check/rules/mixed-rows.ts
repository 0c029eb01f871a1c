import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { toPointer } from '../../model/pointer.ts';
import { houseRow, likelihoodsOf, rowOf, termOfRow } from '../likelihood-rows.ts';
import type { Rule } from '../rule.ts';

/** The likelihoods of one file use terms from one row of ICD 203. */
export const mixedRows: Rule = {
  id: 'mixed-rows',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a)',
  why: 'Where one judgment is likely and the next probable, readers look for a difference that is not there.',
  examples: {
    breaks: {
      assessment: {
        bottomLine: 'Fires along the line will go on.',
        scenarios: [{ id: 'bridges', title: 'From cabinets to bridges', likelihood: { term: 'improbable' } }],
      },
    },
    keeps: {
      assessment: {
        scenarios: [{ id: 'bridges', title: 'From cabinets to bridges', likelihood: { term: 'unlikely' } }],
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    if (!scale.areRowsApart) return [];
    const house = houseRow(assessment);
    return likelihoodsOf(assessment).flatMap(({ likelihood: { term }, parts }) => {
      const row = term === undefined ? undefined : rowOf(term, scale);
      const same = term === undefined ? undefined : termOfRow(term, house, scale);
      if (row === undefined || row === house || same === undefined) return [];
      const pointer = toPointer([...parts, 'term']);
      return {
        pointer,
        message: `\`${term}\` is of another row of ${scale.title} than the other terms of this file.`,
        help: `Write \`${same}\`: it stands for the same odds.`,
        fix: { pointer, value: same },
      };
    });
  },
};
