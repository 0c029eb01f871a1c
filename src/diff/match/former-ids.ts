import type { ReusedIds } from '../../derive/analysis/reused-ids.ts';
import type { Change } from '../types.ts';
import { byIdentity } from './natural-keys.ts';
import type { Renames } from './renames.ts';
import { recordsIn, rewriteIds } from './rewrite-ids.ts';

/**
 * The older assessment with the newer ids, and with ids of their own for entries whose id means something else now.
 * References keep such an id, unless another entry has come to it.
 */
export function viewOf<T extends object>(before: T, renames: Renames, former: Renames): T {
  if (former.size === 0) return rewriteIds(before, renames);
  const taken = takenOver(former, renames);
  const alone = filtered(former, (collection, [id]) => !taken.get(collection)?.has(id));
  return rewriteIds(before, together(renames, taken), alone);
}

/** Renames of both. */
export function together(some: Renames, others: Renames): Renames {
  const all = new Map(some);
  for (const [collection, ids] of others)
    all.set(collection, new Map([...(all.get(collection) ?? []), ...ids]));
  return all;
}

/** Ends an id that a vanished entry gets while two assessments are compared. */
export const FORMER = '-zz-former-entry';

/** By collection, ids of the older assessment that mean something else in the newer, each with one of its own. */
export function formerIds(before: object, after: object, renames: Renames, reused: ReusedIds): Renames {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const collection of new Set([...renames.keys(), ...reused.keys()])) {
    const ids = renames.get(collection);
    const gone = [...(reused.get(collection) ?? []), ...(ids?.values() ?? [])].filter(
      (id) =>
        !ids?.has(id) &&
        entryOf(before, collection, id) !== undefined &&
        entryOf(after, collection, id) !== undefined,
    );
    if (gone.length > 0) found.set(collection, new Map(gone.map((id) => [id, `${id}${FORMER}`])));
  }
  return found;
}

/** The same from the changes of a comparison: of what went, the ids that something else has now. */
export function formerIn(changes: readonly Change[]): Renames {
  const key = ({ entity }: Change) => `${entity.collection}/${entity.id}`;
  const now = new Set(
    changes.flatMap((change) =>
      (change.field === null && change.after !== null) || change.type === 'renamed' ? [key(change)] : [],
    ),
  );
  const found = new Map<string, Map<string, string>>();
  for (const change of changes) {
    const { entity, field, after, origin } = change;
    if (field !== null || after !== null || origin !== 'assessment' || !now.has(key(change))) continue;
    const ids = found.get(entity.collection) ?? new Map<string, string>();
    found.set(entity.collection, ids.set(entity.id, `${entity.id}${FORMER}`));
  }
  return found;
}

/** Those of the former ids that a renamed entry has now. */
export function takenOver(former: Renames, renames: Renames): Renames {
  return filtered(former, (collection, [id]) => [...(renames.get(collection)?.values() ?? [])].includes(id));
}

/** A change with the ids of the files. */
export function withFileIds<T extends object>(change: T): T {
  const text = JSON.stringify(change);
  return text.includes(FORMER) ? (JSON.parse(text.replaceAll(FORMER, '')) as T) : change;
}

/** The renames that are kept, without collections that have none. */
export function filtered(
  renames: Renames,
  keeps: (collection: string, rename: readonly [string, string]) => boolean,
): Renames {
  return new Map(
    [...renames]
      .map(
        ([collection, ids]) =>
          [collection, new Map([...ids].filter((one) => keeps(collection, one)))] as const,
      )
      .filter(([, ids]) => ids.size > 0),
  );
}

export function entryOf(
  assessment: object,
  collection: string,
  id: string,
): Record<string, unknown> | undefined {
  const [keyOf] = byIdentity;
  return recordsIn((assessment as Record<string, unknown>)[collection]).find((entry) => keyOf(entry) === id);
}
