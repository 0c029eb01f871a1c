import { type LikelihoodScale, likelihoodScaleOf } from '../model/conventions/conventions.ts';
import type { Assessment, Likelihood } from '../model/generated/types.ts';
import type { PointerPart } from '../model/pointer.ts';

/** A row of terms of a scale, from 0: in ICD 203 the first has "likely", the second "probable". */
export type Row = number;

export interface PlacedLikelihood {
  readonly likelihood: Likelihood;
  readonly parts: readonly PointerPart[];
}

/** Every likelihood that the file states outside its prose. */
export function likelihoodsOf(assessment: Assessment): PlacedLikelihood[] {
  const places: (readonly [Likelihood | undefined, readonly PointerPart[]])[] = [
    ...(assessment.judgments ?? []).map((item, i) => [item.likelihood, ['judgments', i]] as const),
    ...(assessment.hypotheses ?? []).map((item, i) => [item.likelihood, ['hypotheses', i]] as const),
    ...(assessment.scenarios ?? []).map((item, i) => [item.likelihood, ['scenarios', i]] as const),
    ...(assessment.incidents ?? []).flatMap((incident, i) =>
      (incident.attributions ?? []).map(
        (item, k) => [item.likelihood, ['incidents', i, 'attributions', k]] as const,
      ),
    ),
  ];
  return places.flatMap(([likelihood, parts]) =>
    likelihood ? { likelihood, parts: [...parts, 'likelihood'] } : [],
  );
}

/** The row of a term; `undefined` if the scale does not have the term. */
export function rowOf(term: string, { bands }: LikelihoodScale): Row | undefined {
  for (const { terms, forms } of bands) {
    const row = terms.indexOf(term);
    if (row >= 0) return row;
    if (forms?.includes(term)) return 0;
  }
  return undefined;
}

/** The term for the same odds in another row. */
export function termOfRow(term: string, row: Row, { bands }: LikelihoodScale): string | undefined {
  return bands.find(({ terms, forms }) => terms.includes(term) || forms?.includes(term))?.terms[row];
}

/**
 * The row the file uses: that of most of its terms, otherwise of most terms in its prose; on a tie, that of the
 * first.
 */
export function houseRow(assessment: Assessment, inProse: () => readonly Row[] = () => []): Row {
  const scale = likelihoodScaleOf(assessment);
  const declared = likelihoodsOf(assessment).flatMap(({ likelihood: { term } }) =>
    term === undefined ? [] : (rowOf(term, scale) ?? []),
  );
  return mostOf(declared) ?? mostOf(inProse()) ?? 0;
}

/** The most frequent row; on a tie, the one that comes first. */
function mostOf(rows: readonly Row[]): Row | undefined {
  const count = (row: Row) => rows.filter((other) => other === row).length;
  return rows.reduce<Row | undefined>(
    (most, row) => (most === undefined || count(row) > count(most) ? row : most),
    undefined,
  );
}
