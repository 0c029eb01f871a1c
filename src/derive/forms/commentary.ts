import type { Assessment } from '../../model/generated/types.ts';
import type { GapView } from '../analysis/basis.ts';
import type { JudgmentViews } from '../entities/judgments.ts';
import type { SectionView } from '../entities/sections.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { type AppraisalView, viewAppraisal } from './appraisal.ts';
import { type EssayView, viewEssay } from './essay.ts';
import type { SectionOf } from './section-of.ts';

/** What a commentary shows beside the rest of the memo: the argument, then how the evidence stands. */
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
  /** Of a release: the numbers of the whole. */
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
