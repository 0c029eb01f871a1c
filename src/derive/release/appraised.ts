import type { Evidence } from '../../model/generated/types.ts';

/** The properties of evidence needed to appraise it. */
export interface Appraisable {
  readonly id: string;
  readonly kind?: Evidence['kind'] | undefined;
  readonly disputes?: readonly string[] | undefined;
  readonly citations?: readonly { readonly credibility?: number | undefined }[] | undefined;
}

/** Evidence sorted by its state. */
export interface Appraised<Item> {
  /** Undisputed, and at least probably true according to its credibility; neither claims nor analysis. */
  readonly known: readonly Item[];
  /** Undisputed, but nothing makes it probable. */
  readonly unconfirmed: readonly Item[];
  /** Items that contradict one another, in sides. */
  readonly disputes: readonly (readonly (readonly Item[])[])[];
  /** Number of each id, counted from 1 through all of the above; undisputed analysis has none. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** From this credibility on, an item is no more than possibly true (Admiralty scale). */
const MERELY_POSSIBLE = 3;

/** Sorts evidence by its state, and numbers it. */
export function appraise<Item extends Appraisable>(evidence: readonly Item[]): Appraised<Item> {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const conflicts = conflictsOf(byId);
  const undisputed = evidence.filter(({ id, kind }) => !conflicts.has(id) && kind !== 'analysis');
  const known = undisputed.filter(isEstablished);
  const unconfirmed = undisputed.filter((item) => !isEstablished(item));
  const disputes = sidesOf(conflicts, byId);
  const ordered = [...known, ...unconfirmed, ...disputes.flat(2)];
  const numbers = new Map(ordered.map(({ id }, index) => [id, index + 1]));
  return { known, unconfirmed, disputes, numbers };
}

function isEstablished({ kind, citations = [] }: Appraisable): boolean {
  return kind !== 'claim' && citations.some(({ credibility = 6 }) => credibility < MERELY_POSSIBLE);
}

type Conflicts = ReadonlyMap<string, ReadonlySet<string>>;

/** Contradictions between items, in both directions; ids that lead nowhere are ignored. */
function conflictsOf(evidence: ReadonlyMap<string, Appraisable>): Conflicts {
  const conflicts = new Map<string, Set<string>>();
  const add = (a: string, b: string) => conflicts.set(a, (conflicts.get(a) ?? new Set()).add(b));
  for (const { id, disputes = [] } of evidence.values()) {
    for (const other of disputes) {
      if (other === id || !evidence.has(other)) continue;
      add(id, other);
      add(other, id);
    }
  }
  return conflicts;
}

/**
 * Items connected by contradiction are one dispute. Each item joins the first side in which it contradicts
 * nobody, in the order in which they are reached.
 */
function sidesOf<Item>(conflicts: Conflicts, evidence: ReadonlyMap<string, Item>): Item[][][] {
  const done = new Set<string>();
  const disputes: Item[][][] = [];
  for (const start of evidence.keys()) {
    if (done.has(start) || !conflicts.has(start)) continue;
    const together = new Set([start]);
    // A set that grows during iteration is iterated to its new end.
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
