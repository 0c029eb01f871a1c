import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Level } from '../../model/generated/types.ts';
import type { LikelihoodView } from '../analysis/likelihood.ts';
import type { JudgmentViews } from './judgments.ts';
import { type NamedEntity, nameEntity } from './name-entity.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

/** What an edition says about the previous one. */
export interface RevisionView {
  /** The edition it replaces, as the file names it. */
  readonly supersedes: string | undefined;
  readonly changes: readonly ReasonView[];
}

/** Why something changed. */
export interface ReasonView {
  readonly entity: NamedEntity;
  readonly reason: string;
}

/**
 * What changed since the previous edition. Needs both editions, so it is not part of one edition's view:
 * whoever compares them passes it to the page.
 */
export interface EditionChanges {
  /** The previous edition. */
  readonly previous: { readonly number: number | undefined; readonly asOf: EdtfDate };
  /** Judgments whose likelihood or confidence moved, in the order of their numbers. */
  readonly moved: readonly MovedJudgment[];
  /** Numbers of the judgments that are new. */
  readonly added: readonly number[];
  readonly withdrawn: readonly WithdrawnJudgment[];
  /** Statements of the hypotheses that led before and lead now; `undefined` if they are the same. */
  readonly leading: { readonly from: readonly string[]; readonly to: readonly string[] } | undefined;
  /** Levels of capability and intent that changed. */
  readonly levels: readonly MovedLevel[];
  /** Reasons given for changes not listed above. */
  readonly reasons: readonly ReasonView[];
}

export interface MovedJudgment {
  readonly number: number;
  /** The beginning of its statement, as plain text. */
  readonly label: string;
  readonly likelihood: Moved<LikelihoodView>;
  readonly confidence: Moved<ConfidenceLevel>;
  /** Prose; `undefined` where none is given. */
  readonly reason: string | undefined;
}

/** A value before and after. */
export interface Moved<Value> {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  /** Direction of the change; `undefined` if there is none. */
  readonly move:
    | {
        readonly direction: 'up' | 'down' | 'same' | 'wider' | 'narrower' | 'stated' | 'dropped' | 'unclear';
        /** Number of bands or levels between the two, if they can be counted. */
        readonly steps: number | undefined;
      }
    | undefined;
}

export interface WithdrawnJudgment {
  /** Its statement as plain text. */
  readonly statement: string;
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  readonly reason: string | undefined;
}

export interface MovedLevel {
  readonly actor: string;
  /** A dimension of capability, or `intent`. */
  readonly dimension: string;
  readonly from: Level;
  readonly to: Level;
  readonly isUp: boolean;
  readonly reason: string | undefined;
}

/** What changed since the previous edition; `undefined` if the file names neither that edition nor a change. */
export function viewRevision(
  assessment: ResolvedAssessment,
  judgments: JudgmentViews,
): RevisionView | undefined {
  const { supersedes, changes = [] } = assessment.edition ?? {};
  if (supersedes === undefined && changes.length === 0) return undefined;
  const numbers = new Map(judgments.all.map(({ id, number }) => [id, number]));
  return {
    supersedes,
    changes: changes.map(({ entity, reason }) => ({
      entity: nameEntity(entity, assessment, numbers),
      reason: proseText(reason) ?? '',
    })),
  };
}
