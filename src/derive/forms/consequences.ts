import type { ImplicationView } from '../analysis/outlook.ts';

/** What follows for one audience. */
export interface ConsequenceView {
  /** As the file names it; empty where nobody in particular is named. */
  readonly audience: readonly string[];
  readonly items: readonly Pick<ImplicationView, 'statement' | 'judgments'>[];
}

/** Implications by audience: each audience once, in the order of the file; those for nobody in particular last. */
export function viewConsequences(implications: readonly ImplicationView[]): ConsequenceView[] {
  const groups = new Map<string, ConsequenceView & { items: ConsequenceView['items'][number][] }>();
  for (const { audience, statement, judgments } of implications) {
    const key = JSON.stringify(audience);
    const group = groups.get(key) ?? { audience, items: [] };
    group.items.push({ statement, judgments });
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.audience.length === 0) - Number(b.audience.length === 0),
  );
}
