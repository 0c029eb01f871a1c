import type { Relationship } from '../../model/generated/types.ts';
import { widthOf } from '../kit/measure.ts';
import { face, ink, LEADING, type Sheet, WIDTH } from '../kit/sheet.ts';
import type { Attributes } from '../kit/svg.ts';
import type { Words } from '../kit/words.ts';

/** `own`: the file gives no standing. Nobody but the memo says that it holds. */
export type Standing = NonNullable<Relationship['standing']> | 'own';

/** The standing of a relationship. */
export function standingOf(standing: Relationship['standing']): Standing {
  return standing ?? 'own';
}

/** Whether nobody is known to contradict it. */
export function isUncontested(standing: Relationship['standing']): boolean {
  return standing === undefined || standing === 'asserted';
}

export function standingText(standing: Standing, words: Words): string {
  return standing === 'own' ? words.text('figure.network.own') : words.label('standing', standing);
}

/** Line styles by standing: solid, dashed, dash-dotted, dotted; grey for our own. */
export const LINE: Readonly<Record<Standing, Attributes>> = {
  asserted: { stroke: ink.structure, 'stroke-width': 1.1 },
  own: { stroke: ink.middle, 'stroke-width': 1.1 },
  alleged: { stroke: ink.structure, 'stroke-width': 1.1, 'stroke-dasharray': '6 3' },
  disputed: { stroke: ink.structure, 'stroke-width': 1.1, 'stroke-dasharray': '7 2.5 1.5 2.5' },
  denied: { stroke: ink.structure, 'stroke-width': 1.3, 'stroke-dasharray': '1.5 3' },
};

const ORDER: readonly Standing[] = ['asserted', 'own', 'alleged', 'disputed', 'denied'];

/** The key to lines and boxes, on as many lines as needed; returns the bottom of the last. */
export function drawNetworkKey(
  sheet: Sheet,
  top: number,
  standings: ReadonlySet<Standing>,
  words: Words,
): number {
  let [x, y] = [0, top];
  const entry = (lead: number, text: string, draw: (at: number) => void) => {
    const width = lead + widthOf(text, face.small);
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + LEADING];
    draw(x);
    sheet.text(sheet.x(x + lead), y, text, { face: face.small, fill: ink.grey });
    x += width + 16;
  };
  entry(18, words.text('figure.network.assessed'), (at) => {
    sheet.rect(sheet.left(at, 13), y - 9, 13, 10, { rx: 2, fill: ink.structure });
  });
  for (const standing of ORDER.filter((standing) => standings.has(standing))) {
    const text = standingText(standing, words);
    entry(34, text, (at) => {
      sheet.line(sheet.x(at), y - 4, sheet.x(at + 28), y - 4, LINE[standing]);
    });
  }
  return y + 6;
}
