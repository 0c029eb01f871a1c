import { shippedTerms } from '../../model/generated/fields.ts';
import { nearest } from '../../model/suggest.ts';
import { termCalled, termsOf, type Vocabulary } from '../../model/vocabularies.ts';
import { openTermsIn } from '../open-terms.ts';
import type { Rule } from '../rule.ts';

/** A term of an open vocabulary is one that is shipped or that the project has declared. */
export const undeclaredTerm: Rule = {
  id: 'undeclared-term',
  category: 'integrity',
  severity: 'error',
  source: 'DESIGN, the assessment file: open vocabularies',
  why: 'A misspelt term would be printed as it stands, and would be counted and compared with nothing.',
  examples: {
    breaks: { assessment: { incidents: [{ id: 'fire', title: 'Fire', type: 'arsen' }] } },
    keeps: { assessment: { incidents: [{ id: 'fire', title: 'Fire', type: 'arson' }] } },
  },
  check: ({ assessment, vocabularies }) =>
    openTermsIn(assessment).flatMap(({ vocabulary, value, pointer }) => {
      if (typeof value !== 'string') return [];
      const terms = termsOf(vocabulary, vocabularies);
      if (terms.includes(value)) return [];
      const meant = termCalled(vocabulary, value) ?? nearest(value, terms);
      return [
        {
          pointer,
          message: `\`${value}\` is no term of this vocabulary.`,
          help: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}${otherWays(vocabulary, value)}`,
        },
      ];
    }),
};

function otherWays(vocabulary: Vocabulary, value: string): string {
  const some = shippedTerms[vocabulary].slice(0, 4).map((term) => `\`${term}\``);
  return (
    `There are ${shippedTerms[vocabulary].length} terms (${some.join(', ')} …); a project adds its own under ` +
    `\`vocabularies\`, \`${vocabulary}\` of threat-memo.config.json, and \`{"other": "${value.replaceAll('-', ' ')}"}\` says it in words.`
  );
}
