import type {
  AssessmentHistory,
  HistoryState,
  JudgmentState,
  JudgmentTrack,
} from '../derive/analysis/history.ts';
import { parseEdtf } from '../model/edtf.ts';

/** What a term of a scale, or a level of confidence, may be: any scale may be in use. */
const TERM = /^[^\r\n<>*_`|]{1,80}$/u;
/** More than anybody's history has. */
const MAX = 10_000;

/** The history that a PDF carries, which may come from anybody; `undefined` where it is none. */
export function readHistory(text: string): AssessmentHistory | undefined {
  const data = parse(text);
  if (!isRecord(data) || typeof data.id !== 'string' || typeof data.title !== 'string') return undefined;
  const { id, title, states, judgments } = data;
  if (!isListOf(states, isState) || !isListOf(judgments, isTrack)) return undefined;
  if (judgments.some((track) => track.states.length !== states.length)) return undefined;
  return { id, title, states, judgments, levels: [] };
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
