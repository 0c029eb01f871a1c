import type { Assessment, Register } from '../../model/generated/types.ts';
import { referencesOf } from './references.ts';
import { byId } from './resolve.ts';

/**
 * The part of the register that an assessment uses: enough to make the same memo, without revealing what other
 * assessments use.
 */
export function registerExcerpt(assessment: Assessment, register: Register): Register {
  const named = new Set(referencesOf(assessment).map(({ id }) => id));
  const actors = byId(register.actors);
  for (const id of named) {
    const parent = actors.get(id)?.parent;
    if (parent !== undefined) named.add(parent); // a set also iterates over values added meanwhile
  }
  const incidents = (register.incidents ?? []).filter(({ id }) => named.has(id));
  for (const { place } of incidents) if (typeof place === 'string') named.add(place);
  const excerpt = {
    actors: (register.actors ?? []).filter(({ id }) => named.has(id)),
    incidents,
    places: (register.places ?? []).filter(({ id }) => named.has(id)),
    sources: (register.sources ?? []).filter(({ id }) => named.has(id)),
  };
  return Object.fromEntries(Object.entries(excerpt).filter(([, entries]) => entries.length > 0));
}
