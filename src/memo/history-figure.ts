import { type AssessmentHistory, viewHistory } from '../derive/analysis/history.ts';
import type { MemoView } from '../derive/memo-view.ts';
import type { Drawing } from '../figures/figure.ts';
import type { Words } from '../figures/kit/words.ts';

/** The figure of a history under its key in templates; none with fewer than two editions. */
export async function historyFigure(
  history: AssessmentHistory,
  { judgments, direction }: MemoView,
  words: Words,
): Promise<ReadonlyMap<string, Drawing>> {
  const view = viewHistory(history, judgments.all);
  if (!view) return new Map();
  const { drawHistory } = await import('../figures/history.ts');
  return new Map([['history', drawHistory(view, direction, words)]]);
}
