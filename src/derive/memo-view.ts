import {
  type ConfidenceScale,
  confidenceScaleOf,
  type LikelihoodScale,
  likelihoodScaleOf,
  type MarkingScheme,
  schemeOf,
} from '../model/conventions/conventions.ts';
import { lookOf, type MarkingLook } from '../model/conventions/markings.ts';
import { directionOf } from '../model/conventions/writing-direction.ts';
import type { EdtfDate } from '../model/edtf.ts';
import type { Assessment, Author, Marking, Register } from '../model/generated/types.ts';
import { type AbbreviationView, viewAbbreviations } from './analysis/abbreviations.ts';
import { type AlternativesView, viewAlternatives } from './analysis/alternatives.ts';
import { type AssumptionView, type GapView, viewAssumptions, viewGaps } from './analysis/basis.ts';
import { type ExclusiveView, viewExclusive } from './analysis/exclusive.ts';
import {
  type ImplicationView,
  type OutlookView,
  type RecommendationView,
  viewImplications,
  viewOutlook,
  viewRecommendations,
} from './analysis/outlook.ts';
import { type FootingView, type SupportView, viewFooting, viewSupport } from './analysis/support.ts';
import { type ActorView, type ComparisonView, viewActors } from './entities/actors.ts';
import { viewCutOff, viewDate } from './entities/dates.ts';
import { type RevisionView, viewRevision } from './entities/edition.ts';
import { type IncidentFactsView, latestFirst, viewIncidentFacts } from './entities/incident-facts.ts';
import {
  type DisputedFigure,
  disputedFigures,
  type IncidentView,
  viewChronology,
} from './entities/incidents.ts';
import { type JudgmentViews, viewJudgments } from './entities/judgments.ts';
import { type OwnFieldsView, viewOwnFields } from './entities/own-fields.ts';
import { type RelationshipView, viewRelationships } from './entities/relationships.ts';
import { asList, proseText, type ResolvedAssessment, resolve } from './entities/resolve.ts';
import { type MediumView, type SectionView, viewMedia, viewSections } from './entities/sections.ts';
import { type CitedSourceView, type EvidenceView, viewEvidence, viewSources } from './entities/sources.ts';
import { type SubjectView, viewSubjects } from './entities/subjects.ts';
import { type TrendView, viewTrends } from './entities/trends.ts';
import { type AnswersView, viewAnswers } from './forms/answers.ts';
import { type CommentaryView, viewCommentary } from './forms/commentary.ts';
import { type EventReportView, eventOf, viewEventReport } from './forms/event-report.ts';
import { type IncidentBriefView, viewIncidentBrief } from './forms/incident-brief.ts';
import { type OnePageView, viewOnePage } from './forms/one-page.ts';
import { sectionOfEach } from './forms/section-of.ts';
import { type ReleasedView, viewReleased } from './release/released.ts';

/**
 * Everything a memo can show, derived from one assessment and the register. Read-only; every property is
 * present (lists may be empty, single values undefined), so that a strict template can ask for any of them.
 * Prose is Markdown, its citations still in it.
 */
export interface MemoView {
  readonly id: string;
  /** The file's own. */
  readonly form: string;
  /** The form that this memo is in. */
  readonly printedForm: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly series: { readonly name: string; readonly number: string | undefined } | undefined;
  readonly authors: readonly AuthorView[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly status: Assessment['status'];
  readonly approvals: readonly ApprovalView[];
  readonly marking: Marking;
  /** How the marking looks in page headers and footers, and in the masthead. */
  readonly look: MarkingLook;
  readonly asOf: EdtfDate;
  readonly published: EdtfDate | undefined;
  readonly edition: number | undefined;
  /** What a release leaves out; `undefined` for the whole assessment. */
  readonly released: ReleasedView | undefined;
  /** What changed since the edition before. */
  readonly revision: RevisionView | undefined;
  readonly question: string | undefined;
  readonly scope: ScopeView | undefined;
  readonly bottomLine: string | undefined;
  readonly judgments: JudgmentViews;
  /** The support of each key judgment. */
  readonly support: readonly SupportView[];
  /** The support of all key judgments together. */
  readonly footing: FootingView | undefined;
  readonly sections: readonly SectionView[];
  /** Pictures, by id: those that the text of a section shows are printed there. */
  readonly media: ReadonlyMap<string, MediumView>;
  /** The sections again, each with the judgments and the evidence that belong to it. */
  readonly answers: AnswersView;
  readonly actors: {
    readonly assessed: readonly ActorView[];
    readonly others: readonly ActorView[];
    readonly comparison: ComparisonView | undefined;
  };
  readonly relationships: readonly RelationshipView[];
  readonly chronology: readonly IncidentView[];
  /** The chronology again, each incident with what contradicts it. */
  readonly incidentFacts: readonly IncidentFactsView[];
  readonly incidentsLatestFirst: readonly IncidentFactsView[];
  readonly disputedFigures: readonly DisputedFigure[];
  readonly trends: readonly TrendView[];
  readonly abbreviations: readonly AbbreviationView[];
  readonly assumptions: readonly AssumptionView[];
  readonly gaps: readonly GapView[];
  readonly alternatives: AlternativesView | undefined;
  readonly outlook: OutlookView | undefined;
  /** Sets of mutually exclusive things. */
  readonly exclusives: readonly ExclusiveView[];
  readonly implications: readonly ImplicationView[];
  readonly recommendations: readonly RecommendationView[];
  readonly subjects: readonly SubjectView[];
  readonly eventReport: EventReportView;
  readonly commentary: CommentaryView;
  /** The memo as an incident brief, from the fullest variant to the leanest. */
  readonly incidentBrief: readonly IncidentBriefView[];
  /** The memo on one page, from the fullest variant to the leanest. */
  readonly onePage: readonly OnePageView[];
  readonly sources: readonly CitedSourceView[];
  readonly evidence: ReadonlyMap<string, EvidenceView>;
  readonly citableSources: ReadonlyMap<string, CitedSourceView>;
  readonly scale: LikelihoodScale;
  readonly confidenceScale: ConfidenceScale;
  readonly scheme: MarkingScheme;
  /** Which notes on scales the memo needs. */
  readonly uses: {
    readonly likelihood: boolean;
    /** Whether a likelihood is given as a range, which need not be that of its term. */
    readonly range: boolean;
    readonly confidence: boolean;
    readonly grades: boolean;
  };
  readonly keywords: readonly string[];
  /** Fields of the project's own, by name: of the assessment, and of entries by list and id. */
  readonly ownFields: OwnFieldsView;
  /** Suppressed check rules, where, and why. */
  readonly exceptions: readonly { readonly rule: string; readonly at: string; readonly reason: string }[];
}

export interface AuthorView {
  readonly name: string;
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
}

export interface ApprovalView {
  readonly by: string;
  readonly role: string | undefined;
  readonly on: EdtfDate | undefined;
}

export interface ScopeView {
  readonly geography: readonly string[];
  readonly period: EdtfDate | undefined;
  readonly audience: readonly string[];
  /** Whether geography or period is stated. */
  readonly covers: boolean;
}

/** Derives the memo. The assessment has passed validation; unreadable dates are left out, never guessed. */
export function deriveMemo(raw: Assessment, register: Register): MemoView {
  const assessment = resolve(raw, register);
  const scale = likelihoodScaleOf(assessment);
  const judgments = viewJudgments(assessment, scale);
  const sectionOf = sectionOfEach(assessment);
  const evidence = viewEvidence(assessment, sectionOf.evidence);
  const sections = viewSections(assessment);
  const outlook = viewOutlook(assessment, scale, judgments);
  const sources = viewSources(assessment);
  const actors = viewActors(assessment);
  const chronology = viewChronology(assessment, scale);
  const relationships = viewRelationships(assessment);
  const trends = viewTrends(assessment);
  const alternatives = viewAlternatives(assessment, scale);
  const incidentFacts = viewIncidentFacts(chronology, evidence);
  const likelihoods = [
    ...judgments.all,
    ...(outlook?.scenarios ?? []),
    ...(alternatives?.hypotheses ?? []),
    ...chronology.flatMap((incident) => incident.attributions),
  ].flatMap(({ likelihood }) => likelihood ?? []);
  const event = eventOf(assessment, incidentFacts);
  const gaps = viewGaps(assessment);
  const implications = viewImplications(assessment, judgments);
  const recommendations = viewRecommendations(assessment, judgments);
  return {
    ...viewIdentity(assessment),
    released: viewReleased(assessment, judgments),
    judgments,
    support: viewSupport(assessment, judgments),
    footing: viewFooting(assessment, judgments),
    revision: viewRevision(assessment, judgments),
    sections,
    media: viewMedia(assessment),
    answers: viewAnswers(sections, sectionOf, judgments, evidence),
    actors,
    relationships,
    chronology,
    incidentFacts,
    disputedFigures: disputedFigures(chronology),
    trends,
    abbreviations: viewAbbreviations(assessment),
    assumptions: viewAssumptions(assessment),
    gaps,
    alternatives,
    outlook,
    exclusives: viewExclusive(assessment, judgments),
    implications,
    recommendations,
    subjects: viewSubjects(judgments),
    eventReport: viewEventReport(assessment, {
      alternatives,
      sections,
      evidence,
      incidentFacts,
      event,
      implications,
    }),
    commentary: viewCommentary({
      sections,
      sectionOf,
      judgments,
      evidence,
      gaps,
      kept: assessment.released?.numbers,
    }),
    incidentsLatestFirst: latestFirst(incidentFacts),
    incidentBrief: viewIncidentBrief({
      incidents: latestFirst(incidentFacts),
      event,
      judgments,
      recommendations,
      implications,
      outlook,
    }),
    onePage: viewOnePage({
      bottomLine: proseText(assessment.bottomLine),
      judgments,
      recommendations,
      implications,
      outlook,
      chronology,
      evidence,
    }),
    sources: sources.listed,
    citableSources: sources.citable,
    evidence,
    scale,
    confidenceScale: confidenceScaleOf(assessment),
    scheme: schemeOf(assessment),
    uses: {
      likelihood: likelihoods.length > 0,
      range: likelihoods.some(({ given }) => given === 'range'),
      confidence:
        actors.assessed.length > 0 ||
        [...judgments.all, ...relationships, ...trends].some((item) => item.confidence),
      grades: sources.listed.some((source) => source.reliability) || usesCredibility(evidence),
    },
    keywords: keywordsOf(assessment, actors.assessed),
    ownFields: viewOwnFields(assessment),
    exceptions: (assessment.exceptions ?? []).map(({ rule, at, reason }) => ({
      rule,
      at,
      reason: proseText(reason) ?? '',
    })),
  };
}

function viewIdentity(assessment: ResolvedAssessment) {
  const language = assessment.language ?? 'en';
  const { series, scope } = assessment;
  return {
    id: assessment.id,
    form: assessment.form,
    printedForm: assessment.form,
    title: assessment.title,
    subtitle: assessment.subtitle,
    series: series && {
      name: series.name,
      number: series.number === undefined ? undefined : String(series.number),
    },
    authors: (assessment.authors ?? []).map(viewAuthor),
    language,
    direction: directionOf(language),
    status: assessment.status,
    approvals: (assessment.approvals ?? []).map(({ by, role, on }) => ({ by, role, on: viewDate(on) })),
    marking: assessment.marking,
    look: lookOf(schemeOf(assessment), assessment.marking),
    asOf: viewCutOff(assessment.asOf),
    published: viewDate(assessment.published),
    edition: assessment.edition?.number,
    question: proseText(assessment.question),
    scope: scope && {
      geography: asList(scope.geography),
      period: viewDate(scope.period),
      audience: asList(scope.audience),
      covers: (scope.geography ?? scope.period) !== undefined,
    },
    bottomLine: proseText(assessment.bottomLine),
  };
}

function viewAuthor(author: Author): AuthorView {
  return { name: author.name, role: author.role, affiliation: author.affiliation };
}

function usesCredibility(evidence: ReadonlyMap<string, EvidenceView>): boolean {
  return [...evidence.values()].some((item) => item.citations.some((citation) => citation.credibility));
}

/** Keywords for searching: places, then the actors assessed. */
function keywordsOf(assessment: ResolvedAssessment, assessed: readonly ActorView[]): string[] {
  return [...new Set([...asList(assessment.scope?.geography), ...assessed.map((actor) => actor.name)])];
}
