import type { Assessment } from '../model/generated/types.ts';
import { VALUE } from './shapes.ts';
import { canonical } from './words/canonical.ts';

/** A reason of `edition.changes`. */
export type Reason = NonNullable<NonNullable<Assessment['edition']>['changes']>[number];

/** The reasons of two editions in one list, and what both changed otherwise than each other. */
export interface MergedReasons {
  /** In the canonical order: by entity, those of one entity as they were written. */
  readonly reasons: readonly Reason[];
  /** Entities whose reason both editions changed, each in its own way; `reasons` has both then, ours first. */
  readonly conflicts: readonly string[];
}

/**
 * Merges the reasons that two editions with a common ancestor give. Each reason stands by itself: two analysts who each move
 * a judgment and say why do not conflict, wherever in the list they wrote it. What one of them took out is gone.
 */
export function mergeReasons(
  base: readonly Reason[],
  ours: readonly Reason[],
  theirs: readonly Reason[],
): MergedReasons {
  const lists = { base: byEntity(base), ours: byEntity(ours), theirs: byEntity(theirs) };
  const entities = [...new Set([...lists.ours.keys(), ...lists.theirs.keys()])].sort();
  const conflicts: string[] = [];
  const reasons = entities.flatMap((entity) => {
    const [old, own, other] = [lists.base, lists.ours, lists.theirs].map((list) => list.get(entity) ?? []);
    if (!old || !own || !other) return [];
    if (isSame(own, other) || isSame(other, old)) return own;
    if (isSame(own, old)) return other;
    conflicts.push(entity);
    const known = new Set(own.map(textOf));
    return [...own, ...other.filter((reason) => !known.has(textOf(reason)))];
  });
  return { reasons, conflicts };
}

function byEntity(reasons: readonly Reason[]): ReadonlyMap<string, readonly Reason[]> {
  const found = new Map<string, Reason[]>();
  for (const reason of reasons) found.set(reason.entity, [...(found.get(reason.entity) ?? []), reason]);
  return found;
}

function isSame(one: readonly Reason[], other: readonly Reason[]): boolean {
  return one.map(textOf).join('\n') === other.map(textOf).join('\n');
}

function textOf(reason: Reason): string {
  return canonical(reason, VALUE) ?? '';
}
