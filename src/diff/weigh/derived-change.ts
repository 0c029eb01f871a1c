import type { Change, ChangedEntity } from '../types.ts';

/** A derived change before it has its class, place and reason. */
export type DerivedChange = Pick<
  Change,
  'type' | 'entity' | 'field' | 'before' | 'after' | 'weight' | 'summary' | 'move'
> & {
  /** What it is said of in the older file, where that is another entity. */
  readonly previous?: ChangedEntity;
  /** The list that it is said of, where it is of no single entity. */
  readonly list?: 'judgments' | 'hypotheses';
};
