import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { type EdtfDate, parseEdtf } from '../../model/edtf.ts';
import type { Assessment, ConfidenceLevel, Level } from '../../model/generated/types.ts';
import type { JudgmentView } from '../entities/judgments.ts';
import { proseText } from '../entities/resolve.ts';
import { viewLikelihood } from './likelihood.ts';

/** What an assessment said over time, as `history --format json` prints it. */
export interface AssessmentHistory {
  readonly id: string;
  readonly title: string;
  /** States of the file whose content differs from the state before, the oldest first. */
  readonly states: readonly HistoryState[];
  /** In the order of the newest state; judgments that it does not have follow. */
  readonly judgments: readonly JudgmentTrack[];
  readonly levels: readonly LevelTrack[];
  /** Levels of confidence from the least, where they are not `low`, `moderate` and `high`. */
  readonly confidence?: readonly string[];
}

export interface HistoryState {
  /** Hash of the commit; `null` for changes not committed yet. */
  readonly commit: string | null;
  /** Time of the commit, ISO 8601 with its time zone; `null` for changes not committed yet. */
  readonly committed: string | null;
  /** Number of the edition; `null` where the file names none. */
  readonly edition: number | null;
  /** Information cut-off, and date of publication, as the file has them. */
  readonly asOf: string;
  readonly published: string | null;
}

/** A judgment over time, also if its id changed; it ends where its id is used for another judgment. */
export interface JudgmentTrack {
  /** Its last id. */
  readonly id: string;
  /** Its last statement. */
  readonly statement: string;
  /** One for each state of the file; `null` where it has no such judgment. */
  readonly states: readonly (JudgmentState | null)[];
}

export interface JudgmentState {
  readonly likelihood: HistoryLikelihood | null;
  readonly confidence: ConfidenceLevel | null;
}

/** A likelihood with its band in percent; without a term if none fits its range. */
export interface HistoryLikelihood {
  readonly term: string | null;
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
}

export interface LevelTrack {
  readonly actor: string;
  readonly name: string;
  /** A dimension of capability, or `intent`. */
  readonly dimension: string;
  /** One for each state of the file; `null` where it gives none. */
  readonly states: readonly (Level | null)[];
}

/** The state of a judgment in one state of its file. */
export function judgmentState(
  { likelihood, confidence }: Assessment['judgments'][number],
  assessment: Assessment,
): JudgmentState {
  const scale = likelihoodScaleOf(assessment);
  const view = likelihood && viewLikelihood(scale, likelihood);
  return {
    likelihood: view
      ? { term: view.term ?? null, low: view.low, high: view.high, approximate: view.approximate }
      : null,
    confidence: confidence?.level ?? null,
  };
}

/** The text of a statement in one line. */
export function statementText({ statement }: Assessment['judgments'][number]): string {
  return (proseText(statement) ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The history as a figure shows it: editions instead of commits, and only the judgments that the memo prints.
 */
export interface HistoryView {
  /** In the order of time; at least two. */
  readonly editions: readonly { readonly number: number | undefined; readonly asOf: EdtfDate }[];
  readonly judgments: readonly JudgmentHistoryView[];
}

export interface JudgmentHistoryView {
  /** Printed number. */
  readonly number: number;
  readonly key: boolean;
  readonly statement: string;
  /** One for each edition; `undefined` where it has no such judgment. */
  readonly states: readonly (JudgmentState | undefined)[];
}

/** The last state of each edition, with its place among the states: commits with the same number and cut-off are one. */
function lastOfEditions({ states }: AssessmentHistory) {
  return states.flatMap((state, index) => {
    const next = states[index + 1];
    return next && next.edition === state.edition && next.asOf === state.asOf ? [] : [{ state, index }];
  });
}

/** Why a memo shows no history, although it was asked for; `undefined` if it has two editions or more. */
export function whyNoHistory(history: AssessmentHistory): string | undefined {
  const [only, ...others] = lastOfEditions(history);
  if (others.length > 0) return undefined;
  return only
    ? `There is one edition in git, with the cut-off ${only.state.asOf}.`
    : 'No edition in git can be read.';
}

/**
 * The judgments of a memo over its editions. Commits with the same edition number and information cut-off are
 * one edition, in the state of the last of them: so a figure is the same before and after a commit. `undefined`
 * with fewer than two editions, or if no judgment has a likelihood.
 */
export function viewHistory(
  history: AssessmentHistory,
  current: readonly JudgmentView[],
): HistoryView | undefined {
  const editions = lastOfEditions(history).flatMap(({ state, index }) => {
    const asOf = parseEdtf(state.asOf);
    return asOf ? [{ index, number: state.edition ?? undefined, asOf }] : [];
  });
  const shown = current.flatMap(({ id, number, key, statement }): JudgmentHistoryView[] => {
    const track = history.judgments.find((judgment) => judgment.id === id);
    if (!track?.states.some((state) => state?.likelihood)) return [];
    return [
      { number, key, statement, states: editions.map(({ index }) => track.states[index] ?? undefined) },
    ];
  });
  return editions.length < 2 || shown.length === 0
    ? undefined
    : { editions: editions.map(({ number, asOf }) => ({ number, asOf })), judgments: shown };
}
