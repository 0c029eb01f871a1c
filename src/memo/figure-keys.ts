import { type FigureKey, figureKeys } from '../figures/figure.ts';

/** A call of one of the partials that print figures, with its key where that is written out. */
const CALL = /\{\{~?#?>\s*figure(?:-table)?\s[^}]*?\bkey=(?:"([^"]*)"|'([^']*)'|\S)/g;

/** The figures that templates may ask for: all of them where a key is not written out. */
export function figureKeysIn(templates: Iterable<string>): FigureKey[] {
  const asked = new Set<string | undefined>();
  for (const text of templates) {
    for (const [, double, single] of text.matchAll(CALL)) asked.add(double ?? single);
  }
  return figureKeys.filter((key) => asked.has(key) || asked.has(undefined));
}
