import type { Cache } from '../cache/cache.ts';
import { MAX_CASES, type QuestionRecord, type RecordCase } from '../derive/analysis/question-record.ts';
import { schemeOf } from '../model/conventions/conventions.ts';
import { isAbove } from '../model/conventions/markings.ts';
import { dayNumber } from '../model/date-order.ts';
import { parseEdtf } from '../model/edtf.ts';
import { compareText } from '../model/finding.ts';
import type { Assessment, Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { isDate, isList, type Row } from './columns.ts';
import { openLedger } from './ledger.ts';
import { type Followed, followAll, recordOf } from './record.ts';
import type { Ledger } from './types.ts';

/**
 * Our record on the question of an assessment: how earlier judgments turned out that are about the same actors
 * or incidents, or come from an earlier assessment in its series. Counted up to the assessment's information
 * cut-off, so that it is the same on every day, and without anything marked above the assessment. Judgments of
 * its own editions are in the memo anyway.
 *
 * @param rows judgments of the ledger, all editions
 * @returns `undefined` if there is no earlier judgment on the question, or the cut-off has no day
 */
export function questionRecord(rows: readonly Row[], assessment: Assessment): QuestionRecord | undefined {
  const asOf = parseEdtf(assessment.asOf)?.latest;
  if (asOf === undefined) return undefined;
  const own = rows.find(({ edition }) => edition.assessment === assessment.id)?.edition.lineage;
  const subjects = new Set(assessment.judgments.flatMap(({ about = [] }) => about));
  const isOnQuestion = (row: Row) =>
    row.edition.lineage !== own &&
    !isAbove(schemeOf(assessment), row.value('marking'), assessment.marking) &&
    isBefore(row, asOf) &&
    (isAbout(row, subjects) || isInSeries(row, assessment.series?.name));
  const followed = followAll(rows.filter(isOnQuestion), asOf);
  if (followed.length === 0) return undefined;
  const { scores, isTooFew, counted } = recordOf(undefined, followed);
  return {
    id: assessment.id,
    asOf,
    judgments: followed.length,
    scored: scores.count,
    ...(scores.brier !== undefined && { brier: scores.brier }),
    isTooFew,
    open: counted.open,
    overdue: counted.overdue,
    unscored: followed.length - scores.count - counted.open - counted.overdue,
    cases: followed
      .filter(({ fate }) => fate === 'scored')
      .sort((a, b) => compareText(knownOn(b), knownOn(a)))
      .slice(0, MAX_CASES)
      .map(caseOf),
  };
}

/**
 * Returns a function that gives the record of any assessment of a project. The ledger is opened on first use;
 * for a release it contains what the releases of the assessments contain, and nothing else.
 */
export function recordsOf(
  effects: Effects,
  cache: Cache | undefined,
  release: Marking | undefined,
): (assessment: Assessment) => Promise<QuestionRecord | undefined> {
  let ledger: Promise<Ledger> | undefined;
  return async (assessment) => {
    ledger ??= openLedger(effects, { cache, ...(release && { release }) });
    return questionRecord((await ledger).rows('judgments'), assessment);
  };
}

/** Whether an edition was closed by a day: later ones cannot be known to a memo of that day. */
function isBefore({ edition }: Row, day: string): boolean {
  const { asOf } = edition;
  return isDate(asOf) && asOf.latest !== undefined && dayNumber(asOf.latest) <= dayNumber(day);
}

/** Subjects are references as in a file: `actors/x`, `incidents/y`, or an id alone. */
function isAbout(row: Row, subjects: ReadonlySet<string>): boolean {
  return (['actors', 'incidents'] as const).some((collection) => {
    const ids = row.value(collection);
    return isList(ids) && ids.some((id) => subjects.has(id) || subjects.has(`${collection}/${id}`));
  });
}

function isInSeries({ edition }: Row, series: string | undefined): boolean {
  return series !== undefined && edition.series === series;
}

function knownOn({ last }: Followed): string {
  const on = last.value('resolvedOn') ?? last.edition.date;
  return isDate(on) ? (on.latest ?? '') : '';
}

function caseOf({ row, last }: Followed): RecordCase {
  const term = row.value('likelihood');
  return {
    memo: String(row.edition.title),
    statement: String(row.value('statement')),
    likelihood: {
      low: Number(row.value('low')),
      high: Number(row.value('high')),
      term: typeof term === 'string' ? term : undefined,
      approximate: false,
    },
    outcome: last.value('outcome') === true,
  };
}
