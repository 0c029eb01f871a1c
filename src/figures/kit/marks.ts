import { ink, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/**
 * Diagonal lines inside a rectangle, `gap` apart, as one path: a fill that survives photocopying and needs no
 * id.
 */
function hatching(x: number, y: number, width: number, height: number, gap: number): string {
  const strokes: string[] = [];
  for (let start = x - height + gap / 2; start < x + width; start += gap) {
    const from = Math.max(start, x);
    const to = Math.min(start + height, x + width);
    if (to - from < 0.5) continue;
    strokes.push(
      `M${round(from)} ${round(y + height - (from - start))}L${round(to)} ${round(y + height - (to - start))}`,
    );
  }
  return strokes.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Position of a level on its scale, from 0 to 1. */
export function shareOf(
  level: string | null | undefined,
  { levels }: Pick<Words, 'levels'>,
): number | undefined {
  const at = level === null || level === undefined ? -1 : levels.indexOf(level);
  return at < 0 ? undefined : at / Math.max(1, levels.length - 1);
}

/**
 * The fill for a level of confidence: full at the top of its scale, empty at the bottom, hatched between; grey
 * without one.
 */
export function confidenceBar(
  sheet: Sheet,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  share: number | undefined,
): void {
  const { x, y, width, height } = box;
  if (share === 1) {
    sheet.rect(x, y, width, height, { fill: ink.structure, stroke: ink.structure });
    return;
  }
  const fill = share === undefined ? ink.light : ink.paper;
  sheet.rect(x, y, width, height, { fill, stroke: ink.structure, 'stroke-width': 1.25 });
  if (share !== undefined && share > 0) {
    sheet.path(hatching(x, y, width, height, 2.5 / share), { stroke: ink.structure, 'stroke-width': 1.25 });
  }
}

/** A path for a filled arrow around a point; degrees are counter-clockwise from the right. */
export function arrow(x: number, y: number, size: number, degrees: number): string {
  const turn = (along: number, across: number) => {
    const angle = (-degrees * Math.PI) / 180;
    const px = x + size * (along * Math.cos(angle) - across * Math.sin(angle));
    const py = y + size * (along * Math.sin(angle) + across * Math.cos(angle));
    return `${round(px)} ${round(py)}`;
  };
  return (
    `M${turn(0.5, 0)}L${turn(0.02, 0.38)}L${turn(0.02, 0.12)}L${turn(-0.5, 0.12)}` +
    `L${turn(-0.5, -0.12)}L${turn(0.02, -0.12)}L${turn(0.02, -0.38)}Z`
  );
}
