import type { Assessment } from '../../model/generated/types.ts';
import type { ChangedEntity } from '../types.ts';
import { plain } from '../words/labels.ts';
import { proseOf } from '../words/prose.ts';

/** Reasons for changes, by `collection/id`. */
export type Reasons = ReadonlyMap<string, string>;

/** The reasons in `edition.changes` of an assessment; several for one entity are joined. */
export function reasonsOf(assessment: Assessment): Reasons {
  const reasons = new Map<string, string>();
  for (const { entity, reason } of assessment.edition?.changes ?? []) {
    const text = plain(proseOf(reason) ?? '');
    const known = reasons.get(entity);
    if (text !== '') reasons.set(entity, known === undefined ? text : `${known} ${text}`);
  }
  return reasons;
}

/** The reason for the first of these entities that has one. */
export function reasonFor(reasons: Reasons, entities: readonly ChangedEntity[]): string | undefined {
  for (const { collection, id } of entities) {
    const reason = reasons.get(`${collection}/${id}`);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
