import type {
  AssessmentHistory,
  HistoryState,
  JudgmentState,
  JudgmentTrack,
} from '../derive/analysis/history.ts';
import { MAX_CASES, type QuestionRecord, type RecordCase } from '../derive/analysis/question-record.ts';
import { parseEdtf } from '../model/edtf.ts';
import { isRecord } from '../model/json.ts';

/** A term of any scale, or a level of confidence. */
const TERM = /^[^\r\n<>*_`|]{1,80}$/u;
/** More than anybody's history has. */
const MAX = 10_000;

/** The history embedded in a PDF, which may come from anybody; `undefined` if it is not valid. */
export function readHistory(text: string): AssessmentHistory | undefined {
  const data = parse(text);
  if (!isRecord(data) || typeof data.id !== 'string' || typeof data.title !== 'string') return undefined;
  const { id, title, states, judgments } = data;
  if (!isListOf(states, isState) || !isListOf(judgments, isTrack)) return undefined;
  if (judgments.some((track) => track.states.length !== states.length)) return undefined;
  return { id, title, states, judgments, levels: [] };
}

/** The track record embedded in a PDF, which may come from anybody; `undefined` if it is not valid. */
export function readRecord(text: string): QuestionRecord | undefined {
  const data = parse(text);
  if (!isRecord(data) || typeof data.id !== 'string' || !isDay(data.asOf)) return undefined;
  const { id, asOf, judgments, scored, brier, isTooFew, open, overdue, unscored, cases } = data;
  if (![judgments, scored, open, overdue, unscored].every(isCount)) return undefined;
  if (!(brier === undefined || (typeof brier === 'number' && brier >= 0 && brier <= 1))) return undefined;
  if (typeof isTooFew !== 'boolean' || !isListOf(cases, isCase) || cases.length > MAX_CASES) return undefined;
  return {
    id,
    asOf,
    judgments: Number(judgments),
    scored: Number(scored),
    ...(brier !== undefined && { brier }),
    isTooFew,
    open: Number(open),
    overdue: Number(overdue),
    unscored: Number(unscored),
    cases,
  };
}

function isCase(value: unknown): value is RecordCase {
  return (
    isRecord(value) &&
    typeof value.memo === 'string' &&
    typeof value.statement === 'string' &&
    typeof value.outcome === 'boolean' &&
    isBand(value.likelihood)
  );
}

function isBand(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value.term === undefined || isTerm(value.term)) &&
    isPercent(value.low) &&
    isPercent(value.high) &&
    typeof value.approximate === 'boolean'
  );
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && parseEdtf(value) !== undefined;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is HistoryState {
  return (
    isRecord(value) &&
    isTextOrNull(value.commit) &&
    isTextOrNull(value.committed) &&
    isTextOrNull(value.published) &&
    (value.edition === null || Number.isSafeInteger(value.edition)) &&
    typeof value.asOf === 'string' &&
    parseEdtf(value.asOf) !== undefined
  );
}

function isTrack(value: unknown): value is JudgmentTrack {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.statement === 'string' &&
    isListOf(value.states, isJudgmentState)
  );
}

function isJudgmentState(value: unknown): value is JudgmentState | null {
  if (value === null) return true;
  if (!isRecord(value) || (value.confidence !== null && !isTerm(value.confidence))) return false;
  const { likelihood } = value;
  if (likelihood === null) return true;
  return (
    isRecord(likelihood) &&
    (likelihood.term === null || isTerm(likelihood.term)) &&
    isPercent(likelihood.low) &&
    isPercent(likelihood.high) &&
    typeof likelihood.approximate === 'boolean'
  );
}

function isTerm(value: unknown): boolean {
  return typeof value === 'string' && TERM.test(value);
}

function isPercent(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.length <= MAX && value.every(is);
}
