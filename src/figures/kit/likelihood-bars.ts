import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import { likelihoodBar } from './likelihood-bar.ts';

/** The bars of a memo by key (`likelihood-55-80`): one for each band that a judgment or scenario has, sorted. */
export function likelihoodBars(view: MemoView): ReadonlyMap<string, string> {
  const likelihoods = [...view.judgments.all, ...(view.outlook?.scenarios ?? [])].flatMap(
    (item) => item.likelihood ?? [],
  );
  const bars = new Map(likelihoods.map((likelihood) => [keyOf(likelihood), likelihood]));
  return new Map(
    [...bars]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { low, high }]) => [key, `${likelihoodBar(low, high)}\n`]),
  );
}

function keyOf({ low, high }: LikelihoodView): string {
  return `likelihood-${low}-${high}`;
}
