import type { Assessment, Likelihood } from '../model/generated/types.ts';
import type { PointerPart } from '../model/pointer.ts';
import { likelihoodScales } from '../model/scales.ts';

/** The two rows of terms of ICD 203: 0 has "likely", 1 has "probable". */
export type Row = 0 | 1;

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

/** The row a term of ICD 203 is of; `undefined` for terms of other scales. */
export function rowOf(term: string): Row | undefined {
  for (const { terms, forms } of likelihoodScales['icd-203'].bands) {
    const row = terms.indexOf(term);
    if (row >= 0) return row === 0 ? 0 : 1;
    if (forms?.includes(term)) return 0;
  }
  return undefined;
}

/** The same odds in a row. */
export function termOfRow(term: string, row: Row): string | undefined {
  return likelihoodScales['icd-203'].bands.find(
    ({ terms, forms }) => terms.includes(term) || forms?.includes(term),
  )?.terms[row];
}

/** The row of the file: that of most of its terms, else of most in its prose; where they tie, that of the first. */
export function houseRow(assessment: Assessment, inProse: () => readonly Row[] = () => []): Row {
  const declared = likelihoodsOf(assessment).flatMap(({ likelihood: { term } }) =>
    term === undefined ? [] : (rowOf(term) ?? []),
  );
  return mostOf(declared) ?? mostOf(inProse()) ?? 0;
}

function mostOf(rows: readonly Row[]): Row | undefined {
  const second = rows.filter((row) => row === 1).length;
  if (second * 2 === rows.length) return rows[0];
  return second * 2 > rows.length ? 1 : 0;
}
