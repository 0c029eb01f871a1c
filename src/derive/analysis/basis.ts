import type { Assumption, Gap } from '../../model/generated/types.ts';
import { proseText, type ResolvedAssessment } from '../entities/resolve.ts';
import { printedNumbers } from '../release/numbers.ts';

export interface AssumptionView {
  readonly id: string;
  readonly statement: string;
  /** Printed number, counted from 1; a release has gaps. */
  readonly number: number;
  readonly linchpin: boolean;
  readonly ifWrong: string | undefined;
}

export interface GapView {
  readonly id: string;
  readonly question: string;
  readonly priority: Gap['priority'];
  readonly collection: string | undefined;
}

/** Assumptions, in the order of the file. */
export function viewAssumptions(assessment: ResolvedAssessment): AssumptionView[] {
  const numbers = printedNumbers(assessment, 'assumptions');
  return (assessment.assumptions ?? []).map((assumption, index) =>
    viewAssumption(assumption, numbers[index] ?? 0),
  );
}

/** Gaps, in the order of the file. */
export function viewGaps(assessment: ResolvedAssessment): GapView[] {
  return (assessment.gaps ?? []).map(viewGap);
}

function viewAssumption(assumption: Assumption, number: number): AssumptionView {
  return {
    id: assumption.id,
    number,
    statement: proseText(assumption.statement) ?? '',
    linchpin: assumption.linchpin ?? false,
    ifWrong: proseText(assumption.ifWrong),
  };
}

function viewGap(gap: Gap): GapView {
  return {
    id: gap.id,
    question: proseText(gap.question) ?? '',
    priority: gap.priority,
    collection: proseText(gap.collection),
  };
}
