import type { LikelihoodView } from '../derive/likelihood.ts';
import type { MemoView } from '../derive/memo-view.ts';
import { likelihoodBar } from './likelihood-bar.ts';

/** A figure: its key in templates, its path beside the Markdown, and its SVG. */
export interface Figure {
  readonly key: string;
  readonly path: string;
  readonly svg: string;
}

/** The figures a memo can use, in a fixed order; each exists only when the assessment has data for it. */
export function makeFigures(view: MemoView): Figure[] {
  const likelihoods = [...view.judgments.all, ...(view.outlook?.scenarios ?? [])].flatMap(
    (item) => item.likelihood ?? [],
  );
  const bars = new Map(likelihoods.map((likelihood) => [keyOf(likelihood), likelihood]));
  return [...bars]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { low, high }]) => ({
      key,
      path: `figures/${view.id}/${key}.svg`,
      svg: `${likelihoodBar(low, high)}\n`,
    }));
}

function keyOf({ low, high }: LikelihoodView): string {
  return `likelihood-${low}-${high}`;
}
