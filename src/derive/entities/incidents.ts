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
import type { LikelihoodScale } from '../../model/scales.ts';
import { termText } from '../../model/vocabularies.ts';
import { type LikelihoodView, viewLikelihood } from '../analysis/likelihood.ts';
import { viewDate } from './dates.ts';
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

export type Counted = 'perpetrators' | 'killed' | 'injured' | 'arrested';

const COUNTED: readonly Counted[] = ['killed', 'injured', 'perpetrators', 'arrested'];

export interface ReportView {
  readonly report: QuantityReport;
  readonly by: PartyView | undefined;
  readonly asOf: EdtfDate | undefined;
}

/** How much there was of something that is not counted in people. */
export interface CountView extends QuantitySummary {
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
  readonly reports: readonly ReportView[];
  readonly note: string | undefined;
}

export interface IncidentView {
  readonly id: string;
  readonly title: string;
  readonly date: EdtfDate | undefined;
  /** When it ended, where it lasted. */
  readonly until: EdtfDate | undefined;
  readonly dateNote: string | undefined;
  readonly place: ResolvedPlace | undefined;
  /** A term, or words. */
  readonly type: string | undefined;
  /** Ids of MITRE ATT&CK. */
  readonly techniques: readonly string[];
  readonly outcome: Incident['outcome'];
  readonly target: readonly string[];
  readonly weapons: readonly string[];
  readonly quantities: readonly QuantityView[];
  readonly counts: readonly CountView[];
  readonly attributions: readonly {
    readonly actor: PartyView;
    readonly by: readonly PartyView[];
    readonly likelihood: LikelihoodView | undefined;
    readonly confidence: ConfidenceLevel | undefined;
    readonly evidence: readonly string[];
  }[];
  readonly claims: readonly {
    readonly actor: PartyView;
    readonly by: readonly PartyView[];
    readonly date: EdtfDate | undefined;
    readonly evidence: readonly string[];
  }[];
  readonly summary: string | undefined;
  readonly evidence: readonly string[];
  readonly marking: Marking | undefined;
}

/** One figure of a count on which reports differ. */
export interface DisputedFigure extends ReportView {
  readonly incident: string;
  readonly counted: Counted | undefined;
  /** What else is counted, in words. */
  readonly of: string | undefined;
}

/** Every figure of every count on which reports differ, in the order of the chronology. */
export function disputedFigures(chronology: readonly IncidentView[]): DisputedFigure[] {
  return chronology.flatMap(({ title, quantities, counts }) => [
    ...quantities
      .filter((quantity) => quantity.disputed)
      .flatMap(({ counted, reports }) =>
        reports.map((report) => ({ incident: title, counted, of: undefined, ...report })),
      ),
    ...counts
      .filter((count) => count.disputed)
      .flatMap(({ of, unit, money, reports }) => {
        const what = [of, money?.currency ?? unit].filter((part) => part !== undefined).join(', ');
        return reports.map((report) => ({ incident: title, counted: undefined, of: what, ...report }));
      }),
  ]);
}

/** Incidents from the earliest to the latest; those without a date last; ties keep the order of the file. */
export function viewChronology(assessment: ResolvedAssessment, scale: LikelihoodScale): IncidentView[] {
  return assessment.incidents
    .map((incident) => viewIncident(incident, assessment, scale))
    .sort((a, b) => compareSpans(a.date, b.date));
}

/** By the first day, then by the last; what has none of the two comes last. */
function compareSpans(a: EdtfDate | undefined, b: EdtfDate | undefined): number {
  const first = (date: EdtfDate | undefined) => placeOf(date?.earliest ?? date?.latest);
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
  return {
    id: incident.id,
    title: incident.title,
    date: viewDate(incident.date),
    until: viewDate(incident.until),
    dateNote: proseText(incident.dateNote),
    place: incident.place,
    type: termText(incident.type),
    techniques: incident.techniques ?? [],
    outcome: incident.outcome,
    target: asList(incident.target),
    weapons: asList(incident.weapons),
    quantities: COUNTED.flatMap((counted) => viewQuantity(counted, incident[counted], actors)),
    counts: (incident.counts ?? []).flatMap((count) => viewCount(count, actors)),
    attributions: (incident.attributions ?? []).map((attribution) => ({
      actor: resolveParty(attribution.actor, actors),
      by: resolveParties(attribution.by, actors),
      likelihood: attribution.likelihood && viewLikelihood(scale, attribution.likelihood),
      confidence: attribution.confidence,
      evidence: attribution.evidence ?? [],
    })),
    claims: (incident.claims ?? []).map((claim) => ({
      actor: resolveParty(claim.actor, actors),
      by: resolveParties(claim.by, actors),
      date: viewDate(claim.date),
      evidence: claim.evidence ?? [],
    })),
    summary: proseText(incident.summary),
    evidence: incident.evidence ?? [],
    marking: incident.marking,
  };
}

function viewQuantity(
  counted: Counted,
  quantity: Quantity | undefined,
  actors: ResolvedAssessment['knownActors'],
): QuantityView[] {
  const summary = quantity && summarizeQuantity(quantity);
  if (!quantity || !summary) return [];
  return [{ counted, ...summary, reports: viewReports(quantity, actors), note: proseText(quantity.note) }];
}

function viewCount(count: Count, actors: ResolvedAssessment['knownActors']): CountView[] {
  const summary = summarizeQuantity(count);
  if (!summary) return [];
  const { of, unit, money, note } = count;
  return [
    {
      of,
      unit,
      money: money && { currency: money.currency, year: viewDate(money.year) },
      ...summary,
      reports: viewReports(count, actors),
      sources: [...new Set(count.reports.flatMap(({ source }) => source ?? []))],
      note: proseText(note),
    },
  ];
}

function viewReports({ reports }: Quantity, actors: ResolvedAssessment['knownActors']): ReportView[] {
  return reports.map((report) => ({
    report,
    by: report.by === undefined ? undefined : resolveParty(report.by, actors),
    asOf: viewDate(report.asOf),
  }));
}
