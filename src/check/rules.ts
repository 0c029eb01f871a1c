import type { Rule, RuleDescription } from './rule.ts';
import { ambiguousCitation } from './rules/ambiguous-citation.ts';
import { bidiControl } from './rules/bidi-control.ts';
import { bottomLineWithoutJudgment } from './rules/bottom-line-without-judgment.ts';
import { circularReporting } from './rules/circular-reporting.ts';
import { confidenceWithoutBasis } from './rules/confidence-without-basis.ts';
import { contradictedDirection } from './rules/contradicted-direction.ts';
import { contradictedLikelihood } from './rules/contradicted-likelihood.ts';
import { countByTwoNames } from './rules/count-by-two-names.ts';
import { countedTwice } from './rules/counted-twice.ts';
import { danglingReference } from './rules/dangling-reference.ts';
import { deskApproval } from './rules/desk-approval.ts';
import { deskAuthorRole } from './rules/desk-author-role.ts';
import { deskMandatoryPart } from './rules/desk-mandatory-part.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { evidenceAfterCutOff } from './rules/evidence-after-cut-off.ts';
import { farFromBaseRate } from './rules/far-from-base-rate.ts';
import { foreignLikelihoodTerm } from './rules/foreign-likelihood-term.ts';
import { foreignTermInProse } from './rules/foreign-term-in-prose.ts';
import { hedgedTerm } from './rules/hedged-term.ts';
import { horizonAgainstStatement } from './rules/horizon-against-statement.ts';
import { idDiffersFromFile } from './rules/id-differs-from-file.ts';
import { idInText } from './rules/id-in-text.ts';
import { idleIndicator } from './rules/idle-indicator.ts';
import { ignoredDispute } from './rules/ignored-dispute.ts';
import { impossibleBaseRate } from './rules/impossible-base-rate.ts';
import { incoherentLikelihoods } from './rules/incoherent-likelihoods.ts';
import { incompleteMatrix } from './rules/incomplete-matrix.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { judgmentWithoutEvidence } from './rules/judgment-without-evidence.ts';
import { judgmentWithoutHorizon } from './rules/judgment-without-horizon.ts';
import { likelihoodAgainstMatrix } from './rules/likelihood-against-matrix.ts';
import { likelihoodInGap } from './rules/likelihood-in-gap.ts';
import { linchpinWithoutConsequence } from './rules/linchpin-without-consequence.ts';
import { loadedWord } from './rules/loaded-word.ts';
import { loneHypothesis } from './rules/lone-hypothesis.ts';
import { longBottomLine } from './rules/long-bottom-line.ts';
import { longSentence } from './rules/long-sentence.ts';
import { malformedCitation } from './rules/malformed-citation.ts';
import { markingTooLow } from './rules/marking-too-low.ts';
import { misplacedPicture } from './rules/misplaced-picture.ts';
import { missingBottomLine } from './rules/missing-bottom-line.ts';
import { mixedLikelihoodConfidence } from './rules/mixed-likelihood-confidence.ts';
import { mixedRows } from './rules/mixed-rows.ts';
import { mixedScriptWord } from './rules/mixed-script-word.ts';
import { numericConfidence } from './rules/numeric-confidence.ts';
import { oneSidedJudgment } from './rules/one-sided-judgment.ts';
import { outdatedEvidence } from './rules/outdated-evidence.ts';
import { overconfidentJudgment } from './rules/overconfident-judgment.ts';
import { overdueForecast } from './rules/overdue-forecast.ts';
import { ownWords } from './rules/own-words.ts';
import { poorAlternativeText } from './rules/poor-alternative-text.ts';
import { privatePerson } from './rules/private-person.ts';
import { publishedBeforeCutOff } from './rules/published-before-cut-off.ts';
import { recommendationWithoutAddressee } from './rules/recommendation-without-addressee.ts';
import { recommendationWithoutJudgment } from './rules/recommendation-without-judgment.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { scenarioWithoutIndicator } from './rules/scenario-without-indicator.ts';
import { selfReference } from './rules/self-reference.ts';
import { spreadWithoutDissent } from './rules/spread-without-dissent.ts';
import { uncitedFigure } from './rules/uncited-figure.ts';
import { undeclaredTerm } from './rules/undeclared-term.ts';
import { undiagnosticRow } from './rules/undiagnostic-row.ts';
import { unexplainedAcronym } from './rules/unexplained-acronym.ts';
import { unexplainedChange } from './rules/unexplained-change.ts';
import { ungradedSource } from './rules/ungraded-source.ts';
import { unknownForm } from './rules/unknown-form.ts';
import { unprintedCharacter } from './rules/unprinted-character.ts';
import { unprintedMarkup } from './rules/unprinted-markup.ts';
import { unreadCitation } from './rules/unread-citation.ts';
import { unresolvedComment } from './rules/unresolved-comment.ts';
import { unusedActor } from './rules/unused-actor.ts';
import { unusedAssumption } from './rules/unused-assumption.ts';
import { unusedEvidence } from './rules/unused-evidence.ts';
import { unusedPicture } from './rules/unused-picture.ts';
import { unusedSource } from './rules/unused-source.ts';
import { unwrittenText } from './rules/unwritten-text.ts';
import { vagueHypothesis } from './rules/vague-hypothesis.ts';
import { vagueLikelihood } from './rules/vague-likelihood.ts';

/** Every rule that looks at an assessment, by name. */
export const rules: readonly Rule[] = [
  ambiguousCitation,
  bidiControl,
  bottomLineWithoutJudgment,
  circularReporting,
  confidenceWithoutBasis,
  contradictedDirection,
  contradictedLikelihood,
  countByTwoNames,
  countedTwice,
  danglingReference,
  deskApproval,
  deskAuthorRole,
  deskMandatoryPart,
  duplicateId,
  evidenceAfterCutOff,
  farFromBaseRate,
  foreignLikelihoodTerm,
  foreignTermInProse,
  hedgedTerm,
  horizonAgainstStatement,
  idDiffersFromFile,
  idInText,
  idleIndicator,
  ignoredDispute,
  impossibleBaseRate,
  incoherentLikelihoods,
  incompleteMatrix,
  invisibleCharacter,
  judgmentWithoutEvidence,
  judgmentWithoutHorizon,
  likelihoodAgainstMatrix,
  likelihoodInGap,
  linchpinWithoutConsequence,
  loadedWord,
  loneHypothesis,
  longBottomLine,
  longSentence,
  malformedCitation,
  markingTooLow,
  misplacedPicture,
  missingBottomLine,
  mixedLikelihoodConfidence,
  mixedRows,
  mixedScriptWord,
  numericConfidence,
  oneSidedJudgment,
  outdatedEvidence,
  overconfidentJudgment,
  overdueForecast,
  ownWords,
  poorAlternativeText,
  privatePerson,
  publishedBeforeCutOff,
  recommendationWithoutAddressee,
  recommendationWithoutJudgment,
  repeatedWord,
  reversedRange,
  scenarioWithoutIndicator,
  selfReference,
  spreadWithoutDissent,
  uncitedFigure,
  undeclaredTerm,
  undiagnosticRow,
  unexplainedAcronym,
  unexplainedChange,
  ungradedSource,
  unknownForm,
  unprintedCharacter,
  unprintedMarkup,
  unreadCitation,
  unresolvedComment,
  unusedActor,
  unusedAssumption,
  unusedEvidence,
  unusedPicture,
  unusedSource,
  unwrittenText,
  vagueHypothesis,
  vagueLikelihood,
];

/** About exceptions themselves; runs after all other rules. */
export const unusedSuppression: RuleDescription = {
  id: 'unused-exception',
  category: 'integrity',
  severity: 'warning',
  source: 'the assessment file of threat-memo: exceptions',
  why: 'A reason for suppressing a finding that no longer exists misleads the reader.',
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
export const describedRules: readonly RuleDescription[] = [...rules, unusedSuppression];
