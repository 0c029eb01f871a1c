import type { Assessment, Register } from '../model/generated/types.ts';

/** One side of a comparison: an assessment and the register it takes identities from. */
export interface DiffSide {
  readonly assessment: Assessment;
  readonly register: Register;
}

/** The classes of changes, the most important first: the order in which changes are told. */
export const changeClasses = [
  /** Who the assessment is and who may see it: marking, status, cut-off, scales, title, authors, edition. */
  'handling',
  'judgments',
  /** What follows from the data: leading hypothesis, tolls, independent sources, coherence. */
  'derived',
  /** Capability, intent and trends. */
  'capabilities',
  /** Incidents with their figures, attributions and claims. */
  'incidents',
  /** Actors, and relationships with their standing. */
  'actors',
  /** Evidence, sources, grades, assumptions, hypotheses and their matrix, sets that exclude one another. */
  'evidence',
  /** Scenarios, indicators, gaps, implications, recommendations. */
  'outlook',
  /** Question, scope, bottom line and sections. */
  'narrative',
] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** What sort of change it is. In the mirrored comparison those in a pair change places. */
export type ChangeType =
  /** A member of a collection or list is new / gone; `withdrawn` is said of judgments. */
  | 'added'
  | 'removed'
  | 'withdrawn'
  /** The id alone changed: `before` and `after` are the ids. References that followed are no changes. */
  | 'renamed'
  /** The place in an ordered list changed: `before` and `after` are places, counted from 1. */
  | 'moved'
  | 'marking-changed'
  | 'likelihood-moved'
  | 'confidence-moved'
  /** Level of a capability or of intent. */
  | 'level-moved'
  /** Reliability of a source, credibility of an item. */
  | 'grade-moved'
  /** Rating in the matrix of hypotheses. */
  | 'rating-moved'
  | 'impact-moved'
  | 'priority-moved'
  /** Whether an indicator has been seen. */
  | 'observation-moved'
  | 'horizon-changed'
  | 'standing-changed'
  | 'direction-changed'
  | 'figure-changed'
  /** A judgment's outcome became known / is no longer given / is another. */
  | 'resolved'
  | 'reopened'
  | 'resolution-changed'
  /** Prose that reads differently. */
  | 'reworded'
  /** A list in which order means nothing has other members. */
  | 'list-changed'
  /** Anything else. */
  | 'changed'
  /** Derived: another hypothesis leads; several lead now; one leads alone now. */
  | 'leader-changed'
  | 'tie-arose'
  | 'tie-broke'
  /** Derived: what the reports of a count span. */
  | 'range-widened'
  | 'range-narrowed'
  | 'range-moved'
  /** Derived: a judgment has come to rest on one independent source or none / has more than one again. */
  | 'independence-lost'
  | 'independence-gained'
  | 'independence-changed'
  /** Derived: likelihoods that cannot all hold / can again. */
  | 'coherence-lost'
  | 'coherence-restored'
  /** Derived: judgments or hypotheses stand in another order, which changes the numbers that readers cite. */
  | 'order-changed';

/** How a value on a scale moved. */
export interface Move {
  /**
   * `up` is likelier, surer, stronger, more reliable, more restrictive, more consistent. `wider` and `narrower`: one range
   * holds the other. `same`: other words for the same. `stated`, `dropped`: there was, is none. `unclear`: a value that
   * stands on no scale (`unknown`, a grade F or 6).
   */
  readonly direction: 'up' | 'down' | 'same' | 'wider' | 'narrower' | 'stated' | 'dropped' | 'unclear';
  /** Bands, levels or grades between the two, 0 or more; absent where they cannot be counted. */
  readonly steps?: number;
  /** The two scales of likelihood, where they differ: bands of two scales cannot be counted against each other. */
  readonly scales?: { readonly before: string; readonly after: string };
}

/** A value of a JSON document; `null` where there is none. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface ChangedEntity {
  /**
   * Name of the collection (`judgments`, `actors`, `matrix` …), or `assessment` for what the assessment itself says
   * (`marking`, `bottomLine` …).
   */
  readonly collection: string;
  /** Its id (or `ref`) in the newer file, in the older where it is gone; the natural key where entries have no id. */
  readonly id: string;
}

/** One difference between two assessments. */
export interface Change {
  readonly class: ChangeClass;
  readonly type: ChangeType;
  readonly entity: ChangedEntity;
  /**
   * Path within the entity, as a JSON pointer without its first slash (`confidence/level`), in which members of lists are
   * named by their natural key (`capabilities/finance/level`); `null` where the entity itself came or went.
   */
  readonly field: string | null;
  /** The value as the older file has it; `null` where it has none. */
  readonly before: JsonValue;
  /** The value as the newer file has it; `null` where it has none. */
  readonly after: JsonValue;
  /** From 0 to 100: see `weights.ts`. */
  readonly weight: number;
  /** One line of plain English. */
  readonly summary: string;
  /** Why, as `edition.changes` of the newer file says; absent where it gives no reason. */
  readonly reason?: string;
  /** Where the change stands: in the file, in the register, or worked out from both. */
  readonly origin: 'assessment' | 'register' | 'derived';
  readonly move?: Move;
  /** JSON pointers of the place in both files (in both registers, where `origin` is `register`). */
  readonly pointers: { readonly before?: string; readonly after?: string };
  /** In a list whose order matters: the key of the member before it, `null` for the first place. */
  readonly position?: { readonly before?: string | null; readonly after?: string | null };
}

/** All differences between two assessments, by class, then by weight, then in the order of the file. */
export interface AssessmentDiff {
  /** Id of the assessment in the older and in the newer file. */
  readonly id: { readonly before: string; readonly after: string };
  /** Title in the newer file. */
  readonly title: string;
  readonly changes: readonly Change[];
}
