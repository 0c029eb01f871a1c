import type {
  AssessmentComparison,
  ComparedMemo,
  Difference,
  DifferenceType,
  Matter,
  Values,
} from './types.ts';

/** Differences side by side: one row for each topic, one column for each memo that speaks of any of them. */
export interface ComparisonTable<Value> {
  readonly columns: readonly ComparedMemo[];
  readonly rows: readonly {
    readonly matter: Matter;
    /** One for each column; absent if the memo does not speak of the topic. */
    readonly cells: readonly (Value | undefined)[];
  }[];
}

/** A table of differences; `undefined` if there are none. */
export function tableOf<Type extends DifferenceType>(
  { memos }: AssessmentComparison,
  differences: readonly Difference<Type>[],
): ComparisonTable<Values[Type]> | undefined {
  if (differences.length === 0) return undefined;
  const speaking = new Set(differences.flatMap(({ sides }) => sides.map(({ memo }) => memo)));
  const columns = memos.filter(({ number }) => speaking.has(number));
  return {
    columns,
    rows: differences.map(({ matter, sides }) => ({
      matter,
      cells: columns.map(({ number }) => sides.find(({ memo }) => memo === number)?.value),
    })),
  };
}
