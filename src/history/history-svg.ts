import { deriveMemo } from '../derive/memo-view.ts';
import { historyFigure } from '../memo/history-figure.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { wordsFor } from '../render/wording/figure-words.ts';
import type { HistoryReport } from './history.ts';

/** The figure of a history as SVG, in the words of the assessment's form; `undefined` with fewer than two editions. */
export async function historySvg(
  { history, last, register }: HistoryReport,
  effects: Effects,
): Promise<string | undefined> {
  const view = deriveMemo(last, register);
  const forms = new Forms(effects);
  // An old assessment may name a form that no longer exists: only its words are needed.
  const names = await forms.names();
  const form = await forms.load(names.includes(last.form) ? last.form : (names[0] ?? last.form));
  const figures = await historyFigure(history, view, wordsFor(view, form));
  return figures.get('history')?.svg;
}
