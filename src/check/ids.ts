import type { ReferenceKind } from '../derive/entities/references.ts';
import { pictureReference } from '../model/citation.ts';
import type { RuleInput } from './rule.ts';

type IdKind = Exclude<ReferenceKind, 'entity'>;

/** The ids that references may have, collected once for each kind. */
export class KnownIds {
  readonly #input: RuleInput;
  readonly #byKind = new Map<IdKind, ReadonlySet<string>>();
  #collections: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(input: RuleInput) {
    this.#input = input;
  }

  /** Whether an id belongs to something that was left out because of its own mistakes. */
  isLost(id: string): boolean {
    return this.#input.lostIds?.has(id) ?? false;
  }

  /** The ids that a kind of reference may have. */
  of(kind: IdKind): ReadonlySet<string> {
    const ids = this.#byKind.get(kind) ?? idsOf(kind, this.#input);
    this.#byKind.set(kind, ids);
    return ids;
  }

  /** Ids by collection, for every collection whose members have ids. */
  collections(): ReadonlyMap<string, readonly string[]> {
    this.#collections ??= collectionsOf(this.#input.resolved);
    return this.#collections;
  }
}

function idsOf(kind: IdKind, input: RuleInput): ReadonlySet<string> {
  const { assessment, resolved, register } = input;
  const ids = (items: readonly { readonly id?: string }[] | undefined) =>
    (items ?? []).flatMap(({ id }) => id ?? []);
  switch (kind) {
    case 'source':
      return new Set(resolved.knownSources.keys());
    case 'citation':
      return new Set([
        ...ids(assessment.evidence),
        ...resolved.knownSources.keys(),
        ...ids(assessment.media).map(pictureReference),
      ]);
    case 'actor':
    case 'party':
      return new Set(resolved.knownActors.keys());
    case 'evidence':
      return new Set(ids(assessment.evidence));
    case 'assumption':
      return new Set(ids(assessment.assumptions));
    case 'judgment':
      return new Set(ids(assessment.judgments));
    case 'hypothesis':
      return new Set(ids(assessment.hypotheses));
    case 'indicator':
      return new Set(ids(assessment.indicators));
    case 'incident':
      return new Set(ids(resolved.incidents));
    case 'place':
      return new Set(ids(register.places));
    case 'register-actor':
      return new Set(ids(register.actors));
    case 'register-incident':
      return new Set(ids(register.incidents));
    case 'register-source':
      return new Set(ids(register.sources));
  }
}

function collectionsOf(assessment: object): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [collection, members] of Object.entries(assessment)) {
    if (!Array.isArray(members) || members.length === 0) continue;
    const found = members.flatMap((member: unknown) =>
      typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string'
        ? member.id
        : [],
    );
    if (found.length > 0) ids.set(collection, found);
  }
  return ids;
}
