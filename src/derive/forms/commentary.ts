import type { Assessment } from '../../model/generated/types.ts';
import type { GapView } from '../analysis/basis.ts';
import type { JudgmentViews } from '../entities/judgments.ts';
import type { SectionView } from '../entities/sections.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { type AppraisalView, viewAppraisal } from './appraisal.ts';
import { type EssayView, viewEssay } from './essay.ts';
import type { SectionOf } from './section-of.ts';

/** What a commentary adds to the rest of the memo: the argument, then the state of the evidence. */
export interface CommentaryView {
  readonly essay: EssayView;
  readonly appraisal: AppraisalView;
}

/** The parts of the memo that it is made from. */
export interface CommentaryParts {
  readonly sections: readonly SectionView[];
  readonly sectionOf: SectionOf;
  readonly judgments: JudgmentViews;
  readonly evidence: ReadonlyMap<string, EvidenceView>;
  readonly gaps: readonly GapView[];
  /** For a release: the numbers in the whole assessment. */
  readonly kept?: NonNullable<Assessment['released']>['numbers'];
}

export function viewCommentary({
  sections,
  sectionOf,
  judgments,
  evidence,
  gaps,
  kept,
}: CommentaryParts): CommentaryView {
  return { essay: viewEssay(sections, sectionOf, judgments), appraisal: viewAppraisal(evidence, gaps, kept) };
}
