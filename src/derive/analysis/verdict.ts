import type { ResolvedAssessment } from '../entities/resolve.ts';
import { isUniform } from '../forms/versions.ts';
import type { AlternativesView, HypothesisView, MatrixRowView } from './alternatives.ts';
import { type LeftOut, sensitivityOf } from './sensitivity.ts';

/** What the matrix scores show, as facts from which sentences are made. */
export interface VerdictView {
  /** Letters of the hypotheses with the least evidence against them; several if they tie. */
  readonly leaders: readonly string[];
  readonly tie: boolean;
  /** Weighted inconsistency of the leaders: 0 or less. */
  readonly best: number;
  /** The other versions, from the least to the most inconsistent. */
  readonly others: readonly { readonly letter: string; readonly score: number }[];
  /** Rows of the matrix, from 1, that separate the hypotheses most; empty if there are more than three. */
  readonly telling: readonly number[];
  /** Rows that rate every hypothesis the same: they favour none. */
  readonly undecided: readonly number[];
  /** What the lead depends on, grouped where the same hypotheses lead without it. */
  readonly fragile: readonly FragileView[];
  /** Whether the lead stays, whichever single item is left out. */
  readonly robust: boolean;
  /** Letters of leaders about which most of the evidence says nothing. */
  readonly vague: readonly string[];
  /**
   * The hypothesis with the highest likelihood, and whether it is also the one that leads; absent without
   * likelihoods.
   */
  readonly likeliest: { readonly letters: readonly string[]; readonly agrees: boolean } | undefined;
}

/** Something that alone decides who leads: items of evidence, sources, or everything from poor sources. */
export interface FragileView {
  /** Rows of the matrix, from 1. */
  readonly items: readonly number[];
  /** Ids of sources, each with everything that rests on it. */
  readonly sources: readonly string[];
  /** What only sources graded D or E vouch for. */
  readonly poor: boolean;
  /** Whether there are several of them, each decisive alone. */
  readonly several: boolean;
  /** Letters of those who lead without it; empty if nothing is left to judge by. */
  readonly leaders: readonly string[];
  readonly tie: boolean;
}

/** Most items named as telling. */
const MAX_TELLING = 3;

/** Scores closer than this are equal: products of square roots have rounding errors. */
const TIE = 1e-9;

/** The verdict of the matrix; `undefined` where there is none, or only one version. */
export function viewVerdict(
  assessment: ResolvedAssessment,
  alternatives: AlternativesView | undefined,
): VerdictView | undefined {
  const { hypotheses = [], matrix = [], leaders = [] } = alternatives ?? {};
  const sensitivity = sensitivityOf(assessment);
  if (sensitivity === undefined || hypotheses.length < 2) return undefined;
  const letters = new Map(hypotheses.map(({ id, letter }) => [id, letter]));
  const scores = hypotheses
    .map(({ letter, weightedInconsistency = 0 }) => ({ letter, score: weightedInconsistency }))
    .sort((a, b) => (Math.abs(b.score - a.score) < TIE ? 0 : b.score - a.score));
  const fragile = fragilesOf(sensitivity.changes, letters, matrix);
  return {
    leaders,
    tie: leaders.length > 1,
    best: scores[0]?.score ?? 0,
    others: scores.filter(({ letter }) => !leaders.includes(letter)),
    telling: tellingRows(matrix),
    undecided: matrix.flatMap(({ ratings, number }) => (isUniform(ratings) ? number : [])),
    fragile,
    robust: fragile.every(({ items }) => items.length === 0),
    vague: sensitivity.warnings.flatMap((warning) =>
      warning.kind === 'vague' ? (letters.get(warning.hypothesis) ?? []) : [],
    ),
    likeliest: likeliestOf(hypotheses, leaders),
  };
}

interface Change {
  readonly without: LeftOut;
  readonly leaders: readonly string[];
}

/** Only items as telling as the first are named: a list of unequal items would hide which one matters. */
function tellingRows(matrix: readonly MatrixRowView[]): number[] {
  const most = Math.max(0, ...matrix.map(({ diagnosticity }) => diagnosticity));
  if (most === 0) return [];
  const rows = matrix.flatMap(({ diagnosticity, number }) => (diagnosticity === most ? number : []));
  return rows.length > MAX_TELLING ? [] : rows;
}

function fragilesOf(
  changes: readonly Change[],
  letters: ReadonlyMap<string, string>,
  matrix: readonly MatrixRowView[],
): FragileView[] {
  const alike = new Map<string, Change[]>();
  for (const change of changes) {
    const key = [change.without.kind, ...change.leaders].join();
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return [...alike.values()].map((group) => {
    const idsOf = (kind: 'evidence' | 'source') =>
      group.flatMap(({ without }) => (without.kind === kind ? without.id : []));
    const evidence = new Set(idsOf('evidence'));
    const leaders = (group[0]?.leaders ?? []).flatMap((id) => letters.get(id) ?? []);
    return {
      items: matrix.flatMap((row) => (evidence.has(row.evidence) ? row.number : [])),
      sources: idsOf('source'),
      poor: group.some(({ without }) => without.kind === 'graded-d-or-worse'),
      several: group.length > 1,
      leaders,
      tie: leaders.length > 1,
    };
  });
}

/** By the middle of the band. Only where every version has a likelihood can one be the likeliest, and only if they differ. */
function likeliestOf(
  hypotheses: readonly HypothesisView[],
  leaders: readonly string[],
): VerdictView['likeliest'] {
  const middles = hypotheses.flatMap(({ letter, likelihood }) =>
    likelihood === undefined ? [] : { letter, middle: (likelihood.low + likelihood.high) / 2 },
  );
  if (middles.length < hypotheses.length) return undefined;
  const highest = Math.max(...middles.map(({ middle }) => middle));
  const letters = middles.filter(({ middle }) => middle === highest).map(({ letter }) => letter);
  if (letters.length === hypotheses.length) return undefined;
  return { letters, agrees: letters.join() === leaders.join() };
}
