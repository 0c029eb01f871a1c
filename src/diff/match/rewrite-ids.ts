import { type Reference, referencesOf } from '../../derive/entities/references.ts';
import { isRecord } from '../../model/json.ts';
import { fromPointer } from '../../model/pointer.ts';
import { byIdentity } from './natural-keys.ts';
import type { Renames } from './renames.ts';

/**
 * The collections that each kind of reference leads to; an entry's `ref` is its identity, not a reference here.
 */
export const LEADS_TO: Partial<Record<Reference['kind'], readonly string[]>> = {
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
 * once: two entries may have swapped ids. References to an entry in `alone` keep its old id.
 */
export function rewriteIds<T extends object>(assessment: T, renames: Renames, alone: Renames = new Map()): T {
  if (renames.size + alone.size === 0) return assessment;
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
  for (const [collection, ids] of [...renames, ...alone]) {
    for (const entry of recordsIn(collections[collection])) {
      const key = typeof entry.id === 'string' ? 'id' : 'ref';
      const fresh = ids.get(String(entry[key]));
      if (fresh !== undefined) entry[key] = fresh;
    }
  }
  return copy;
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
export function namedEntities(assessment: Record<string, unknown>) {
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

export function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
