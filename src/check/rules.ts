import type { Rule } from './rule.ts';
import { ambiguousCitation } from './rules/ambiguous-citation.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { foreignLikelihoodTerm } from './rules/foreign-likelihood-term.ts';
import { idDiffersFromFile } from './rules/id-differs-from-file.ts';
import { incoherentLikelihoods } from './rules/incoherent-likelihoods.ts';
import { malformedCitation } from './rules/malformed-citation.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { unknownForm } from './rules/unknown-form.ts';

/** Every rule, by name. */
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
