import type { AlternativesView, MatrixRowView } from '../analysis/alternatives.ts';
import type { ImplicationView } from '../analysis/outlook.ts';
import { type VerdictView, viewVerdict } from '../analysis/verdict.ts';
import type { IncidentFactsView } from '../entities/incident-facts.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';
import type { SectionView } from '../entities/sections.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { type VersionsView, viewVersions } from './versions.ts';

/** What a report on one event shows beside the rest of the memo. */
export interface EventReportView {
  readonly event: EventView;
  /** Sections that tell what happened, or what led to it: all but those of kind `version`, and that in the brief. */
  readonly account: readonly SectionView[];
  readonly versions: VersionsView | undefined;
  readonly weighed: readonly WeighedItem[];
  /** Id of evidence to the number under which it is weighed; the first where it is weighed twice. */
  readonly itemNumbers: ReadonlyMap<string, number>;
  readonly verdict: VerdictView | undefined;
  readonly consequences: readonly ConsequenceView[];
}

/** A row of the matrix as an item of a numbered list, with all that is on record of its evidence. */
export interface WeighedItem extends MatrixRowView {
  /** Absent where the row's id leads to no evidence. */
  readonly account: EvidenceView | undefined;
}

/** The parts of the memo that it is made from. */
export interface EventReportParts {
  readonly alternatives: AlternativesView | undefined;
  readonly sections: readonly SectionView[];
  readonly evidence: ReadonlyMap<string, EvidenceView>;
  readonly incidentFacts: readonly IncidentFactsView[];
  /** What `eventOf` gives. */
  readonly event: IncidentFactsView | undefined;
  readonly implications: readonly ImplicationView[];
}

export function viewEventReport(assessment: ResolvedAssessment, parts: EventReportParts): EventReportView {
  const { alternatives, sections, evidence, incidentFacts, event, implications } = parts;
  const told = accountOf(event, sections, evidence);
  const isInBrief = event?.summary === undefined;
  const weighed = (alternatives?.matrix ?? []).map((row) => ({
    ...row,
    account: evidence.get(row.evidence),
  }));
  return {
    event: {
      incident: event,
      others: incidentFacts.filter((other) => other !== event),
      told: isInBrief ? told : undefined,
      isToldInAnnex: told !== undefined && !isInBrief,
    },
    account: sections.filter((section) => section.kind !== 'version' && !(isInBrief && section === told)),
    versions: viewVersions(alternatives, sections),
    weighed,
    itemNumbers: new Map(weighed.toReversed().map(({ evidence: id, number }) => [id, number])),
    verdict: viewVerdict(assessment, alternatives),
    consequences: viewConsequences(implications),
  };
}

/** The incident a report is about, and the others. */
interface EventView {
  readonly incident: IncidentFactsView | undefined;
  /** The rest of the chronology. */
  readonly others: readonly IncidentFactsView[];
  /** The section that tells of it, where no summary does. */
  readonly told: SectionView | undefined;
  /** Whether a section of the annex tells of it at greater length than the summary. */
  readonly isToldInAnnex: boolean;
}

/** The section that tells of an event: neither a version nor background, with most of its evidence, the first of several. */
function accountOf(
  event: IncidentFactsView | undefined,
  sections: readonly SectionView[],
  evidence: ReadonlyMap<string, EvidenceView>,
): SectionView | undefined {
  const cited = (event?.evidence ?? []).map((id) => evidence.get(id)?.section);
  const countOf = ({ id }: SectionView) => cited.filter((section) => section === id).length;
  return sections
    .filter((section) => section.kind !== 'version' && section.kind !== 'background' && countOf(section) > 0)
    .reduce<SectionView | undefined>(
      (best, next) => (best === undefined || countOf(next) > countOf(best) ? next : best),
      undefined,
    );
}

/**
 * The event that an assessment is about: the incident that most judgments are about; of those with as many, the
 * one with most on record (reports of figures, claims, attributions, evidence); then the latest.
 */
export function eventOf(
  { judgments = [] }: Pick<ResolvedAssessment, 'judgments'>,
  chronology: readonly IncidentFactsView[],
): IncidentFactsView | undefined {
  const judgmentsOn = ({ id }: IncidentFactsView) =>
    judgments.filter(({ about = [] }) => about.includes(`incidents/${id}`) || about.includes(id)).length;
  const isMore = (next: IncidentFactsView, best: IncidentFactsView) => {
    const more = judgmentsOn(next) - judgmentsOn(best);
    return more > 0 || (more === 0 && onRecord(next) >= onRecord(best));
  };
  return chronology.reduce<IncidentFactsView | undefined>(
    (best, next) => (best === undefined || isMore(next, best) ? next : best),
    undefined,
  );
}

function onRecord({ quantities, claims, attributions, evidence }: IncidentFactsView): number {
  const reports = quantities.reduce((count, quantity) => count + quantity.reports.length, 0);
  return reports + claims.length + attributions.length + evidence.length;
}

/** What follows for one audience. */
export interface ConsequenceView {
  /** As the file names it; empty where nobody in particular is named. */
  readonly audience: readonly string[];
  readonly items: readonly Pick<ImplicationView, 'statement' | 'judgments'>[];
}

/** Implications by audience: each audience once, in the order of the file; those for nobody in particular last. */
function viewConsequences(implications: readonly ImplicationView[]): ConsequenceView[] {
  const groups = new Map<string, ConsequenceView & { items: ConsequenceView['items'][number][] }>();
  for (const { audience, statement, judgments } of implications) {
    const key = JSON.stringify(audience);
    const group = groups.get(key) ?? { audience, items: [] };
    group.items.push({ statement, judgments });
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.audience.length === 0) - Number(b.audience.length === 0),
  );
}
