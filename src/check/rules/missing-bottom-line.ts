import type { Rule } from '../rule.ts';

/** There is a bottom line. */
export const missingBottomLine: Rule = {
  id: 'missing-bottom-line',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): the main analytic message up front',
  why: 'A reader who stops after the first page has to have the answer.',
  examples: {
    breaks: { assessment: {}, without: ['bottomLine'] },
    keeps: { assessment: { bottomLine: 'Fires along the line are likely to go on through 2025.' } },
  },
  check: ({ assessment }) =>
    [assessment.bottomLine ?? []].flat().some((line) => line.trim() !== '')
      ? []
      : [
          {
            pointer: assessment.bottomLine === undefined ? '' : '/bottomLine',
            message: 'There is no bottom line.',
            help: 'Answer the question in at most 120 words under `bottomLine`.',
          },
        ],
};
