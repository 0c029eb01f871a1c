import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { dayNumber } from '../../model/date-order.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type {
  ConfidenceLevel,
  Count,
  Incident,
  Marking,
  Quantity,
  QuantityReport,
} from '../../model/generated/types.ts';
import { termText } from '../../model/vocabularies.ts';
import { type LikelihoodView, viewLikelihood } from '../analysis/likelihood.ts';
import {
  type DateReportsView,
  type DurationView,
  durationOf,
  reportedDate,
  viewDate,
  viewDateReports,
} from './dates.ts';
import { type QuantitySummary, summarizeQuantity } from './quantity.ts';
import {
  asList,
  type PartyView,
  proseText,
  type ResolvedAssessment,
  type ResolvedIncident,
  type ResolvedPlace,
  resolveParties,
  resolveParty,
} from './resolve.ts';
import type { EvidenceView } from './sources.ts';

export type Counted = 'perpetrators' | 'killed' | 'injured' | 'arrested';

const COUNTED: readonly Counted[] = ['killed', 'injured', 'perpetrators', 'arrested'];

export interface ReportView {
  readonly report: QuantityReport;
  readonly by: PartyView | undefined;
  readonly asOf: EdtfDate | undefined;
}

/** A figure for a part of a count. */
export interface PartView extends QuantitySummary {
  readonly group: string;
  readonly reports: readonly ReportView[];
}

/** A count of something other than people. */
export interface CountView extends QuantitySummary {
  readonly parts: readonly PartView[];
  /** Ids of the sources named only by its parts, each once. */
  readonly partSources: readonly string[];
  /** Titles of the other incidents that the figures cover too. */
  readonly across: readonly string[];
  readonly of: string;
  readonly unit: string | undefined;
  readonly money: { readonly currency: string; readonly year: EdtfDate | undefined } | undefined;
  readonly reports: readonly ReportView[];
  /** Ids of the sources of its reports, each once. */
  readonly sources: readonly string[];
  readonly note: string | undefined;
}

export interface QuantityView extends QuantitySummary {
  readonly counted: Counted;
  readonly parts: readonly PartView[];
  /** Ids of the sources named only by its parts, each once. */
  readonly partSources: readonly string[];
  /** Titles of the other incidents that the figures cover too. */
  readonly across: readonly string[];
  readonly reports: readonly ReportView[];
  readonly note: string | undefined;
}

export interface IncidentView {
  readonly id: string;
  readonly title: string;
  readonly date: EdtfDate | undefined;
  /** When it ended, if it lasted. */
  readonly until: EdtfDate | undefined;
  /** The reports of its dates, if there are any. */
  readonly dateReports: DateReportsView | undefined;
  readonly untilReports: DateReportsView | undefined;
  readonly duration: DurationView | undefined;
  readonly dateNote: string | undefined;
  readonly place: ResolvedPlace | undefined;
  /** Whether the title has the name of the place. */
  readonly namesPlace: boolean;
  /** A term, or words. */
  readonly type: string | undefined;
  /** Ids of MITRE ATT&CK. */
  readonly techniques: readonly string[];
  readonly outcome: Incident['outcome'];
  readonly target: readonly string[];
  readonly weapons: readonly string[];
  readonly quantities: readonly QuantityView[];
  readonly counts: readonly CountView[];
  /** Other incidents whose figures cover this one too, each once, and what those figures count. */
  readonly countedWith: readonly {
    readonly incident: string;
    readonly what: readonly { readonly counted: Counted | undefined; readonly of: string | undefined }[];
  }[];
  readonly attributions: readonly AttributionView[];
  /** The attributions by what we say of them. */
  readonly blames: readonly BlameGroup[];
  readonly claims: readonly {
    readonly actor: PartyView;
    readonly by: readonly PartyView[];
    readonly date: EdtfDate | undefined;
    readonly evidence: readonly string[];
    readonly doubters: readonly EvidenceView[];
    readonly contradicted: readonly EvidenceView[];
  }[];
  readonly summary: string | undefined;
  readonly evidence: readonly string[];
  readonly marking: Marking | undefined;
}

export interface AttributionView {
  readonly actor: PartyView;
  readonly by: readonly PartyView[];
  readonly likelihood: LikelihoodView | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  readonly evidence: readonly string[];
  /** What disputes it, where the incident has several claims and attributions: what somebody says, and the rest. */
  readonly doubters: readonly EvidenceView[];
  readonly contradicted: readonly EvidenceView[];
}

/** Attributions in which we have the same confidence, and of which we say nothing else; or one alone. */
export interface BlameGroup {
  /** The confidence that several have in common; the attributions then have none of their own. */
  readonly confidence: ConfidenceLevel | undefined;
  readonly attributions: readonly AttributionView[];
}

/** Attributions with no more than a confidence, gathered where the first of them stands; every other alone. */
export function blamesOf(attributions: readonly AttributionView[]): BlameGroup[] {
  const groups = new Map<unknown, AttributionView[]>();
  for (const attribution of attributions) {
    const { likelihood, confidence } = attribution;
    const key = likelihood === undefined && confidence !== undefined ? confidence : attribution;
    groups.set(key, [...(groups.get(key) ?? []), attribution]);
  }
  return [...groups.values()].map((members) =>
    members.length === 1
      ? { confidence: undefined, attributions: members }
      : {
          confidence: members[0]?.confidence,
          attributions: members.map((member) => ({ ...member, confidence: undefined })),
        },
  );
}

/** One figure of a count on which reports differ. */
export interface DisputedFigure extends ReportView {
  readonly incident: string;
  readonly counted: Counted | undefined;
  /** What is counted other than people, in words. */
  readonly of: string | undefined;
  /** The part that is counted; absent for the whole. */
  readonly part: string | undefined;
}

/** Every figure of every count on which reports differ, in the order of the chronology. */
export function disputedFigures(chronology: readonly IncidentView[]): DisputedFigure[] {
  return chronology.flatMap(({ title, quantities, counts }) => [
    ...quantities.flatMap((quantity) =>
      disputesOf(quantity, { incident: title, counted: quantity.counted, of: undefined }),
    ),
    ...counts.flatMap((count) => {
      const { of, unit, money } = count;
      const what = [of, money?.currency ?? unit].filter((part) => part !== undefined).join(', ');
      return disputesOf(count, { incident: title, counted: undefined, of: what });
    }),
  ]);
}

/** The reports of a count, and of its parts, that differ. */
function disputesOf(
  { disputed, reports, parts }: Pick<QuantityView, 'disputed' | 'reports' | 'parts'>,
  what: Pick<DisputedFigure, 'incident' | 'counted' | 'of'>,
): DisputedFigure[] {
  return [
    ...(disputed ? reports.map((report) => ({ ...what, part: undefined, ...report })) : []),
    ...parts
      .filter((part) => part.disputed)
      .flatMap((part) => part.reports.map((report) => ({ ...what, part: part.group, ...report }))),
  ];
}

/** Incidents from the earliest to the latest; those without a date last; ties in the order of the file. */
export function viewChronology(assessment: ResolvedAssessment, scale: LikelihoodScale): IncidentView[] {
  return assessment.incidents
    .map((incident) => viewIncident(incident, assessment, scale))
    .sort((a, b) => compareSpans(a.date, b.date));
}

/** Compares the first day, then the last; without either sorts last. */
function compareSpans(a: EdtfDate | undefined, b: EdtfDate | undefined): number {
  const first = (date: EdtfDate | undefined) => date?.moment ?? placeOf(date?.earliest ?? date?.latest);
  return compareNumbers(first(a), first(b)) || compareNumbers(placeOf(a?.latest), placeOf(b?.latest));
}

function placeOf(day: string | undefined): number {
  return day === undefined ? Number.POSITIVE_INFINITY : dayNumber(day);
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function viewIncident(
  incident: ResolvedIncident,
  assessment: ResolvedAssessment,
  scale: LikelihoodScale,
): IncidentView {
  const actors = assessment.knownActors;
  const titles = new Map(assessment.incidents.map(({ id, title }) => [id, title]));
  const [date, until] = [reportedDate(incident.date), reportedDate(incident.until)];
  const attributions = (incident.attributions ?? []).map((attribution) => ({
    actor: resolveParty(attribution.actor, actors),
    by: resolveParties(attribution.by, actors),
    likelihood: attribution.likelihood && viewLikelihood(scale, attribution.likelihood),
    confidence: attribution.confidence,
    evidence: attribution.evidence ?? [],
    doubters: [],
    contradicted: [],
  }));
  return {
    id: incident.id,
    title: incident.title,
    date,
    until,
    dateReports: viewDateReports(incident.date, actors),
    untilReports: viewDateReports(incident.until, actors),
    duration: durationOf(date, until),
    dateNote: proseText(incident.dateNote),
    place: incident.place,
    namesPlace: incident.place !== undefined && (incident.title ?? '').includes(incident.place.name),
    type: incident.type === 'unknown' ? undefined : termText(incident.type),
    techniques: incident.techniques ?? [],
    outcome: incident.outcome,
    target: asList(incident.target),
    weapons: asList(incident.weapons),
    quantities: COUNTED.flatMap((counted) => viewQuantity(counted, incident[counted], titles, actors)),
    counts: (incident.counts ?? []).flatMap((count) => viewCount(count, titles, actors)),
    countedWith: countedWith(incident, assessment.incidents),
    attributions,
    blames: blamesOf(attributions),
    claims: (incident.claims ?? []).map((claim) => ({
      actor: resolveParty(claim.actor, actors),
      by: resolveParties(claim.by, actors),
      date: viewDate(claim.date),
      evidence: claim.evidence ?? [],
      doubters: [],
      contradicted: [],
    })),
    summary: proseText(incident.summary),
    evidence: incident.evidence ?? [],
    marking: incident.marking,
  };
}

function viewQuantity(
  counted: Counted,
  quantity: Quantity | undefined,
  titles: ReadonlyMap<string, string>,
  actors: ResolvedAssessment['knownActors'],
): QuantityView[] {
  const summary = quantity && summarizeQuantity(quantity);
  if (!quantity || !summary) return [];
  return [
    {
      counted,
      ...summary,
      ...viewScope(quantity, titles, actors),
      reports: viewReports(quantity, actors),
      note: proseText(quantity.note),
    },
  ];
}

/** The scope of figures: their parts, and the other incidents they cover. */
function viewScope(
  { per = [], across = [], reports }: Quantity,
  titles: ReadonlyMap<string, string>,
  actors: ResolvedAssessment['knownActors'],
): Pick<QuantityView, 'parts' | 'partSources' | 'across'> {
  const partSources = [...new Set(per.flatMap((part) => part.reports.flatMap(({ source }) => source ?? [])))];
  return {
    partSources: partSources.filter((source) => !reports.some((report) => report.source === source)),
    parts: per.flatMap((part) => {
      const summary = summarizeQuantity(part);
      return summary ? [{ group: part.group, ...summary, reports: viewReports(part, actors) }] : [];
    }),
    across: across.map((id) => titles.get(id) ?? id),
  };
}

/** The other incidents whose figures cover this one too, in the order of the file. */
function countedWith(
  { id }: ResolvedIncident,
  incidents: readonly ResolvedIncident[],
): IncidentView['countedWith'] {
  return incidents.flatMap((other) => {
    const what = [
      ...COUNTED.filter((counted) => other[counted]?.across?.includes(id)).map((counted) => ({
        counted,
        of: undefined,
      })),
      ...(other.counts ?? [])
        .filter(({ across }) => across?.includes(id))
        .map(({ of }) => ({ counted: undefined, of })),
    ];
    return what.length === 0 ? [] : [{ incident: other.title, what }];
  });
}

function viewCount(
  count: Count,
  titles: ReadonlyMap<string, string>,
  actors: ResolvedAssessment['knownActors'],
): CountView[] {
  const summary = summarizeQuantity(count);
  if (!summary) return [];
  const { of, unit, money, note } = count;
  return [
    {
      of,
      unit,
      money: money && { currency: money.currency, year: viewDate(money.year) },
      ...summary,
      ...viewScope(count, titles, actors),
      reports: viewReports(count, actors),
      sources: [...new Set(count.reports.flatMap(({ source }) => source ?? []))],
      note: proseText(note),
    },
  ];
}

function viewReports(
  { reports }: Pick<Quantity, 'reports'>,
  actors: ResolvedAssessment['knownActors'],
): ReportView[] {
  return reports.map((report) => ({
    report,
    by: report.by === undefined ? undefined : resolveParty(report.by, actors),
    asOf: viewDate(report.asOf),
  }));
}
