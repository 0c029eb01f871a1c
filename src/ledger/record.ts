import { type Discrimination, discrimination } from '../derive/analysis/discrimination.ts';
import { MIN_FORECASTS } from '../derive/analysis/forecasters.ts';
import {
  calibrationByTenths,
  type Forecast,
  type ForecastScores,
  scoreForecasts,
} from '../derive/analysis/forecasts.ts';
import { dayNumber } from '../model/date-order.ts';
import { compareText } from '../model/finding.ts';
import { isDate, isList, type Row, type Value } from './columns.ts';
import type { RecordGroup } from './record-groups.ts';

/** How often forecasts of one band came true, with its uncertainty. */
export type CalibratedBin = ForecastScores['calibration'][number] & {
  /** Ends of the 95 % interval of the observed rate, from 0 to 1 (Wilson). */
  readonly interval: readonly [low: number, high: number];
};

/** How well some judgments forecast what happened. */
export interface TrackRecord {
  /** What they have in common; `undefined` for all judgments. */
  readonly group: string | undefined;
  readonly scores: Omit<ForecastScores, 'calibration'> & { readonly calibration: readonly CalibratedBin[] };
  /**
   * Whether events that happened got higher forecasts than those that did not; `undefined` if all or none
   * happened.
   */
  readonly discrimination: Discrimination | undefined;
  /** Whether there are too few to judge their author. */
  readonly isTooFew: boolean;
  /** Brier score of always saying 50 %: a quarter; `undefined` without forecasts. */
  readonly middle: number | undefined;
  /** Judgments with a base rate: their own Brier score and that of the base rate. */
  readonly againstBaseRate:
    | { readonly count: number; readonly brier: number; readonly baseRate: number }
    | undefined;
  /** Judgments that are not scored, and those whose score deserves a second look. */
  readonly counted: RecordCounts;
}

export interface RecordCounts {
  /** Their horizon has not passed. */
  readonly open: number;
  /** Their horizon has passed, and nobody has resolved them. */
  readonly overdue: number;
  /**
   * Resolved before their horizon passed: counted only afterwards, or events that happen early would count for
   * more.
   */
  readonly early: number;
  /** Resolved, but without a likelihood: cannot be scored. */
  readonly withoutLikelihood: number;
  /** Resolved without evidence: not scored. */
  readonly withoutEvidence: number;
  /** Removed in the next edition before the outcome was known: not scored. */
  readonly withdrawn: number;
  /** Scored, and reworded in the resolving edition or in the month before. */
  readonly rewordedLate: number;
  /** Scored by the last earlier likelihood; the resolving edition gives another. */
  readonly changedWhenResolved: number;
}

/** Days before a resolution in which rewording is reported. */
const LATE = 31;

/** One judgment through its editions, as a forecast. */
export interface Followed {
  /** The row with the likelihood that is scored. */
  readonly row: Row;
  /** The last edition, or the one that resolves it. */
  readonly last: Row;
  readonly fate: keyof RecordCounts | 'scored';
  readonly forecast?: Forecast;
  readonly isRewordedLate: boolean;
  readonly isChangedWhenResolved: boolean;
}

/**
 * The track record of a ledger's judgments (all editions) on a day: all together, then by `group` if one is
 * given, the largest group first. A judgment counts once, however many editions have it, with its last
 * likelihood before the outcome was known.
 */
export function trackRecords(rows: readonly Row[], today: string, group?: RecordGroup): TrackRecord[] {
  const followed = followAll(rows, today);
  const all = recordOf(undefined, followed);
  if (!group) return [all];
  const groups = new Map<string, Followed[]>();
  for (const one of followed) {
    for (const name of new Set(groupsOf(one.row, group))) {
      const members = groups.get(name);
      if (members) members.push(one);
      else groups.set(name, [one]);
    }
  }
  const records = [...groups].map(([name, members]) => recordOf(name, members));
  return [
    all,
    ...records.sort((a, b) => b.scores.count - a.scores.count || compareText(a.group ?? '', b.group ?? '')),
  ];
}

/** Every judgment of a ledger (all editions), each once. */
export function followAll(rows: readonly Row[], today: string): Followed[] {
  return threadsOf(rows).map((thread) => follow(thread, today));
}

function threadsOf(rows: readonly Row[]): Row[][] {
  const threads = new Map<Value, Row[]>();
  for (const row of rows) {
    const thread = row.value('thread');
    const known = threads.get(thread);
    if (known) known.push(row);
    else threads.set(thread, [row]);
  }
  return [...threads.values()];
}

function follow(thread: readonly Row[], today: string): Followed {
  const resolvedAt = thread.findIndex((row) => row.value('resolved') === true);
  const resolving = thread[resolvedAt];
  const last = (resolving ?? thread.at(-1)) as Row; // a thread has at least one row
  const before = resolvedAt > 0 ? thread[resolvedAt - 1] : undefined;
  const row = before?.value('chance') === undefined ? last : before;
  const fate = fateOf(last, row, today);
  const isScored = fate === 'scored';
  return {
    row,
    last,
    fate,
    ...(isScored && {
      forecast: { probability: Number(row.value('chance')) / 100, outcome: last.value('outcome') === true },
    }),
    isRewordedLate: isScored && thread.some((one) => isLate(one, last)),
    isChangedWhenResolved: isScored && row !== last && row.value('chance') !== last.value('chance'),
  };
}

function fateOf(row: Row, forecast: Row, today: string): Followed['fate'] {
  const horizon = row.value('horizon');
  const evidence = row.value('resolvedBy');
  const isOver = !isDate(horizon) || lastDay(horizon) < dayNumber(today);
  if (row.value('resolved') !== true) {
    if (row.value('withdrawn') === true) return 'withdrawn';
    return isOver && isDate(horizon) ? 'overdue' : 'open';
  }
  if (!isList(evidence) || evidence.length === 0) return 'withoutEvidence';
  if (forecast.value('chance') === undefined) return 'withoutLikelihood';
  return isOver ? 'scored' : 'early';
}

/** The last day of a date; infinite without an end. */
function lastDay({ latest }: { readonly latest?: string | undefined }): number {
  return latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(latest);
}

/** Whether the judgment was reworded in the resolving edition, or shortly before. */
function isLate(row: Row, resolving: Row): boolean {
  if (row.value('reworded') !== true) return false;
  if (row === resolving) return true;
  const known = resolving.value('resolvedOn') ?? resolving.edition.date;
  const reworded = row.edition.date;
  if (!isDate(known) || !isDate(reworded)) return false;
  return lastDay(known) - lastDay(reworded) <= LATE;
}

function groupsOf(row: Row, group: RecordGroup): string[] {
  const { edition } = row;
  const given: Readonly<Record<RecordGroup, Value>> = {
    year: isDate(edition.date) ? edition.date.earliest?.slice(0, 4) : undefined,
    area: edition.areas,
    actor: row.value('actors'),
    author: edition.authors,
    form: edition.form,
    assessment: edition.lineage,
  };
  const value = given[group];
  if (value === undefined || isDate(value)) return [];
  return isList(value) ? [...value] : [String(value)];
}

export function recordOf(group: string | undefined, followed: readonly Followed[]): TrackRecord {
  const forecasts = followed.flatMap(({ forecast }) => forecast ?? []);
  const scores = scoreForecasts(forecasts);
  const count = (holds: (one: Followed) => boolean) => followed.filter(holds).length;
  const fated = (fate: Followed['fate']) => count((one) => one.fate === fate);
  return {
    group,
    scores: { ...scores, calibration: withIntervals(forecasts) },
    discrimination: discrimination(forecasts),
    isTooFew: forecasts.length < MIN_FORECASTS,
    middle: forecasts.length === 0 ? undefined : 0.25,
    againstBaseRate: againstBaseRate(followed),
    counted: {
      open: fated('open'),
      overdue: fated('overdue'),
      early: fated('early'),
      withoutLikelihood: fated('withoutLikelihood'),
      withoutEvidence: fated('withoutEvidence'),
      withdrawn: fated('withdrawn'),
      rewordedLate: count((one) => one.isRewordedLate),
      changedWhenResolved: count((one) => one.isChangedWhenResolved),
    },
  };
}

function againstBaseRate(followed: readonly Followed[]): TrackRecord['againstBaseRate'] {
  const both = followed.flatMap(({ row, forecast }) => {
    const baseRate = row.value('baseRate');
    return forecast && typeof baseRate === 'number' ? [{ forecast, baseRate: baseRate / 100 }] : [];
  });
  if (both.length === 0) return undefined;
  const mean = (square: (one: (typeof both)[number]) => number) =>
    both.reduce((sum, one) => sum + square(one), 0) / both.length;
  return {
    count: both.length,
    brier: mean(({ forecast }) => (forecast.probability - Number(forecast.outcome)) ** 2),
    baseRate: mean(({ forecast, baseRate }) => (baseRate - Number(forecast.outcome)) ** 2),
  };
}

/**
 * Bins of tenths from 0 to 1, since judgments on several scales share one table. Bins without forecasts are
 * left out.
 */
function withIntervals(forecasts: readonly Forecast[]): CalibratedBin[] {
  return calibrationByTenths(forecasts).map((bin) => ({
    ...bin,
    interval: wilson(Math.round(bin.observedRate * bin.count), bin.count),
  }));
}

/**
 * The 95 % interval of a share, from 0 to 1. Source: E. B. Wilson, Journal of the American Statistical Association 22
 * (1927), without correction for continuity.
 */
export function wilson(hits: number, tries: number): readonly [low: number, high: number] {
  const z = 1.959963984540054;
  const share = hits / tries;
  const middle = share + z ** 2 / (2 * tries);
  const half = z * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2));
  const whole = 1 + z ** 2 / tries;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}
