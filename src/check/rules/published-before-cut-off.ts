import { firstDay, lastDay } from '../days.ts';
import type { Rule } from '../rule.ts';

/** A memo is published on or after its information cut-off. */
export const publishedBeforeCutOff: Rule = {
  id: 'published-before-cut-off',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 206: age and currency of sources; the assessment file of threat-memo: `asOf` and `published`',
  why: 'Both dates are on the first page: if a memo is older than its information, one of them is wrong.',
  examples: {
    breaks: { assessment: { asOf: '2025-04-30', published: '2025-04-22' } },
    keeps: { assessment: { asOf: '2025-04-30', published: '2025-05-02' } },
  },
  check: ({ assessment: { asOf, published } }) => {
    const [out, cutOff] = [lastDay(published), firstDay(asOf)];
    if (out === undefined || cutOff === undefined || out >= cutOff) return [];
    return [
      {
        pointer: '/published',
        message: `The memo is published \`${published}\`, before its information cut-off \`${asOf}\`.`,
        help: 'Correct the date, or move `asOf` to the day up to which information was taken into account.',
      },
    ];
  },
};
