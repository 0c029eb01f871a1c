import { openTermsIn } from '../open-terms.ts';
import type { Rule } from '../rule.ts';

/** Free words in place of a term are for a single case; words used repeatedly should become a term. */
export const ownWords: Rule = {
  id: 'own-words',
  category: 'integrity',
  severity: 'note',
  source: 'the assessment file of threat-memo: open vocabularies',
  why: 'A term in free words is not counted or compared with anything, and not translated.',
  examples: {
    breaks: {
      assessment: { incidents: [{ id: 'fire', title: 'Fire', type: { other: 'theft of a balloon' } }] },
    },
    keeps: { assessment: { incidents: [{ id: 'fire', title: 'Fire', type: 'arson' }] } },
  },
  check: ({ assessment }) =>
    openTermsIn(assessment).flatMap(({ vocabulary, value, pointer }) =>
      typeof value === 'string'
        ? []
        : [
            {
              pointer,
              message: `“${value.other}” stands in the place of a term.`,
              help: `Take a term that fits, or declare one under \`vocabularies\`, \`${vocabulary}\` of the project's configuration if it comes again.`,
            },
          ],
    ),
};
