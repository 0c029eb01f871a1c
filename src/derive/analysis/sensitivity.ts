import type { Evidence, MatrixRow } from '../../model/generated/types.ts';
import { diagnosticity, leaders, ratingOf, rowWeight, scoreHypotheses } from '../entities/hypotheses.ts';
import { byId, type ResolvedAssessment, type ResolvedSource } from '../entities/resolve.ts';
import { originsOf } from './chain.ts';

/**
 * What was left out: an item of evidence; a source with everything derived from it; everything that only sources
 * graded D or E vouch for.
 */
export type LeftOut =
  | { readonly kind: 'evidence'; readonly id: string }
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'graded-d-or-worse' };

export interface LeaderChange {
  readonly without: LeftOut;
  /** Number of rows removed. */
  readonly rows: number;
  /** Ids of the hypotheses that then lead; empty if nothing is left to judge by. */
  readonly leaders: readonly string[];
  /** Set where no row is left. */
  readonly nothingLeft?: true;
}

export type MatrixWarning =
  /**
   * All its ratings are the same, `NA` aside: it does not separate the hypotheses (Heuer 1999, ch. 8, step 3).
   */
  | { readonly kind: 'not-diagnostic'; readonly evidence: string }
  /**
   * It leads, and more than half of its ratings are N or NA: a vague hypothesis that nothing contradicts beats a rich
   * one with one contradiction (Mandel et al. 2018).
   */
  | { readonly kind: 'vague'; readonly hypothesis: string }
  /** Hypotheses the row does not rate; they count as `NA`. */
  | { readonly kind: 'incomplete'; readonly evidence: string; readonly hypotheses: readonly string[] };

export interface Sensitivity {
  /** Ids of the hypotheses that lead with all evidence; several if they tie. */
  readonly leaders: readonly string[];
  /** What changes the leaders when left out: items in the order of the matrix, then sources, then grades. */
  readonly changes: readonly LeaderChange[];
  /** How much was tried: whatever is not among the changes leaves the leaders as they are. */
  readonly tried: {
    /** Number of items. */
    readonly evidence: number;
    /** Number of sources that are the only support of a row. */
    readonly sources: number;
    /** Number of rows that only sources graded D or E vouch for. */
    readonly gradedDOrWorse: number;
  };
  readonly warnings: readonly MatrixWarning[];
}

const known = new WeakMap<ResolvedAssessment, Sensitivity | undefined>();

/**
 * Whether the lead depends on little: leaves out one thing at a time and recomputes the leaders. `undefined`
 * without hypotheses or matrix. Source: Heuer 1999, ch. 8, step 6. Cached for an assessment, unless the rows
 * have weights of their own.
 */
export function sensitivityOf(
  assessment: ResolvedAssessment,
  weightOf: (row: MatrixRow) => number = rowWeight,
): Sensitivity | undefined {
  if (weightOf !== rowWeight) return workOut(assessment, weightOf);
  if (!known.has(assessment)) known.set(assessment, workOut(assessment, rowWeight));
  return known.get(assessment);
}

function workOut(
  assessment: ResolvedAssessment,
  weightOf: (row: MatrixRow) => number,
): Sensitivity | undefined {
  const { hypotheses = [], matrix = [], knownSources } = assessment;
  if (hypotheses.length === 0 || matrix.length === 0) return undefined;
  const leadersBy = (rows: readonly MatrixRow[]) =>
    rows.length === 0 ? [] : leaders(scoreHypotheses(hypotheses, rows, weightOf));
  const withAll = leadersBy(matrix);
  const leaveOut = (without: LeftOut, goes: (row: MatrixRow) => boolean): LeaderChange[] => {
    const left = matrix.filter((row) => !goes(row));
    const leading = leadersBy(left);
    if (leading.join() === withAll.join()) return [];
    const change = { without, rows: matrix.length - left.length, leaders: leading };
    return [left.length === 0 ? { ...change, nothingLeft: true } : change];
  };

  const items = [...new Set(matrix.map((row) => row.evidence))];
  const rests = restsOf(items, assessment);
  const carried = carriedBy(rests, knownSources);
  const poor = new Set(items.filter((id) => isPoor(rests.get(id) ?? [], knownSources)));
  return {
    leaders: withAll,
    changes: [
      ...items.flatMap((id) => leaveOut({ kind: 'evidence', id }, (row) => row.evidence === id)),
      ...[...carried].flatMap(([id, its]) =>
        leaveOut({ kind: 'source', id }, (row) => its.has(row.evidence)),
      ),
      ...leaveOut({ kind: 'graded-d-or-worse' }, (row) => poor.has(row.evidence)),
    ],
    tried: {
      evidence: items.length,
      sources: carried.size,
      gradedDOrWorse: matrix.filter((row) => poor.has(row.evidence)).length,
    },
    warnings: warningsOf(
      matrix,
      hypotheses.map(({ id }) => id),
      withAll,
    ),
  };
}

/** For each item the known sources it cites; empty if the item itself is unknown. */
function restsOf(
  items: readonly string[],
  { evidence, knownSources }: ResolvedAssessment,
): ReadonlyMap<string, readonly string[]> {
  const known = byId<Evidence>(evidence);
  return new Map(
    items.map((id) => [
      id,
      (known.get(id)?.citations ?? [])
        .map(({ source }) => source)
        .filter((source) => knownSources.has(source)),
    ]),
  );
}

/**
 * For each source the items that fall with it: all their citations are that source or derived from it. A source
 * derived from two falls with either, since its own contribution is unknown. In the order of known sources.
 */
function carriedBy(
  rests: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, ResolvedSource>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const carried = new Map([...known.keys()].map((id) => [id, new Set<string>()]));
  for (const [item, cited] of rests) {
    const [first = new Set<string>(), ...others] = cited.map((id) => originsOf([id], known));
    for (const id of first) if (others.every((origins) => origins.has(id))) carried.get(id)?.add(item);
  }
  return new Map([...carried].filter(([, items]) => items.size > 0));
}

/** Whether an item has sources, all graded D or E; F and no grade mean not judged, not bad. */
function isPoor(cited: readonly string[], known: ReadonlyMap<string, ResolvedSource>): boolean {
  const grades = cited.map((id) => known.get(id)?.reliability);
  return grades.length > 0 && grades.every((grade) => grade === 'D' || grade === 'E');
}

function warningsOf(
  matrix: readonly MatrixRow[],
  hypotheses: readonly string[],
  leading: readonly string[],
): MatrixWarning[] {
  const rows = matrix.flatMap((row): MatrixWarning[] => {
    const { evidence } = row;
    const unrated = hypotheses.filter((id) => !Object.hasOwn(row.ratings, id));
    return [
      ...(diagnosticity(row) === 0 ? [{ kind: 'not-diagnostic', evidence } as const] : []),
      ...(unrated.length > 0 ? [{ kind: 'incomplete', evidence, hypotheses: unrated } as const] : []),
    ];
  });
  const vague = leading.filter((id) => {
    const silent = matrix.filter((row) => ['N', 'NA'].includes(ratingOf(row, id)));
    return silent.length > matrix.length / 2;
  });
  return [...rows, ...vague.map((hypothesis) => ({ kind: 'vague', hypothesis }) as const)];
}
