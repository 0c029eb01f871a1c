import { shippedTerms } from '../../model/generated/fields.ts';
import { nearest } from '../../model/suggest.ts';
import { termCalled, termsOf, type Vocabulary } from '../../model/vocabularies.ts';
import { openTermsIn } from '../open-terms.ts';
import type { Rule } from '../rule.ts';

/** Most terms suggested because they share a word. */
const MAX_NEAR = 6;

/** A term of an open vocabulary is shipped, or declared by the project. */
export const undeclaredTerm: Rule = {
  id: 'undeclared-term',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo: open vocabularies',
  why: 'A misspelt term would be printed as written, and not be counted or compared with anything.',
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
          message: `\`${value}\` is not a term of this vocabulary.`,
          help:
            meant === undefined
              ? otherWays(vocabulary, value)
              : `Did you mean \`${meant}\`? If not, \`{"other": "${value.replaceAll('-', ' ')}"}\` says it in words.`,
        },
      ];
    }),
};

/**
 * Terms that share a word with this one, otherwise all shipped ones; and the two ways to write something that
 * no term covers.
 */
function otherWays(vocabulary: Vocabulary, value: string): string {
  const shipped = shippedTerms[vocabulary];
  const wordsOf = (term: string) => term.split('-').filter((word) => word.length > 3);
  const near = shipped.filter((term) => wordsOf(term).some((word) => wordsOf(value).includes(word)));
  const listed = (terms: readonly string[]) => terms.map((term) => `\`${term}\``).join(', ');
  const choices =
    near.length > 0 && near.length <= MAX_NEAR
      ? `Near it, of ${shipped.length} terms: ${listed(near)}.`
      : `There are ${shipped.length} terms: ${listed(shipped)}.`;
  return (
    `${choices} A project adds its own under \`vocabularies\`, \`${vocabulary}\` of its configuration, and ` +
    `\`{"other": "${value.replaceAll('-', ' ')}"}\` says it in words.`
  );
}
