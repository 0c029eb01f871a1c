import type { Rule, RuleDescription } from './rule.ts';
import { ambiguousCitation } from './rules/ambiguous-citation.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { foreignLikelihoodTerm } from './rules/foreign-likelihood-term.ts';
import { idDiffersFromFile } from './rules/id-differs-from-file.ts';
import { incoherentLikelihoods } from './rules/incoherent-likelihoods.ts';
import { malformedCitation } from './rules/malformed-citation.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { unknownForm } from './rules/unknown-form.ts';

/** Every rule that looks at an assessment, by name. */
export const rules: readonly Rule[] = [
  ambiguousCitation,
  danglingReference,
  duplicateId,
  foreignLikelihoodTerm,
  idDiffersFromFile,
  incoherentLikelihoods,
  malformedCitation,
  reversedRange,
  unknownForm,
];

/** About the exceptions themselves, once every rule has spoken. */
export const unusedException: RuleDescription = {
  id: 'unused-exception',
  category: 'integrity',
  severity: 'warning',
  source: 'DESIGN, the assessment file: exceptions',
  why: 'A reason given for something that is no longer so misleads the reader.',
  examples: {
    breaks: {
      assessment: {
        exceptions: [{ rule: 'long-sentence', at: '/bottomLine', reason: 'It was longer once.' }],
      },
    },
    keeps: {
      assessment: {
        id: 'other',
        exceptions: [{ rule: 'id-differs-from-file', at: '/id', reason: 'The file is a copy for training.' }],
      },
      fileStem: 'sample',
    },
  },
};

/** Everything `explain` explains and a configuration may name. */
export const describedRules: readonly RuleDescription[] = [...rules, unusedException];
