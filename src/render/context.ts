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

/**
 * Most columns of a comparison that fit an upright page beside the first; a wider comparison is left to its
 * table.
 */
const MAX_UPRIGHT_COLUMNS = 5;

/** A memo's brief and its annex, or one of them. */
export type Extent = 'whole' | 'brief' | 'annex';

/** What a memo needs besides its assessment. */
export interface PageContext {
  /** Variant of the form, from the fullest (0). */
  readonly level: number;
  /** Headings of the contents list; empty without one. */
  readonly contents: readonly Heading[];
  /** What changed since the previous edition, if they could be compared. */
  readonly changes?: EditionChanges | undefined;
  /** How earlier judgments on the question turned out, if that is to be shown. */
  readonly record?: QuestionRecord | undefined;
  /** The whole memo if left out. */
  readonly extent?: Extent | undefined;
  /** The house style of the project. */
  readonly brand?: HouseStyle | undefined;
  /** Whether the memo is part of a larger document. */
  readonly isPart?: boolean;
}

/** The view with a few additions that only a page needs, such as whether a heading has any content. */
export function memoContext(
  view: MemoView,
  messages: Messages,
  { level, contents, changes, record, extent = 'whole', brand, isPart = false }: PageContext,
) {
  const { actors, uses } = view;
  return {
    ...view,
    /** The project's own fields with a title in its schema: printed at the head of every form. */
    titledFields: Object.entries(view.ownFields.assessment)
      .filter(([name]) => messages.has(`own-field.${name}`))
      .map(([name, value]) => ({
        label: messages.text(`own-field.${name}`),
        text: ownText(value, messages),
      })),
    /** The house style's texts, if the project has one. */
    brand: brand ? houseText(brand, view, messages, isPart) : NO_HOUSE,
    level,
    contents,
    /** Which parts of the memo are printed. */
    shows: { brief: extent !== 'annex', annex: extent !== 'brief' },
    changes: changes && changesText(changes, messages),
    record: record && recordText(record, messages),
    /** The content of a one-page form, in the variant chosen. */
    page: pageText(view.onePage[level] ?? view.onePage.at(-1), messages),
    /** The content of an incident brief, in the variant chosen, and what is left to the annex. */
    brief: briefOf(view.incidentBrief[level] ?? view.incidentBrief.at(-1), view.disputedFigures, extent),
    disputedFigures: grouped(view.disputedFigures),
    ...glanceOf(view, extent),
    ...dueOf(view, messages),
    /** The file with the full memo that a page summarises. */
    fullMemo: `${view.id}.pdf`,
    eventReport: eventReportOf(view.eventReport, view.judgments.key),
    ...answersOf(view.answers),
    hasActors: actors.assessed.length + actors.others.length > 0,
    comparison: comparisonTable(actors.comparison, messages),
    hasBasis: view.assumptions.length + view.gaps.length > 0 || view.alternatives !== undefined,
    trendTables: view.trends
      .filter((trend) => trend.series.length > 1)
      .map(({ subject, measure, unit, series }) => ({ what: measure ?? subject, unit, series })),
    /** Trends with series short enough for a sentence; longer ones are in `trendGrids`. */
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

/** The record on the question: its numbers in a sentence each, and its cases. */
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

/** What is printed beside the bottom line: open questions, and who should act first, and by when. */
function glanceOf({ footing, gaps, recommendations }: MemoView, extent: Extent) {
  const [first] = gaps.toSorted((a, b) => rank(a.priority) - rank(b.priority));
  const addressed = recommendations.filter(({ to }) => to.length > 0);
  const urgent = Math.min(...addressed.map(({ priority }) => rank(priority)));
  const addressees = addressed.filter(({ priority }) => rank(priority) === urgent);
  return {
    openQuestion: first && { question: first.question, more: extent === 'whole' ? gaps.length - 1 : 0 },
    asked: addressees,
    hasGlance: footing !== undefined || first !== undefined || addressees.length > 0,
  };
}

/**
 * Due dates of the most urgent recommendations, with who should act. Several are named with the priority that
 * they have in common: what is due "in the present session" and what "within a year" has no order of time.
 */
function dueOf({ recommendations }: MemoView, messages: Messages) {
  const dated = recommendations.filter(({ to, timeframe }) => to.length > 0 && timeframe !== undefined);
  const urgent = Math.min(...dated.map(({ priority }) => rank(priority)));
  const first = dated.filter(({ priority }) => rank(priority) === urgent);
  const addressees = new Map<string, string[]>();
  for (const { to, timeframe = '' } of first)
    addressees.set(timeframe, [...new Set([...(addressees.get(timeframe) ?? []), ...to])]);
  const due = [...addressees].map(([when, who]) =>
    messages.text('page.due-item', { when, who: messages.list(who) }),
  );
  return { due, isDueSeveral: due.length > 1, duePriority: first[0]?.priority };
}

/** With more reports of one count than this, a sentence names none: they are in a table. */
const MAX_REPORTS = 6;

/** Rows that name their incident, and what is counted, only where it is another than in the row before. */
function grouped(figures: MemoView['disputedFigures']) {
  return figures.map((figure, index) => {
    const before = figures[index - 1];
    const sameIncident = before?.incident === figure.incident;
    const { counted, of, part } = figure;
    const sameCount = sameIncident && before.counted === counted && before.of === of && before.part === part;
    return { ...figure, sameIncident, sameCount };
  });
}

/** The brief of an incident brief. A brief without its annex does not refer to one. */
function briefOf(
  brief: IncidentBriefView | undefined,
  disputed: MemoView['disputedFigures'],
  extent: Extent,
) {
  if (brief === undefined) return undefined;
  const facts = <T extends BriefIncident>(incident: T) => ({
    ...incident,
    shortened: incident.shortened && extent === 'whole',
    measured: incident.counts.length + incident.countedWith.length > 0,
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
    /** Reports of counts with too many for a sentence. */
    reports: grouped(disputed.filter(({ incident, counted }) => long.has(`${incident}\n${counted}`))),
  };
}

/** Most items of each side of a version before the brief refers to the matrix. */
const STRONGEST = 3;

/**
 * The event report: whether anybody is blamed for the event, and as much of each version's evidence as the
 * brief has room for.
 */
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
 * Versions with the strongest items for and against: each item in full the first time, and by its first words
 * after that.
 *
 * @param judged evidence already printed with a judgment, with the number of the judgment
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

/** Questions, each with whether its answer has anything behind it. */
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

/** Names of dimensions are translated; names of actors are not. */
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

/** The row of ICD 203 that a memo uses: the second only if every term is from it. */
function scaleRow(view: MemoView): 0 | 1 {
  const used = [...view.judgments.all, ...(view.outlook?.scenarios ?? [])].flatMap(
    (item) => item.likelihood?.term ?? [],
  );
  const isSecond = (term: string) => view.scale.bands.some((band) => band.terms[1] === term);
  return used.length > 0 && used.every(isSecond) ? 1 : 0;
}

/** Phrases for what a page leaves out. */
const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  judgments: 'page.more-judgments',
  recommendations: 'page.more-recommendations',
  implications: 'page.more-implications',
  indicators: 'page.more-indicators',
  scenarios: 'page.more-scenarios',
  incidents: 'page.more-incidents',
  evidence: 'page.more-evidence',
};

/** A page, with a list of phrases for what it leaves out. */
function pageText(page: OnePageView | undefined, messages: Messages) {
  return (
    page && { ...page, left: page.left.map(({ what, count }) => messages.text(LEFT_OUT[what], { count })) }
  );
}
