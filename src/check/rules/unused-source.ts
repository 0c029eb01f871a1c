import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { usedIds } from '../used-ids.ts';

/** Every source is cited. */
export const unusedSource: Rule = {
  id: 'unused-source',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 206: source references stand where a judgment depends on them',
  why: 'A source that nothing rests on makes the base look broader than it is.',
  examples: {
    breaks: {
      assessment: {
        sources: [
          { id: 'rail-authority', csl: { type: 'report' }, reliability: 'B' },
          { id: 'county-police', csl: { type: 'report' }, reliability: 'C' },
          { id: 'local-paper', csl: { type: 'article-newspaper' }, reliability: 'C' },
        ],
      },
    },
    keeps: {
      assessment: {
        bottomLine: 'Fires along the line are likely to go on [@local-paper].',
        sources: [
          { id: 'rail-authority', csl: { type: 'report' }, reliability: 'B' },
          { id: 'county-police', csl: { type: 'report' }, reliability: 'C' },
          { id: 'local-paper', csl: { type: 'article-newspaper' }, reliability: 'C' },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const used = usedIds(assessment, 'sources');
    return (assessment.sources ?? []).flatMap(({ id, ref }, index) =>
      used.has(id ?? ref ?? '')
        ? []
        : {
            pointer: toPointer(['sources', index]),
            message: `Nothing cites the source \`${id ?? ref}\`.`,
            help: 'Cite it where something rests on it, or remove it.',
          },
    );
  },
};
