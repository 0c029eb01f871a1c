import { type Reference, referencesOf } from '../../derive/entities/references.ts';
import { fromPointer } from '../../model/pointer.ts';
import { isRecord } from '../json.ts';
import { ASSESSMENT } from '../shapes.ts';
import { differences } from '../walk.ts';
import { byIdentity } from './natural-keys.ts';
import { contentOf, type Renames } from './renames.ts';

/**
 * The collections that each kind of reference leads to; an entry's `ref` is its identity, not a reference here.
 */
const LEADS_TO: Partial<Record<Reference['kind'], readonly string[]>> = {
  source: ['sources'],
  evidence: ['evidence'],
  assumption: ['assumptions'],
  actor: ['actors'],
  party: ['actors'],
  judgment: ['judgments'],
  hypothesis: ['hypotheses'],
  indicator: ['indicators'],
  citation: ['evidence', 'sources'],
};

/**
 * A copy of an assessment with new ids for renamed entries and for all references to them. All ids change at
 * once: two entries may have swapped ids.
 */
export function rewriteIds<T extends object>(assessment: T, renames: Renames): T {
  if (renames.size === 0) return assessment;
  const copy = structuredClone(assessment);
  const collections = copy as Record<string, unknown>;
  const namesakes = namesakesOf(collections);
  const cited = new Set<string>();
  const named = new Map<string, Map<string, string>>();
  for (const reference of referencesOf(assessment)) {
    const fresh = newId(reference, renames, namesakes);
    if (fresh === undefined) continue;
    const { pointer, kind, id, on } = reference;
    if (kind === 'citation') cited.add(pointer);
    else if (on === 'key') {
      const parent = pointer.slice(0, pointer.lastIndexOf('/'));
      named.set(parent, (named.get(parent) ?? new Map<string, string>()).set(id, fresh));
    } else put(collections, pointer, () => fresh);
  }
  const citation = (id: string) => newId({ kind: 'citation', id }, renames, namesakes) ?? id;
  for (const pointer of cited) put(collections, pointer, (text) => recite(String(text), citation));
  for (const [pointer, ids] of named) put(collections, pointer, (record) => withNewKeys(record, ids));
  rewriteEntityTexts(collections, renames);
  for (const [collection, ids] of renames) {
    for (const entry of recordsIn(collections[collection])) {
      const key = typeof entry.id === 'string' ? 'id' : 'ref';
      const fresh = ids.get(String(entry[key]));
      if (fresh !== undefined) entry[key] = fresh;
    }
  }
  return copy;
}

/**
 * The renames that all references followed, or in which only the id changed. If a reference has the old id on
 * both sides, nothing was renamed: one entry was removed, and a similar one added. Ids were swapped if the
 * references followed; otherwise the contents were.
 */
export function followedRenames(renames: Renames, before: object, after: object): Renames {
  if (renames.size === 0) return renames;
  const [old, fresh] = [targetsOf(before), targetsOf(after)];
  const rewritten = rewriteIds(before, renames);
  const isLeftBehind = (collection: string, id: string) => {
    const target = `${collection}/${id}`;
    return old.has(target) && fresh.has(target);
  };
  const isKept = (collection: string, [from, to]: readonly [string, string]) =>
    isSameEntry(collection, entryOf(rewritten, collection, to), entryOf(after, collection, to)) ||
    (!isLeftBehind(collection, from) && !isLeftBehind(collection, to));
  const kept = new Map(
    [...renames].map(([collection, ids]) => [
      collection,
      new Map([...ids].filter((rename) => isKept(collection, rename))),
    ]),
  );
  return withWholeExchanges(kept, renames, before, after);
}

/** A swap of ids counts only as a whole, and only if more of the rest is equal with it than without. */
function withWholeExchanges(kept: Renames, renames: Renames, before: object, after: object): Renames {
  const exchanged = (collection: string, ids: ReadonlyMap<string, string>) =>
    [...ids].filter(([, to]) => entryOf(before, collection, to) !== undefined);
  const found = new Map([...kept].map(([collection, ids]) => [collection, new Map(ids)]));
  for (const [collection, ids] of renames) {
    const places = exchanged(collection, ids);
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

function differing(before: object, after: object): number {
  return differences({ raw: before, view: before }, after, ASSESSMENT).length;
}

function entryOf(assessment: object, collection: string, id: string): Record<string, unknown> | undefined {
  const [keyOf] = byIdentity;
  return recordsIn((assessment as Record<string, unknown>)[collection]).find((entry) => keyOf(entry) === id);
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

function newId(
  { kind, id }: Pick<Reference, 'kind' | 'id'>,
  renames: Renames,
  namesakes: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (kind !== 'entity') return first(LEADS_TO[kind] ?? [], (collection) => renames.get(collection)?.get(id));
  if (id.includes('/')) return newEntity(id, renames);
  // An id alone is unambiguous only if one collection has it.
  const [collection = '', ...others] = namesakes.get(id) ?? [];
  return others.length === 0 ? renames.get(collection)?.get(id) : undefined;
}

/** `judgments/old` to `judgments/new`. */
function newEntity(entity: string, renames: Renames): string | undefined {
  const [collection = '', id = ''] = entity.split('/');
  const fresh = renames.get(collection)?.get(id);
  return fresh === undefined ? undefined : `${collection}/${fresh}`;
}

function rewriteEntityTexts(assessment: Record<string, unknown>, renames: Renames): void {
  for (const { entry, key } of namedEntities(assessment)) {
    entry[key] = newEntity(String(entry[key]), renames) ?? entry[key];
  }
}

/** Reasons of the edition and exceptions refer to entities too. */
function namedEntities(assessment: Record<string, unknown>) {
  const edition = isRecord(assessment.edition) ? assessment.edition : {};
  return [
    ...recordsIn(edition.changes).map((entry) => ({ entry, key: 'entity' })),
    ...recordsIn(assessment.exceptions).map((entry) => ({ entry, key: 'at' })),
  ];
}

/** Replaces the value at a pointer. */
function put(root: Record<string, unknown>, pointer: string, change: (value: unknown) => unknown): void {
  const parts = fromPointer(pointer);
  const last = parts.pop() ?? '';
  const parent = parts.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], root) as Record<
    string,
    unknown
  >;
  parent[last] = change(parent[last]);
}

/** Renames keys, keeping their order. */
function withNewKeys(record: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (!isRecord(record)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [ids.get(key) ?? key, value]));
}

/** A text with new ids in its citations. */
function recite(text: string, newIdOf: (id: string) => string): string {
  return text.replace(/\[@[^[\]\n]{0,500}\]/g, (bracket) =>
    bracket.replace(/@([a-z0-9][a-z0-9-]*)/g, (_, id: string) => `@${newIdOf(id)}`),
  );
}

/** The collections that contain each id. */
function namesakesOf(assessment: Record<string, unknown>): Map<string, string[]> {
  const [keyOf] = byIdentity;
  const found = new Map<string, string[]>();
  for (const [collection, members] of Object.entries(assessment)) {
    for (const id of new Set(recordsIn(members).map(keyOf))) {
      found.set(id, [...(found.get(id) ?? []), collection]);
    }
  }
  return found;
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
