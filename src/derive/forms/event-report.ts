import type { AlternativesView, MatrixRowView } from '../analysis/alternatives.ts';
import type { ImplicationView } from '../analysis/outlook.ts';
import { type VerdictView, viewVerdict } from '../analysis/verdict.ts';
import type { IncidentFactsView } from '../entities/incident-facts.ts';
import { type EventView, viewEvent } from '../entities/principal-incident.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';
import type { SectionView } from '../entities/sections.ts';
import type { EvidenceView } from '../entities/sources.ts';
import { type ConsequenceView, viewConsequences } from './consequences.ts';
import { type VersionsView, viewVersions } from './versions.ts';
import { type VoiceView, viewVoices } from './voices.ts';

/** What a report on one event shows beside the rest of the memo. */
export interface EventReportView {
  readonly event: EventView;
  /** Sections that tell what happened, or what led to it: all but those of kind `version`. */
  readonly account: readonly SectionView[];
  readonly versions: VersionsView | undefined;
  readonly weighed: readonly WeighedItem[];
  /** Id of evidence to the number under which it is weighed; the first where it is weighed twice. */
  readonly itemNumbers: ReadonlyMap<string, number>;
  readonly verdict: VerdictView | undefined;
  readonly consequences: readonly ConsequenceView[];
  readonly voices: readonly VoiceView[];
}

/** A row of the matrix as an item of a numbered list, with all that is on record of its evidence. */
export interface WeighedItem extends MatrixRowView {
  /** Counted from 1. */
  readonly number: number;
  /** Absent where the row's id leads to no evidence. */
  readonly account: EvidenceView | undefined;
}

/** The parts of the memo that it is made from. */
export interface EventReportParts {
  readonly alternatives: AlternativesView | undefined;
  readonly sections: readonly SectionView[];
  readonly evidence: ReadonlyMap<string, EvidenceView>;
  readonly incidentFacts: readonly IncidentFactsView[];
  readonly implications: readonly ImplicationView[];
}

export function viewEventReport(assessment: ResolvedAssessment, parts: EventReportParts): EventReportView {
  const { alternatives, sections, evidence, incidentFacts, implications } = parts;
  const weighed = (alternatives?.matrix ?? []).map((row, index) => ({
    ...row,
    number: index + 1,
    account: evidence.get(row.evidence),
  }));
  return {
    event: viewEvent(incidentFacts),
    account: sections.filter(({ kind }) => kind !== 'version'),
    versions: viewVersions(alternatives, sections),
    weighed,
    itemNumbers: new Map(weighed.toReversed().map(({ evidence: id, number }) => [id, number])),
    verdict: viewVerdict(assessment, alternatives),
    consequences: viewConsequences(implications),
    voices: viewVoices(evidence, alternatives, assessment.knownActors),
  };
}
