import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { Indicator, Recommendation, Scenario } from '../../model/generated/types.ts';
import { viewDate } from '../entities/dates.ts';
import { type JudgmentViews, numbersOf } from '../entities/judgments.ts';
import { type NamedEntity, nameEntity } from '../entities/name-entity.ts';
import { asList, proseText, type ResolvedAssessment } from '../entities/resolve.ts';
import { printedNumbers } from '../release/numbers.ts';
import { type LikelihoodView, viewLikelihood } from './likelihood.ts';

export interface ScenarioView {
  readonly id: string;
  readonly title: string;
  readonly narrative: string | undefined;
  readonly likelihood: LikelihoodView | undefined;
  readonly impact: Scenario['impact'];
  /** Numbers of the indicators that would announce the scenario. */
  readonly indicators: readonly number[];
}

export interface IndicatorView {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  /** What it observes: names, or judgments by number. */
  readonly observes: readonly NamedEntity[];
  /** The same, without scenarios that list this indicator themselves. */
  readonly alsoObserves: readonly NamedEntity[];
  readonly status: Indicator['status'];
  readonly asOf: EdtfDate | undefined;
  readonly evidence: readonly string[];
}

export interface OutlookView {
  readonly scenarios: readonly ScenarioView[];
  readonly indicators: readonly IndicatorView[];
}

export interface ImplicationView {
  readonly id: string;
  readonly audience: readonly string[];
  readonly statement: string;
  readonly judgments: readonly number[];
}

export interface RecommendationView {
  readonly id: string;
  readonly number: number;
  readonly to: readonly string[];
  readonly action: string;
  readonly rationale: string | undefined;
  readonly priority: Recommendation['priority'];
  readonly status: Recommendation['status'];
  readonly timeframe: string | undefined;
  readonly judgments: readonly number[];
}

/** Scenarios and indicators; `undefined` when the assessment has neither. */
export function viewOutlook(
  assessment: ResolvedAssessment,
  scale: LikelihoodScale,
  judgments: JudgmentViews,
): OutlookView | undefined {
  const scenarios = assessment.scenarios ?? [];
  const indicators = assessment.indicators ?? [];
  if (scenarios.length + indicators.length === 0) return undefined;
  const printed = printedNumbers(assessment, 'indicators');
  const numbers = new Map(indicators.map(({ id }, index) => [id, printed[index] ?? 0]));
  const judgmentNumbers = numbersById(judgments);
  const announced = (indicator: string) =>
    new Set(
      scenarios
        .filter((scenario) => scenario.indicators?.includes(indicator))
        .flatMap(({ id }) => [id, `scenarios/${id}`]),
    );
  return {
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      narrative: proseText(scenario.narrative),
      likelihood: scenario.likelihood && viewLikelihood(scale, scenario.likelihood),
      impact: scenario.impact,
      indicators: numbersOf(scenario.indicators, numbers),
    })),
    indicators: indicators.map((indicator, index) => ({
      id: indicator.id,
      number: printed[index] ?? 0,
      statement: proseText(indicator.statement) ?? '',
      observes: asList(indicator.observes).map((ref) => nameEntity(ref, assessment, judgmentNumbers)),
      alsoObserves: asList(indicator.observes)
        .filter((ref) => !announced(indicator.id).has(ref))
        .map((ref) => nameEntity(ref, assessment, judgmentNumbers)),
      status: indicator.status,
      // As of the cut-off is what the whole memo is.
      asOf: indicator.asOf === assessment.asOf ? undefined : viewDate(indicator.asOf),
      evidence: indicator.evidence ?? [],
    })),
  };
}

export function viewImplications(
  assessment: ResolvedAssessment,
  judgments: JudgmentViews,
): ImplicationView[] {
  const numbers = numbersById(judgments);
  return (assessment.implications ?? []).map((implication) => ({
    id: implication.id,
    audience: asList(implication.for),
    statement: proseText(implication.statement) ?? '',
    judgments: numbersOf(implication.judgments, numbers),
  }));
}

export function viewRecommendations(
  assessment: ResolvedAssessment,
  judgments: JudgmentViews,
): RecommendationView[] {
  const numbers = numbersById(judgments);
  const printed = printedNumbers(assessment, 'recommendations');
  return (assessment.recommendations ?? []).map((recommendation, index) => ({
    id: recommendation.id,
    number: printed[index] ?? 0,
    to: asList(recommendation.to),
    action: proseText(recommendation.action) ?? '',
    rationale: proseText(recommendation.rationale),
    priority: recommendation.priority,
    status: recommendation.status,
    timeframe: recommendation.timeframe,
    judgments: numbersOf(recommendation.judgments, numbers),
  }));
}

function numbersById(judgments: JudgmentViews): Map<string, number> {
  return new Map(judgments.all.map((judgment) => [judgment.id, judgment.number]));
}
