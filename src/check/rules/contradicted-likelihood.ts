import { toPointer } from '../../model/pointer.ts';
import { claimsIn, contradictedClaims, declaredBeside, mayClaim } from '../declared-likelihood.ts';
import type { ProseField } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { type PlacedSentence, sentencesWith } from '../wording.ts';

/** The likelihood that a statement words is the one declared. */
export const contradictedLikelihood: Rule = {
  id: 'contradicted-likelihood',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2) and (6): express uncertainty; clear and logical argument',
  why: 'The memo prints the declared likelihood under the statement: where the two differ, the reader believes neither.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires are very likely to go on.',
            likelihood: { term: 'unlikely' },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires are very likely to go on.',
            likelihood: { range: [0.85, 0.9] },
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const statements = new Map<string, PlacedSentence>();
    const search = {
      candidate: (text: string) => mayClaim(text, assessment),
      reads: (field: ProseField) => contradictedClaims(field, assessment).length > 0,
      finds: (own: string) => claimsIn(own, assessment).length > 0,
    };
    for (const at of sentencesWith(assessment, search)) {
      const statement = toPointer(at.field.parts);
      if (!statements.has(statement)) statements.set(statement, at);
    }
    return [...statements.values()].flatMap(({ field, sentence: { own }, pointerAt }) => {
      const [claim] = claimsIn(own, assessment);
      const declared = declaredBeside(field, assessment);
      if (!claim || !declared) return [];
      const term = declared.given === 'term' ? `\`${declared.term ?? ''}\`` : 'a range';
      return {
        pointer: pointerAt(claim.start),
        message: `The statement says \`${claim.text}\`, but declares ${term} (${declared.low}–${declared.high} %).`,
        help: 'Change the words or the `likelihood`.',
      };
    });
  },
};
