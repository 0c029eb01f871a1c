import type { Evidence } from '../../model/generated/types.ts';

/** What has to be known of an item of evidence to appraise it. */
export interface Appraisable {
  readonly id: string;
  readonly kind?: Evidence['kind'] | undefined;
  readonly disputes?: readonly string[] | undefined;
  readonly citations?: readonly { readonly credibility?: number | undefined }[] | undefined;
}

/** Evidence sorted by how it stands. */
export interface Appraised<Item> {
  /** What nobody disputes and its source makes at least probably true; neither claims nor analysis. */
  readonly known: readonly Item[];
  /** What nobody disputes, but nothing makes probable either. */
  readonly unconfirmed: readonly Item[];
  /** Items that contradict one another, in sides. */
  readonly disputes: readonly (readonly (readonly Item[])[])[];
  /** Id to number, counted from 1 through all of the above; analysis that nobody disputes has none. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Credibility from which on an item is no more than possibly true (Admiralty scale). */
const MERELY_POSSIBLE = 3;

/** Sorts evidence by how it stands, and numbers it. */
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

/** Who contradicts whom, in both directions, for the items that do; an id that leads nowhere counts for nothing. */
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
 * What hangs together by contradiction is one dispute. Its items take sides in the order in which one leads to the
 * other: each the first side in which it contradicts nobody.
 */
function sidesOf<Item>(conflicts: Conflicts, evidence: ReadonlyMap<string, Item>): Item[][][] {
  const done = new Set<string>();
  const disputes: Item[][][] = [];
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
