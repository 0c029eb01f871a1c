import type { Assessment } from '../../model/generated/types.ts';
import type { GapView } from '../analysis/basis.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { appraise } from '../release/appraised.ts';

/**
 * What is known, what is disputed, what is unknown: sorted by the state of the evidence, not by our
 * conclusions.
 */
export interface AppraisalView {
  /**
   * Undisputed evidence of credibility 1 or 2 (at least probably true): observations, reports and statements,
   * but neither claims nor analysis.
   */
  readonly known: readonly AppraisedItem[];
  /**
   * Undisputed evidence that nothing makes probable. Analysis is left out: it is argument, and belongs to the
   * essay.
   */
  readonly unconfirmed: readonly AppraisedItem[];
  readonly disputes: readonly DisputeView[];
  /** Id of evidence to its number here. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Gaps by priority; those without one last. */
  readonly unknown: readonly GapView[];
}

/** Evidence with its number, counted from 1 through the whole appraisal. */
export interface AppraisedItem extends EvidenceView {
  readonly number: number;
}

/** Items that contradict one another, grouped into sides: no item contradicts another of its own side. */
export interface DisputeView {
  readonly first: readonly AppraisedItem[];
  readonly against: readonly (readonly AppraisedItem[])[];
}

const PRIORITIES = ['high', 'medium', 'low'];

/**
 * @param kept for a release, the numbers that the items have in the whole assessment, in the order of the file;
 * 0 for an item without one. Each list is sorted by number.
 */
export function viewAppraisal(
  evidence: ReadonlyMap<string, EvidenceView>,
  gaps: readonly GapView[],
  kept: NonNullable<Assessment['released']>['numbers'] = {},
): AppraisalView {
  const items = [...evidence.values()];
  const { known, unconfirmed, disputes, numbers: counted } = appraise(items);
  const isKept = kept.appraised?.length === items.length;
  const numbers = isKept
    ? new Map(items.map(({ id }, index) => [id, kept.appraised?.[index] ?? 0]))
    : counted;
  const number = (list: readonly EvidenceView[]): AppraisedItem[] =>
    list.map((item) => ({ ...item, number: numbers.get(item.id) ?? 0 })).sort((a, b) => a.number - b.number);
  return {
    known: number(known),
    unconfirmed: number(unconfirmed),
    disputes: disputes.map((sides) => {
      const [first = [], ...against] = sides.map(number);
      return { first, against };
    }),
    numbers,
    unknown: [...gaps].sort((a, b) => rankOf(a) - rankOf(b)),
  };
}

function rankOf({ priority }: GapView): number {
  return priority === undefined ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}
