import type { Assessment, Register } from '../model/generated/types.ts';

/** One side of a comparison: an assessment and the register it takes identities from. */
export interface DiffSide {
  readonly assessment: Assessment;
  readonly register: Register;
}

/** The classes of changes, the most important first: the order in which changes are reported. */
export const changeClasses = [
  /** The assessment's identity and handling: marking, status, cut-off, scales, title, authors, edition. */
  'handling',
  'judgments',
  /** Computed from the data: leading hypothesis, casualties, independent sources, coherence. */
  'derived',
  /** Capability, intent and trends. */
  'capabilities',
  /** Incidents with their figures, attributions and claims. */
  'incidents',
  /** Actors, and relationships with their standing. */
  'actors',
  /** Evidence, sources, grades, assumptions, hypotheses and their matrix, exclusive sets. */
  'evidence',
  /** Scenarios, indicators, gaps, implications, recommendations. */
  'outlook',
  /** Question, scope, bottom line and sections. */
  'narrative',
] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** The type of a change. Comparing in reverse swaps the two types of a pair. */
export type ChangeType =
  /** An entry was added / removed; `withdrawn` for judgments. */
  | 'added'
  | 'removed'
  | 'withdrawn'
  /** Only the id changed: `before` and `after` are the ids. References that followed are not changes. */
  | 'renamed'
  /** The position in an ordered list changed: `before` and `after` are positions, counted from 1. */
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
  /** Whether an indicator has been observed. */
  | 'observation-moved'
  | 'horizon-changed'
  | 'standing-changed'
  | 'direction-changed'
  | 'figure-changed'
  /** A judgment's outcome became known / was removed / changed. */
  | 'resolved'
  | 'reopened'
  | 'resolution-changed'
  /** Prose was reworded. */
  | 'reworded'
  /** A list without order has different members. */
  | 'list-changed'
  /** Anything else. */
  | 'changed'
  /** Derived: another hypothesis leads; several lead now; one leads alone now. */
  | 'leader-changed'
  | 'tie-arose'
  | 'tie-broke'
  /** Derived: the range of a count's reports. */
  | 'range-widened'
  | 'range-narrowed'
  | 'range-moved'
  /** Derived: a judgment now rests on at most one independent source / on more than one again. */
  | 'independence-lost'
  | 'independence-gained'
  | 'independence-changed'
  /** Derived: likelihoods have become incoherent / coherent. */
  | 'coherence-lost'
  | 'coherence-restored'
  /** Derived: judgments or hypotheses are in another order, which changes the numbers that readers cite. */
  | 'order-changed';

/** How a value on a scale moved. */
export interface Move {
  /**
   * `up` is likelier, more confident, stronger, more reliable, more restrictive, more consistent. `wider` and
   * `narrower`: one range contains the other. `same`: other words for the same value. `stated`, `dropped`: a
   * value was added, removed. `unclear`: a value outside of the scale (`unknown`, a grade F or 6).
   */
  readonly direction: 'up' | 'down' | 'same' | 'wider' | 'narrower' | 'stated' | 'dropped' | 'unclear';
  /** Bands, levels or grades between the two, 0 or more; absent if they cannot be counted. */
  readonly steps?: number;
  /** The two likelihood scales, if they differ: bands of two scales cannot be counted against each other. */
  readonly scales?: { readonly before: string; readonly after: string };
}

/** A JSON value; `null` if there is none. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface ChangedEntity {
  /**
   * Name of the collection (`judgments`, `actors`, `matrix` …), or `assessment` for properties of the
   * assessment itself (`marking`, `bottomLine` …).
   */
  readonly collection: string;
  /**
   * Its id (or `ref`) in the newer file, or in the older if it was removed; the natural key for entries without
   * id.
   */
  readonly id: string;
}

/** One difference between two assessments. */
export interface Change {
  readonly class: ChangeClass;
  readonly type: ChangeType;
  readonly entity: ChangedEntity;
  /**
   * Path within the entity, as a JSON pointer without its first slash (`confidence/level`), with list entries
   * named by their natural key (`capabilities/finance/level`); `null` if the entity itself was added or
   * removed.
   */
  readonly field: string | null;
  /** The value in the older file; `null` if there is none. */
  readonly before: JsonValue;
  /** The value in the newer file; `null` if there is none. */
  readonly after: JsonValue;
  /** From 0 to 100: see `weights.ts`. */
  readonly weight: number;
  /** One line of plain English. */
  readonly summary: string;
  /** The reason, from `edition.changes` of the newer file; absent if it gives none. */
  readonly reason?: string;
  /** Where the change comes from: the file, the register, or computed from both. */
  readonly origin: 'assessment' | 'register' | 'derived';
  readonly move?: Move;
  /** JSON pointers in both files (in both registers if `origin` is `register`). */
  readonly pointers: { readonly before?: string; readonly after?: string };
  /** In an ordered list: the key of the entry before it, `null` for the first position. */
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
