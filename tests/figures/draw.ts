import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import type { Figure, FigureKey } from '../../src/figures/figure.ts';
import { prepareFigures } from '../../src/figures/make-figures.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { assessmentWith } from '../support/assessments.ts';
import { textsIn } from './layout.ts';
import { wordsOf } from './words.ts';

/** One figure of an assessment with these properties. */
export async function figureOf(
  key: FigureKey,
  properties: Partial<Assessment>,
  register = emptyRegister,
): Promise<Figure | undefined> {
  const view = deriveMemo(assessmentWith(properties), register);
  return (await prepareFigures(view, wordsOf(view), [key])).get(key);
}

/** The same, for tests that need it to exist; its blanks are all plain ones, to be easier to write down. */
export async function drawn(key: FigureKey, properties: Partial<Assessment>): Promise<Figure> {
  const figure = await figureOf(key, properties);
  if (figure === undefined) throw new Error(`There is no figure ${key}.`);
  return JSON.parse(JSON.stringify(figure).replaceAll('\u00a0', ' '));
}

/** The words of a figure in the order written; lines of one text are apart. */
export function wordsIn({ svg }: Figure): string[] {
  return textsIn(svg).map(({ text }) => text);
}
