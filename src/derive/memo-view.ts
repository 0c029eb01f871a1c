import { type EdtfDate, parseEdtf } from '../model/edtf.ts';
import type {
  Assessment,
  Assumption,
  Author,
  Gap,
  Marking,
  Register,
  Section,
} from '../model/generated/types.ts';
import { defaultLikelihoodScale, type LikelihoodScale, likelihoodScales } from '../model/scales.ts';
import { type ActorView, type ComparisonView, viewActors } from './actors.ts';
import { type AlternativesView, viewAlternatives } from './alternatives.ts';
import { viewDate } from './dates.ts';
import { type DisputedFigure, disputedFigures, type IncidentView, viewChronology } from './incidents.ts';
import { type JudgmentViews, viewJudgments } from './judgments.ts';
import { directionOf } from './language.ts';
import {
  type ImplicationView,
  type OutlookView,
  type RecommendationView,
  viewImplications,
  viewOutlook,
  viewRecommendations,
} from './outlook.ts';
import { type RelationshipView, viewRelationships } from './relationships.ts';
import { asList, proseText, type ResolvedAssessment, resolve } from './resolve.ts';
import { type CitedSourceView, type EvidenceView, viewEvidence, viewSources } from './sources.ts';
import { type TrendView, viewTrends } from './trends.ts';

/**
 * Everything a memo can show, derived from one assessment and the register. Read-only; each property is
 * present (lists may be empty, single values undefined), so that a strict template can ask for any of them.
 * Prose is Markdown text with its citations still in it.
 */
export interface MemoView {
  readonly id: string;
  readonly form: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly series: { readonly name: string; readonly number: string | undefined } | undefined;
  readonly authors: readonly AuthorView[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly status: Assessment['status'];
  readonly marking: Marking;
  readonly asOf: EdtfDate;
  readonly published: EdtfDate | undefined;
  readonly edition: number | undefined;
  readonly question: string | undefined;
  readonly scope: ScopeView | undefined;
  readonly bottomLine: string | undefined;
  readonly judgments: JudgmentViews;
  readonly sections: readonly SectionView[];
  readonly actors: {
    readonly assessed: readonly ActorView[];
    readonly others: readonly ActorView[];
    readonly comparison: ComparisonView | undefined;
  };
  readonly relationships: readonly RelationshipView[];
  readonly chronology: readonly IncidentView[];
  readonly disputedFigures: readonly DisputedFigure[];
  readonly trends: readonly TrendView[];
  readonly assumptions: readonly AssumptionView[];
  readonly gaps: readonly GapView[];
  readonly alternatives: AlternativesView | undefined;
  readonly outlook: OutlookView | undefined;
  readonly implications: readonly ImplicationView[];
  readonly recommendations: readonly RecommendationView[];
  readonly sources: readonly CitedSourceView[];
  readonly evidence: ReadonlyMap<string, EvidenceView>;
  readonly citableSources: ReadonlyMap<string, CitedSourceView>;
  readonly scale: LikelihoodScale;
  /** Which notes on scales the memo needs. */
  readonly uses: { readonly likelihood: boolean; readonly confidence: boolean; readonly grades: boolean };
  readonly keywords: readonly string[];
  /** Where a rule of the check is overruled, and why. */
  readonly exceptions: readonly { readonly rule: string; readonly at: string; readonly reason: string }[];
}

export interface AuthorView {
  readonly name: string;
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
}

export interface ScopeView {
  readonly geography: readonly string[];
  readonly period: EdtfDate | undefined;
  readonly audience: readonly string[];
  /** Whether geography or period say what is covered. */
  readonly covers: boolean;
}

export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly kind: NonNullable<Section['kind']>;
  readonly body: string;
  readonly marking: Marking | undefined;
}

export interface AssumptionView {
  readonly id: string;
  readonly statement: string;
  /** As printed, counted from 1. */
  readonly number: number;
  readonly linchpin: boolean;
  readonly ifWrong: string | undefined;
}

export interface GapView {
  readonly id: string;
  readonly question: string;
  readonly priority: Gap['priority'];
  readonly collection: string | undefined;
}

/** Derives the memo. The assessment has passed validation; dates that are none are left out, never guessed. */
export function deriveMemo(raw: Assessment, register: Register): MemoView {
  const assessment = resolve(raw, register);
  const scale = likelihoodScales[assessment.standards?.likelihood ?? defaultLikelihoodScale];
  const judgments = viewJudgments(assessment, scale);
  const evidence = viewEvidence(assessment);
  const outlook = viewOutlook(assessment, scale, judgments);
  const sources = viewSources(assessment);
  const actors = viewActors(assessment);
  const chronology = viewChronology(assessment, scale);
  const relationships = viewRelationships(assessment);
  const trends = viewTrends(assessment);
  const alternatives = viewAlternatives(assessment, scale);
  return {
    ...viewIdentity(assessment),
    judgments,
    sections: (assessment.sections ?? []).map(viewSection),
    actors,
    relationships,
    chronology,
    disputedFigures: disputedFigures(chronology),
    trends,
    assumptions: (assessment.assumptions ?? []).map(viewAssumption),
    gaps: (assessment.gaps ?? []).map(viewGap),
    alternatives,
    outlook,
    implications: viewImplications(assessment, judgments),
    recommendations: viewRecommendations(assessment, judgments),
    sources: sources.listed,
    citableSources: sources.citable,
    evidence,
    scale,
    uses: {
      likelihood: [
        ...judgments.all,
        ...(outlook?.scenarios ?? []),
        ...(alternatives?.hypotheses ?? []),
        ...chronology.flatMap((incident) => incident.attributions),
      ].some((item) => item.likelihood),
      confidence:
        actors.assessed.length > 0 ||
        [...judgments.all, ...relationships, ...trends].some((item) => item.confidence),
      grades: sources.listed.some((source) => source.reliability) || usesCredibility(evidence),
    },
    keywords: keywordsOf(assessment, actors.assessed),
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
    marking: assessment.marking,
    asOf: parseEdtf(assessment.asOf) ?? unreadable(assessment.asOf),
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

/** Validation lets no such date through; the type needs an answer all the same. */
function unreadable(text: string): EdtfDate {
  return { text, kind: 'interval', start: 'unknown', end: 'unknown' };
}

function viewAuthor(author: Author): AuthorView {
  return { name: author.name, role: author.role, affiliation: author.affiliation };
}

function viewSection(section: Section): SectionView {
  return {
    id: section.id,
    heading: section.heading,
    kind: section.kind ?? 'narrative',
    body: proseText(section.body) ?? '',
    marking: section.marking,
  };
}

function viewAssumption(assumption: Assumption, index: number): AssumptionView {
  return {
    id: assumption.id,
    number: index + 1,
    statement: proseText(assumption.statement) ?? '',
    linchpin: assumption.linchpin ?? false,
    ifWrong: proseText(assumption.ifWrong),
  };
}

function viewGap(gap: Gap): GapView {
  return {
    id: gap.id,
    question: proseText(gap.question) ?? '',
    priority: gap.priority,
    collection: proseText(gap.collection),
  };
}

function usesCredibility(evidence: ReadonlyMap<string, EvidenceView>): boolean {
  return [...evidence.values()].some((item) => item.citations.some((citation) => citation.credibility));
}

/** Names a search would use: where, then who is assessed. */
function keywordsOf(assessment: ResolvedAssessment, assessed: readonly ActorView[]): string[] {
  return [...new Set([...asList(assessment.scope?.geography), ...assessed.map((actor) => actor.name)])];
}
