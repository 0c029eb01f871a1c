import type { ReusedIds } from '../../derive/analysis/reused-ids.ts';
import { referencesOf } from '../../derive/entities/references.ts';
import { ASSESSMENT } from '../shapes.ts';
import { differences } from '../walk.ts';
import { entryOf, filtered, formerIds, viewOf } from './former-ids.ts';
import { contentOf, type Renames } from './renames.ts';
import { LEADS_TO, namedEntities, rewriteIds } from './rewrite-ids.ts';

/**
 * The renames that all references followed, or in which only the id changed. If a reference has the old id on
 * both sides, nothing was renamed: one entry was removed, and a similar one added. Ids were swapped if the
 * references followed; otherwise the contents were. The same holds where something else has the old id now, or had the new
 * one: see `withPassedOn`.
 */
export function followedRenames(
  renames: Renames,
  before: object,
  after: object,
  reused: ReusedIds = new Map(),
): Renames {
  if (renames.size === 0) return renames;
  const [old, fresh] = [targetsOf(before), targetsOf(after)];
  const rewritten = rewriteIds(before, renames);
  const isLeftBehind = (collection: string, id: string) => {
    const target = `${collection}/${id}`;
    return old.has(target) && fresh.has(target);
  };
  const isPassedOn = (collection: string, [from, to]: readonly [string, string]) =>
    (entryOf(after, collection, from) !== undefined || entryOf(before, collection, to) !== undefined) &&
    !isExchange(renames.get(collection), from);
  const isKept = (collection: string, rename: readonly [string, string]) => {
    const [from, to] = rename;
    return (
      isPassedOn(collection, rename) ||
      isSameEntry(collection, entryOf(rewritten, collection, to), entryOf(after, collection, to)) ||
      (!isLeftBehind(collection, from) && !isLeftBehind(collection, to))
    );
  };
  const kept = withWholeExchanges(filtered(renames, isKept), renames, before, after);
  const others = filtered(kept, (collection, rename) => !isPassedOn(collection, rename));
  return kept.size === others.size && countOf(kept) === countOf(others)
    ? kept
    : withPassedOn(kept, others, before, after, reused);
}

function countOf(renames: Renames): number {
  return [...renames.values()].reduce((sum, ids) => sum + ids.size, 0);
}

/** Whether an id came round to itself: each of several entries has another's. */
export function isExchange(ids: ReadonlyMap<string, string> | undefined, from: string): boolean {
  let at = ids?.get(from);
  while (at !== undefined && at !== from) at = ids?.get(at);
  return at === from;
}

/**
 * Entries that took, or left, an id that something else has on the other side count as renamed only if more of the rest is
 * equal with that than without, and no reference stayed at an id that now leads elsewhere.
 */
function withPassedOn(
  kept: Renames,
  others: Renames,
  before: object,
  after: object,
  reused: ReusedIds,
): Renames {
  const view = viewOf(before, kept, formerIds(before, after, kept, reused));
  const plain = viewOf(before, others, formerIds(before, after, others, reused));
  const count = differing(view, after);
  const back = inverted(kept);
  const reverse = viewOf(after, back, formerIds(after, before, back, reused));
  return count < differing(plain, after) &&
    count === differing(view, after, before) &&
    differing(reverse, before) === differing(reverse, before, after)
    ? kept
    : others;
}

function inverted(renames: Renames): Renames {
  return new Map(
    [...renames].map(([collection, ids]) => [
      collection,
      new Map([...ids].map(([from, to]) => [to, from] as const)),
    ]),
  );
}

/** A swap of ids counts only as a whole, and only if more of the rest is equal with it than without. */
function withWholeExchanges(kept: Renames, renames: Renames, before: object, after: object): Renames {
  const found = new Map([...kept].map(([collection, ids]) => [collection, new Map(ids)]));
  for (const [collection, ids] of renames) {
    const places = [...ids].filter(([from]) => isExchange(ids, from));
    if (places.length === 0) continue;
    const own = found.get(collection) ?? new Map<string, string>();
    const without = new Map([...own].filter(([from]) => !places.some(([id]) => id === from)));
    const isWhole = places.every(([from]) => own.has(from));
    const others = new Map([...found].map(([name, all]) => [name, name === collection ? without : all]));
    const isCloser =
      isWhole && differing(rewriteIds(before, found), after) < differing(rewriteIds(before, others), after);
    if (!isCloser) found.set(collection, without);
  }
  return new Map([...found].filter(([, ids]) => ids.size > 0));
}

/** With `raw`, places that have in both files what led elsewhere in the older one do not count. */
function differing(view: object, after: object, raw: object = view): number {
  return differences({ raw, view }, after, ASSESSMENT).length;
}

function isSameEntry(
  collection: string,
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> | undefined,
): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    contentOf(collection, before) === contentOf(collection, after)
  );
}

/**
 * Everything an assessment refers to, as collection and id; an id alone counts for every collection it may be
 * in.
 */
function targetsOf(assessment: object): ReadonlySet<string> {
  const document = assessment as Record<string, unknown>;
  const collections = Object.keys(document);
  const targets = new Set(namedEntities(document).map(({ entry, key }) => String(entry[key])));
  for (const { kind, id } of referencesOf(assessment)) {
    if (kind === 'entity' && id.includes('/')) targets.add(id);
    else
      for (const collection of kind === 'entity' ? collections : (LEADS_TO[kind] ?? []))
        targets.add(`${collection}/${id}`);
  }
  return targets;
}
