import { type Reference, referencesOf } from '../../derive/entities/references.ts';
import { fromPointer } from '../../model/pointer.ts';
import { isRecord } from '../json.ts';
import { byIdentity } from './natural-keys.ts';
import { contentOf, type Renames } from './renames.ts';

/** The collection that each kind of reference leads to; `ref` of an entry is its identity and no reference here. */
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

/** A copy of an assessment in which renamed entries, and all that refers to them, have the new ids. */
export function rewriteIds<T extends object>(assessment: T, renames: Renames): T {
  if (renames.size === 0) return assessment;
  const copy = structuredClone(assessment);
  const collections = copy as Record<string, unknown>;
  const namesakes = namesakesOf(collections);
  for (const reference of referencesOf(assessment)) {
    const fresh = newId(reference, renames, namesakes);
    if (fresh !== undefined) put(collections, reference, fresh);
  }
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
 * The renames that all references followed, or in which nothing but the id changed. Where a reference still has the old id
 * on both sides, nobody renamed what is merely alike: one entry went, and a similar one came.
 */
export function followedRenames(renames: Renames, before: object, after: object): Renames {
  if (renames.size === 0) return renames;
  const [old, fresh] = [targetsOf(before), targetsOf(after)];
  const isLeftBehind = (collection: string, id: string) => {
    const target = `${collection}/${id}`;
    return old.has(target) && fresh.has(target);
  };
  return new Map(
    [...renames].map(([collection, ids]) => [
      collection,
      new Map(
        [...ids].filter(
          ([from, to]) =>
            isSameEntry(collection, entryOf(before, collection, from), entryOf(after, collection, to)) ||
            (!isLeftBehind(collection, from) && !isLeftBehind(collection, to)),
        ),
      ),
    ]),
  );
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

/** What an assessment refers to, as collection and id; an id alone counts for every collection that it may mean. */
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
  { kind, id }: Reference,
  renames: Renames,
  namesakes: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (kind !== 'entity') return first(LEADS_TO[kind] ?? [], (collection) => renames.get(collection)?.get(id));
  if (id.includes('/')) return newEntity(id, renames);
  // An id alone means something only where one collection has it.
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

/** Reasons of the edition and exceptions name entities too. */
function namedEntities(assessment: Record<string, unknown>) {
  const edition = isRecord(assessment.edition) ? assessment.edition : {};
  return [
    ...recordsIn(edition.changes).map((entry) => ({ entry, key: 'entity' })),
    ...recordsIn(assessment.exceptions).map((entry) => ({ entry, key: 'at' })),
  ];
}

function put(root: Record<string, unknown>, { pointer, kind, id, on }: Reference, fresh: string): void {
  const parts = fromPointer(pointer);
  const last = parts.pop() ?? '';
  const parent = parts.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], root) as Record<
    string,
    unknown
  >;
  if (on === 'key') renameKey(parent, id, fresh);
  else parent[last] = kind === 'citation' ? recite(String(parent[last]), id, fresh) : fresh;
}

/** Keeps the order of the members. */
function renameKey(record: Record<string, unknown>, old: string, fresh: string): void {
  const entries = Object.entries(record);
  for (const [key] of entries) delete record[key];
  for (const [key, value] of entries) record[key === old ? fresh : key] = value;
}

/** Ids have only letters, digits and hyphens: nothing in them has to be escaped. */
function recite(text: string, old: string, fresh: string): string {
  return text.replace(/\[@[^[\]\n]{0,500}\]/g, (bracket) =>
    bracket.replace(new RegExp(`@${old}(?![a-z0-9-])`, 'g'), `@${fresh}`),
  );
}

/** The collections that have each id. */
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
