import type { LikelihoodView } from './likelihood.ts';

/** How earlier judgments on what a memo is about turned out, as far as its readers may know of them. All of it is data. */
export interface QuestionRecord {
  /** Id of the assessment whose memo shows it. */
  readonly id: string;
  /** The day up to which it is counted (`YYYY-MM-DD`): the memo's information cut-off. */
  readonly asOf: string;
  /** Earlier judgments on the question, each counted once whatever number of editions has it. */
  readonly judgments: number;
  /** Those whose outcome is known and which can be scored. */
  readonly scored: number;
  /** Brier score of those: 0 is best, always saying 50 % gives 0.25. */
  readonly brier?: number;
  /** Too few to tell skill from luck. */
  readonly isTooFew: boolean;
  readonly open: number;
  readonly overdue: number;
  /** What cannot be scored for another reason: withdrawn, without evidence of the outcome, without likelihood, early. */
  readonly unscored: number;
  /** Those scored, the latest outcome first, at most `MAX_CASES`. */
  readonly cases: readonly RecordCase[];
}

/** A judgment, and what came of it. */
export interface RecordCase {
  /** Title of the assessment that made it. */
  readonly memo: string;
  /** In plain words. */
  readonly statement: string;
  /** As it was given before the outcome was known. */
  readonly likelihood: Pick<LikelihoodView, 'low' | 'high' | 'term' | 'approximate'>;
  readonly outcome: boolean;
}

/** Most cases that a memo lists. */
export const MAX_CASES = 6;
