import type { Surroundings } from '../../match/surroundings.ts';
import { nounOf } from '../../place-rules.ts';
import type { Change } from '../../types.ts';

/** Several changes described as one: the first represents them all. */
export interface Joined {
  readonly changes: readonly [Change, ...Change[]];
  /** Replaces the summary of the first. */
  readonly summary?: string;
  readonly type?: Change['type'];
}

/** What joining needs from the two assessments. */
export type Sides = Pick<Surroundings, 'before' | 'after' | 'labels'>;

export type Join = (changes: readonly Change[], sides: Sides) => readonly Joined[];

/** Whether two changes are in the same entity. */
export function isSameEntity(one: Change['entity'], other: Change['entity']): boolean {
  return one.collection === other.collection && one.id === other.id;
}

/** The noun and name of what changed: `Judgment “…”`. */
export function subjectOf({ entity }: Change, labels: Surroundings['labels']): string {
  return `${nounOf(entity.collection) ?? entity.collection} “${labels.of(entity.collection, entity.id)}”`;
}
