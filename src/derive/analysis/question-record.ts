import type { LikelihoodView } from './likelihood.ts';

/** How earlier judgments on a memo's question turned out, limited to what its readers may know. Plain data. */
export interface QuestionRecord {
  /** Id of the assessment whose memo shows it. */
  readonly id: string;
  /** The day up to which judgments are counted (`YYYY-MM-DD`): the memo's information cut-off. */
  readonly asOf: string;
  /** Earlier judgments on the question, each counted once, however many editions contain it. */
  readonly judgments: number;
  /** Those with a known outcome that can be scored. */
  readonly scored: number;
  /** Their Brier score: 0 is best, always saying 50 % gives 0.25. */
  readonly brier?: number;
  /** Whether they are too few to tell skill from luck. */
  readonly isTooFew: boolean;
  readonly open: number;
  readonly overdue: number;
  /**
   * Judgments that cannot be scored for another reason: withdrawn, no evidence of the outcome, no likelihood,
   * resolved early.
   */
  readonly unscored: number;
  /** The scored ones, the latest outcome first, at most `MAX_CASES`. */
  readonly cases: readonly RecordCase[];
}

/** A judgment and its outcome. */
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
