import type { Assessment } from '../../model/generated/types.ts';
import type { GapView } from '../analysis/basis.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { appraise } from '../release/appraised.ts';

/** What is known, what is disputed, what is unknown: sorted by how the evidence stands, not by what we conclude. */
export interface AppraisalView {
  /**
   * What nobody disputes and its source makes at least probably true (credibility 1 or 2): observations, reports and
   * statements; neither claims nor analysis.
   */
  readonly known: readonly AppraisedItem[];
  /** What nobody disputes, but nothing makes probable either. Analysis is argument, and stands in the essay. */
  readonly unconfirmed: readonly AppraisedItem[];
  readonly disputes: readonly DisputeView[];
  /** Id of evidence to its number here. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Gaps by priority; those without one last. */
  readonly unknown: readonly GapView[];
}

/** Evidence with its number, counted from 1 through all of the appraisal. */
export interface AppraisedItem extends EvidenceView {
  readonly number: number;
}

/** Items that contradict one another, in sides: no item contradicts another of its own side. */
export interface DisputeView {
  readonly first: readonly AppraisedItem[];
  readonly against: readonly (readonly AppraisedItem[])[];
}

const PRIORITIES = ['high', 'medium', 'low'];

/**
 * @param kept the numbers that the items have in the whole assessment, in the order of the file, where this is a release
 *   of it; 0 for an item that has none. In each list the items are in the order of their numbers.
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
