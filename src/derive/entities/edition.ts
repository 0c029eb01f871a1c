import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Level } from '../../model/generated/types.ts';
import type { LikelihoodView } from '../analysis/likelihood.ts';
import type { JudgmentViews } from './judgments.ts';
import { type NamedEntity, nameEntity } from './name-entity.ts';
import { proseText, type ResolvedAssessment } from './resolve.ts';

/** What an edition says of the one before it. */
export interface RevisionView {
  /** The edition it takes the place of, as the file names it. */
  readonly supersedes: string | undefined;
  readonly changes: readonly ReasonView[];
}

/** Why something changed. */
export interface ReasonView {
  readonly entity: NamedEntity;
  readonly reason: string;
}

/**
 * What changed since the edition before. It takes both editions to know it, so that it is no part of the view of one:
 * whoever compares them hands it to the page.
 */
export interface EditionChanges {
  /** The edition before. */
  readonly previous: { readonly number: number | undefined; readonly asOf: EdtfDate };
  /** Judgments whose likelihood or confidence moved, in the order of their numbers. */
  readonly moved: readonly MovedJudgment[];
  /** Numbers of the judgments that are new. */
  readonly added: readonly number[];
  readonly withdrawn: readonly WithdrawnJudgment[];
  /** Statements of the hypotheses that led and that lead now; `undefined` where that is the same. */
  readonly leading: { readonly from: readonly string[]; readonly to: readonly string[] } | undefined;
  /** Levels of capability and intent that moved. */
  readonly levels: readonly MovedLevel[];
  /** Reasons given for what is not told above. */
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

/** A value before and now. */
export interface Moved<Value> {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  /** How it moved; `undefined` where it did not. */
  readonly move:
    | {
        readonly direction: 'up' | 'down' | 'same' | 'wider' | 'narrower' | 'stated' | 'dropped' | 'unclear';
        /** Bands or levels between the two, where they can be counted. */
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

/** What changed since the edition before; `undefined` where the file names neither that edition nor a change. */
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
