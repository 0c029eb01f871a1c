import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { LowMediumHigh } from '../../model/generated/types.ts';
import { diagnosticity, leaders, type Rating, ratingOf, scoreHypotheses } from '../entities/hypotheses.ts';
import { letterOf } from '../entities/hypothesis-letter.ts';
import {
  byId,
  type PartyView,
  proseText,
  type ResolvedAssessment,
  resolveParties,
} from '../entities/resolve.ts';
import { printedNumbers } from '../release/numbers.ts';
import { type LikelihoodView, viewLikelihood } from './likelihood.ts';
import { sensitivityOf } from './sensitivity.ts';

export interface HypothesisView {
  readonly id: string;
  /** Label in the matrix: A, B, C … */
  readonly letter: string;
  readonly statement: string;
  readonly summary: string | undefined;
  readonly proponents: readonly PartyView[];
  /** The same parties, without an office that the evidence states anyway. */
  readonly supporters: readonly PartyView[];
  readonly likelihood: LikelihoodView | undefined;
  /** Scores exist only where there is a matrix. */
  readonly inconsistency: number | undefined;
  readonly weightedInconsistency: number | undefined;
  readonly rank: number | undefined;
}

export interface MatrixRowView {
  /** Printed number, counted from 1; a release has gaps. */
  readonly number: number;
  readonly evidence: string;
  readonly statement: string;
  readonly credibility: LowMediumHigh | undefined;
  readonly relevance: LowMediumHigh | undefined;
  /** One for each hypothesis, in their order; `NA` where the file rates none. */
  readonly ratings: readonly Rating[];
  readonly diagnosticity: number;
  readonly note: string | undefined;
}

export interface AlternativesView {
  readonly hypotheses: readonly HypothesisView[];
  readonly matrix: readonly MatrixRowView[];
  /** Whether any row says how credible or relevant it is. */
  readonly weighted: boolean;
  /** Letters of the hypotheses that lead; several when they tie; none without a matrix. */
  readonly leaders: readonly string[];
  /** Who leads if any one of these items is left out; `several` if they would tie. */
  readonly flips: readonly {
    readonly leaders: readonly string[];
    readonly several: boolean;
    readonly evidence: readonly string[];
  }[];
}

export function viewAlternatives(
  assessment: ResolvedAssessment,
  scale: LikelihoodScale,
): AlternativesView | undefined {
  const hypotheses = assessment.hypotheses ?? [];
  if (hypotheses.length === 0) return undefined;
  const matrix = assessment.matrix ?? [];
  const scores = matrix.length > 0 ? scoreHypotheses(hypotheses, matrix) : [];
  const evidence = byId(assessment.evidence);
  const offices = new Set(
    (assessment.evidence ?? []).map(({ speaker }) => `${speaker?.office} ${speaker?.name}`),
  );
  const proponents = hypotheses.map((hypothesis) =>
    resolveParties(hypothesis.proponents, assessment.knownActors),
  );
  const letters = printedNumbers(assessment, 'hypotheses');
  const rows = printedNumbers(assessment, 'matrix');
  const views = hypotheses.map((hypothesis, index): HypothesisView => {
    const score = scores[index];
    return {
      id: hypothesis.id,
      letter: letterOf((letters[index] ?? 1) - 1),
      statement: proseText(hypothesis.statement) ?? '',
      summary: proseText(hypothesis.summary),
      proponents: proponents[index] ?? [],
      supporters: (proponents[index] ?? []).map((party) =>
        offices.has(`${party.office} ${party.name}`) ? { ...party, office: undefined } : party,
      ),
      likelihood: hypothesis.likelihood && viewLikelihood(scale, hypothesis.likelihood),
      inconsistency: score?.inconsistency,
      weightedInconsistency: score?.weightedInconsistency,
      rank: score?.rank,
    };
  });
  const leading = new Set(leaders(scores));
  return {
    hypotheses: views,
    matrix: matrix.map((row, index) => ({
      number: rows[index] ?? 0,
      evidence: row.evidence,
      statement: proseText(evidence.get(row.evidence)?.statement) ?? row.evidence,
      credibility: row.credibility,
      relevance: row.relevance,
      ratings: hypotheses.map(({ id }) => ratingOf(row, id)),
      diagnosticity: diagnosticity(row),
      note: proseText(row.note),
    })),
    weighted: matrix.some(({ credibility, relevance }) => credibility || relevance),
    leaders: views.filter((view) => leading.has(view.id)).map((view) => view.letter),
    flips: flipsOf(assessment, new Map(views.map((view) => [view.id, view.letter]))),
  };
}

/** Single items that decide the lead, grouped where the same hypotheses lead without them. */
function flipsOf(
  assessment: ResolvedAssessment,
  letters: ReadonlyMap<string, string>,
): AlternativesView['flips'] {
  const byLeaders = new Map<string, { leaders: string[]; several: boolean; evidence: string[] }>();
  for (const { without, leaders, nothingLeft } of sensitivityOf(assessment)?.changes ?? []) {
    if (without.kind !== 'evidence' || nothingLeft) continue;
    const key = leaders.join();
    const flip = byLeaders.get(key) ?? {
      leaders: leaders.flatMap((id) => letters.get(id) ?? []),
      several: leaders.length > 1,
      evidence: [],
    };
    flip.evidence.push(without.id);
    byLeaders.set(key, flip);
  }
  return [...byLeaders.values()];
}
