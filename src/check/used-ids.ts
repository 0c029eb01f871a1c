import { type ReferenceKind, referencesOf } from '../derive/entities/references.ts';
import type { Assessment } from '../model/generated/types.ts';

/** Which kinds of reference count as using an entry of a collection. */
const USES = {
  sources: ['source', 'citation'],
  evidence: ['evidence', 'citation'],
  assumptions: ['assumption'],
  actors: ['actor', 'party'],
} as const satisfies Readonly<Record<string, readonly ReferenceKind[]>>;

const known = new WeakMap<Assessment, ReadonlyMap<ReferenceKind, ReadonlySet<string>>>();

/** Ids of a collection that something in the file refers to. */
export function usedIds(assessment: Assessment, collection: keyof typeof USES): ReadonlySet<string> {
  const byKind = known.get(assessment) ?? idsByKind(assessment);
  known.set(assessment, byKind);
  const entities = [...(byKind.get('entity') ?? [])].map((id) =>
    id.startsWith(`${collection}/`) ? id.slice(collection.length + 1) : id,
  );
  return new Set([...USES[collection].flatMap((kind) => [...(byKind.get(kind) ?? [])]), ...entities]);
}

function idsByKind(assessment: Assessment): Map<ReferenceKind, Set<string>> {
  const byKind = new Map<ReferenceKind, Set<string>>();
  for (const { kind, id } of referencesOf(assessment)) {
    const ids = byKind.get(kind);
    if (ids) ids.add(id);
    else byKind.set(kind, new Set([id]));
  }
  return byKind;
}
