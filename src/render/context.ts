import type { QuestionRecord } from '../derive/analysis/question-record.ts';
import type { ComparisonView } from '../derive/entities/actors.ts';
import type { EditionChanges } from '../derive/entities/edition.ts';
import type { BriefIncident, IncidentBriefView } from '../derive/forms/incident-brief.ts';
import type { LeftOut, OnePageView } from '../derive/forms/one-page.ts';
import type { CaseItem } from '../derive/forms/versions.ts';
import type { MemoView } from '../derive/memo-view.ts';
import type { HouseStyle } from '../model/brand/house-style.ts';
import { parseEdtf } from '../model/edtf.ts';
import type { LowMediumHigh } from '../model/generated/types.ts';
import { changesText } from './changes/changes.ts';
import type { Heading } from './contents.ts';
import { houseText, NO_HOUSE } from './house-text.ts';
import { isLong, trendGrids } from './trend-grid.ts';
import type { Messages } from './wording/messages.ts';
import { ownText } from './wording/own-text.ts';
import { decimal, scaleText } from './wording/phrases.ts';
import { plainText } from './wording/plain.ts';
import { firstWords } from './wording/short-title.ts';

/** Widest comparison that fits an upright page beside its first column; a wider one is left to the table below it. */
const MAX_UPRIGHT_COLUMNS = 5;

/** A memo's brief and its annex, or one of them. */
export type Extent = 'whole' | 'brief' | 'annex';

/** What a memo is not told by its assessment. */
export interface PageContext {
  /** Variant of the form, from the fullest (0). */
  readonly level: number;
  /** Headings to list; none where there is no contents list. */
  readonly contents: readonly Heading[];
  /** What changed since the edition before, where it could be compared. */
  readonly changes?: EditionChanges | undefined;
  /** How earlier judgments on the question turned out, where that is to be shown. */
  readonly record?: QuestionRecord | undefined;
  /** All of it when left out. */
  readonly extent?: Extent | undefined;
  /** The house style of the project. */
  readonly brand?: HouseStyle | undefined;
  /** Whether the memo is part of a document. */
  readonly isPart?: boolean;
}

/** The view with the few things that only a page needs: whether a heading has anything under it, and the like. */
export function memoContext(
  view: MemoView,
  messages: Messages,
  { level, contents, changes, record, extent = 'whole', brand, isPart = false }: PageContext,
) {
  const { actors, uses } = view;
  return {
    ...view,
    /** Fields of the project's own that its schema gives a title: printed at the head of every form. */
    titledFields: Object.entries(view.ownFields.assessment)
      .filter(([name]) => messages.has(`own-field.${name}`))
      .map(([name, value]) => ({
        label: messages.text(`own-field.${name}`),
        text: ownText(value, messages),
      })),
    /** What the house says of itself, where the project has a style of its own. */
    brand: brand ? houseText(brand, view, messages, isPart) : NO_HOUSE,
    level,
    contents,
    /** Which parts of the memo are to be printed. */
    shows: { brief: extent !== 'annex', annex: extent !== 'brief' },
    changes: changes && changesText(changes, messages),
    record: record && recordText(record, messages),
    /** What a form of one page prints, as much as its variant allows. */
    page: pageText(view.onePage[level] ?? view.onePage.at(-1), messages),
    /** What the brief of an incident brief prints, as much as its variant allows, and what it leaves to the annex. */
    brief: briefOf(view.incidentBrief[level] ?? view.incidentBrief.at(-1), view.disputedFigures, extent),
    ...glanceOf(view, extent),
    due: dueOf(view, messages),
    /** The file of the memo that a page stands for. */
    fullMemo: `${view.id}.pdf`,
    eventReport: eventReportOf(view.eventReport, view.judgments.key),
    ...answersOf(view.answers),
    hasActors: actors.assessed.length + actors.others.length > 0,
    comparison: comparisonTable(actors.comparison, messages),
    hasBasis: view.assumptions.length + view.gaps.length > 0 || view.alternatives !== undefined,
    trendTables: view.trends
      .filter((trend) => trend.series.length > 1)
      .map(({ subject, measure, unit, series }) => ({ what: measure ?? subject, unit, series })),
    /** Trends with the values that can be read in a sentence; longer series are in `trendGrids`. */
    listedTrends: view.trends.map((trend) => (isLong(trend) ? { ...trend, series: [] } : trend)),
    trendGrids: trendGrids(view.trends, messages),
    verdict: verdictText(view, messages),
    hasAppraisal:
      view.evidence.size + view.gaps.length + view.assumptions.length + view.disputedFigures.length > 0 ||
      view.alternatives !== undefined,
    hasDisputes: view.commentary.appraisal.disputes.length + view.disputedFigures.length > 0,
    hasScales: uses.likelihood || uses.confidence || uses.grades,
    scaleTerms: scaleText(view.scale, scaleRow(view), messages),
  };
}

/** Our record on the question: its numbers in a sentence each, and cases as they came out. */
function recordText(record: QuestionRecord, messages: Messages) {
  const { judgments, scored, brier, isTooFew, open, overdue, unscored, cases } = record;
  const counts = [
    open > 0 && messages.text('record.open', { count: open }),
    overdue > 0 && messages.text('record.overdue', { count: overdue }),
    unscored > 0 && messages.text('record.unscored', { count: unscored }),
  ].filter((text) => text !== false);
  return {
    asOf: parseEdtf(record.asOf),
    lines: [
      messages.text('record.judgments', { count: judgments }),
      scored === 0 ? messages.text('record.none') : messages.text('record.scored', { count: scored }),
      ...(brier === undefined ? [] : [messages.text('record.brier', { brier: decimal(brier, messages, 2) })]),
      ...(scored > 0 && isTooFew ? [messages.text('record.few')] : []),
      ...(counts.length > 0 ? [messages.text('record.others', { counts: messages.list(counts) })] : []),
    ],
    cases: cases.map((one) => ({
      ...one,
      came: messages.text(one.outcome ? 'record.came' : 'record.came-not'),
    })),
  };
}

/** What stands beside the bottom line: what is open, and who is asked to act first, and by when. */
function glanceOf({ footing, gaps, recommendations }: MemoView, extent: Extent) {
  const [first] = gaps.toSorted((a, b) => rank(a.priority) - rank(b.priority));
  const addressed = recommendations.filter(({ to }) => to.length > 0);
  const urgent = Math.min(...addressed.map(({ priority }) => rank(priority)));
  const asked = addressed.filter(({ priority }) => rank(priority) === urgent);
  return {
    openQuestion: first && { question: first.question, more: extent === 'whole' ? gaps.length - 1 : 0 },
    asked,
    hasGlance: footing !== undefined || first !== undefined || asked.length > 0,
  };
}

/** Days on which somebody is asked to decide, the most urgent recommendations alone, with who is asked. */
function dueOf({ recommendations }: MemoView, messages: Messages): string[] {
  const dated = recommendations.filter(({ to, timeframe }) => to.length > 0 && timeframe !== undefined);
  const urgent = Math.min(...dated.map(({ priority }) => rank(priority)));
  const asked = new Map<string, string[]>();
  for (const { to, timeframe = '' } of dated.filter(({ priority }) => rank(priority) === urgent))
    asked.set(timeframe, [...new Set([...(asked.get(timeframe) ?? []), ...to])]);
  return [...asked].map(([when, who]) => messages.text('page.due-item', { when, who: messages.list(who) }));
}

/** The brief of an incident brief. One that stands by itself points to no annex. */
/** With more reports of one count than this a sentence names none: they stand in a table. */
const MAX_REPORTS = 6;

function briefOf(
  brief: IncidentBriefView | undefined,
  disputed: MemoView['disputedFigures'],
  extent: Extent,
) {
  if (brief === undefined) return undefined;
  const facts = <T extends BriefIncident>(incident: T) => ({
    ...incident,
    shortened: incident.shortened && extent === 'whole',
    quantities: incident.quantities.map((quantity) => ({
      ...quantity,
      told: quantity.disputed && quantity.reports.length <= MAX_REPORTS,
    })),
  });
  const { shown, rest } = brief.incidents;
  const long = new Set(
    [...shown, ...rest].flatMap(({ title, quantities }) =>
      quantities
        .filter(({ reports }) => reports.length > MAX_REPORTS)
        .map(({ counted }) => `${title}\n${counted}`),
    ),
  );
  return {
    ...brief,
    incidents: { shown: shown.map(facts), rest: rest.map(facts), several: shown.length > 1 },
    /** Reports of counts that have too many of them for a sentence. */
    reports: disputed.filter(({ incident, counted }) => long.has(`${incident}\n${counted}`)),
  };
}

/** How many items a version's case has before it points to the matrix. */
const STRONGEST = 3;

/** The event report: whether anybody is blamed for the event, and of each case what the brief has room for. */
function eventReportOf(report: MemoView['eventReport'], key: MemoView['judgments']['key']) {
  const { incident } = report.event;
  const blamed = incident && incident.attributions.length + incident.doubts.length > 0;
  return {
    ...report,
    event: { ...report.event, incident: incident && { ...incident, blamed } },
    versions: withStrongest(
      report.versions,
      new Map(key.toReversed().flatMap(({ against, number }) => (against ? [[against.id, number]] : []))),
    ),
  };
}

/**
 * Versions with the strongest items of each case: each in full where it comes first, and by its first words where it comes
 * again.
 *
 * @param judged evidence that a judgment has told before, with the number of the judgment
 */
function withStrongest(versions: MemoView['eventReport']['versions'], judged: ReadonlyMap<string, number>) {
  const told = new Set(judged.keys());
  const shareOf = (items: readonly CaseItem[]) => {
    const strongest = items.slice(0, STRONGEST).map((item) => ({
      ...item,
      words: told.has(item.evidence) ? firstWords(plainText(item.statement)) : undefined,
      judgment: judged.get(item.evidence),
    }));
    for (const { evidence } of strongest) told.add(evidence);
    return { isEmpty: items.length === 0, strongest, more: numbersOf(items.slice(STRONGEST)) };
  };
  return (
    versions && {
      ...versions,
      versions: versions.versions.map((version) => ({
        ...version,
        caseFor: shareOf(version.caseFor),
        caseAgainst: shareOf(version.caseAgainst),
      })),
    }
  );
}

function numbersOf(items: readonly CaseItem[]): number[] {
  return items.map(({ number }) => number).sort((a, b) => a - b);
}

/** Questions, each with whether anything stands behind its answer. */
function answersOf(answers: MemoView['answers']) {
  const sections = answers.sections.map((section) => ({
    ...section,
    behind: section.judgments.length + section.evidence.length > 0,
  }));
  return { answers: { ...answers, sections }, hasBehind: sections.some(({ behind }) => behind) };
}

const PRIORITIES: readonly (LowMediumHigh | undefined)[] = ['high', 'medium', 'low', undefined];

function rank(priority: LowMediumHigh | undefined): number {
  return PRIORITIES.indexOf(priority);
}

function comparisonTable(comparison: ComparisonView | undefined, messages: Messages) {
  if (comparison === undefined || comparison.columns.length > MAX_UPRIGHT_COLUMNS) return undefined;
  return {
    rowsAreActors: comparison.rowsAreActors,
    columns: comparison.columns.map((name) => dimensionName(name, messages)),
    rows: comparison.rows.map(({ name, cells }) => ({ name: dimensionName(name, messages), cells })),
  };
}

/** Names of dimensions are phrases; names of actors stay. */
function dimensionName(name: string, messages: Messages): string {
  if (name === 'intent') return messages.text('actor.intent');
  return messages.has(`dimension.${name}`) ? messages.text(`dimension.${name}`) : name;
}

/** Which hypothesis leads, or that several tie. */
function verdictText({ alternatives }: MemoView, messages: Messages): string {
  const letters = alternatives?.leaders ?? [];
  if (letters.length === 0) return '';
  return messages.text(letters.length === 1 ? 'alternatives.leader' : 'alternatives.tie', {
    letters: messages.list(letters),
  });
}

/** The row of ICD 203 a memo speaks: the second only when every term it uses is of that row. */
function scaleRow(view: MemoView): 0 | 1 {
  const used = [...view.judgments.all, ...(view.outlook?.scenarios ?? [])].flatMap(
    (item) => item.likelihood?.term ?? [],
  );
  const isSecond = (term: string) => view.scale.bands.some((band) => band.terms[1] === term);
  return used.length > 0 && used.every(isSecond) ? 1 : 0;
}

/** What a page leaves out, in words. */
const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  judgments: 'page.more-judgments',
  recommendations: 'page.more-recommendations',
  implications: 'page.more-implications',
  indicators: 'page.more-indicators',
  scenarios: 'page.more-scenarios',
  incidents: 'page.more-incidents',
  evidence: 'page.more-evidence',
};

/** A page, with what it leaves out as a list of phrases. */
function pageText(page: OnePageView | undefined, messages: Messages) {
  return (
    page && { ...page, left: page.left.map(({ what, count }) => messages.text(LEFT_OUT[what], { count })) }
  );
}
