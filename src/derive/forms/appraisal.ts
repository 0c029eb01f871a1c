import type { GapView } from '../analysis/basis.ts';
import type { EvidenceView } from '../entities/sources.ts';

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

/** Credibility from which on an item is no more than possibly true (Admiralty scale). */
const MERELY_POSSIBLE = 3;

const PRIORITIES = ['high', 'medium', 'low'];

export function viewAppraisal(
  evidence: ReadonlyMap<string, EvidenceView>,
  gaps: readonly GapView[],
): AppraisalView {
  const conflicts = conflictsOf(evidence);
  const undisputed = [...evidence.values()].filter(
    ({ id, kind }) => !conflicts.has(id) && kind !== 'analysis',
  );
  const numbers = new Map<string, number>();
  const number = (item: EvidenceView): AppraisedItem => {
    numbers.set(item.id, numbers.size + 1);
    return { ...item, number: numbers.size };
  };
  return {
    known: undisputed.filter(isEstablished).map(number),
    unconfirmed: undisputed.filter((item) => !isEstablished(item)).map(number),
    disputes: sidesOf(conflicts, evidence).map((sides) => {
      const [first = [], ...against] = sides.map((items) => items.map(number));
      return { first, against };
    }),
    numbers,
    unknown: [...gaps].sort((a, b) => rankOf(a) - rankOf(b)),
  };
}

function isEstablished({ kind, citations }: EvidenceView): boolean {
  return kind !== 'claim' && citations.some(({ credibility = 6 }) => credibility < MERELY_POSSIBLE);
}

function rankOf({ priority }: GapView): number {
  return priority === undefined ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

type Conflicts = ReadonlyMap<string, ReadonlySet<string>>;

/** Who contradicts whom, in both directions, for the items that do; an id that leads nowhere counts for nothing. */
function conflictsOf(evidence: ReadonlyMap<string, EvidenceView>): Conflicts {
  const conflicts = new Map<string, Set<string>>();
  const add = (a: string, b: string) => conflicts.set(a, (conflicts.get(a) ?? new Set()).add(b));
  for (const { id, disputes } of evidence.values()) {
    for (const other of disputes) {
      if (other === id || !evidence.has(other)) continue;
      add(id, other);
      add(other, id);
    }
  }
  return conflicts;
}

/**
 * What hangs together by contradiction is one dispute. Its items take sides in the order in which one leads to the
 * other: each the first side in which it contradicts nobody.
 */
function sidesOf(conflicts: Conflicts, evidence: ReadonlyMap<string, EvidenceView>): EvidenceView[][][] {
  const done = new Set<string>();
  const disputes: EvidenceView[][][] = [];
  for (const start of evidence.keys()) {
    if (done.has(start) || !conflicts.has(start)) continue;
    const together = new Set([start]);
    // A set that grows while it is walked is walked to its new end.
    for (const id of together) for (const other of conflicts.get(id) ?? []) together.add(other);
    const sides: string[][] = [];
    for (const id of together) {
      done.add(id);
      const side = sides.find((members) => !members.some((member) => conflicts.get(id)?.has(member)));
      if (side) side.push(id);
      else sides.push([id]);
    }
    disputes.push(sides.map((ids) => ids.flatMap((id) => evidence.get(id) ?? [])));
  }
  return disputes;
}
