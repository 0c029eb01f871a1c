import type { Change, ChangedEntity } from '../types.ts';

/** A derived change before it gets its class, place and reason. */
export type DerivedChange = Pick<
  Change,
  'type' | 'entity' | 'field' | 'before' | 'after' | 'weight' | 'summary' | 'move'
> & {
  /** Its entity in the older file, if that is a different one. */
  readonly previous?: ChangedEntity;
  /** The list it is about, if it is not about a single entity. */
  readonly list?: 'judgments' | 'hypotheses';
};
