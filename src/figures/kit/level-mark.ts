import type { LevelView } from '../../derive/entities/actors.ts';
import type { Direction, Level } from '../../model/generated/types.ts';
import { arrow } from './marks.ts';
import { wrap } from './measure.ts';
import { face, ink, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** From the least to the most; `none` fills no step. */
export const LEVEL_ORDER: readonly Level[] = [
  'none',
  'minimal',
  'limited',
  'moderate',
  'substantial',
  'extensive',
];

const STEP = 8;
const STEP_GAP = 2;
const HEIGHT = 7;

/** Direction of the arrow, in degrees from the right, counter-clockwise. */
const TURNS: Readonly<Partial<Record<Direction, number>>> = { rising: 50, falling: -50, steady: 0 };

/**
 * A level as up to five filled steps, its trend as an arrow, its word below. `at` is measured from the start of
 * the line.
 */
export function drawLevel(
  sheet: Sheet,
  at: number,
  top: number,
  width: number,
  view: LevelView,
  words: Words,
): void {
  const reached = LEVEL_ORDER.indexOf(view.level);
  for (let step = 1; step < LEVEL_ORDER.length; step += 1) {
    const filled = step <= reached;
    sheet.rect(sheet.left(at + (step - 1) * (STEP + STEP_GAP), STEP), top, STEP, HEIGHT, {
      fill: filled ? ink.structure : ink.paper,
      stroke: filled ? ink.structure : ink.middle,
      'stroke-width': 0.75,
    });
  }
  drawTrend(sheet, at + (LEVEL_ORDER.length - 1) * (STEP + STEP_GAP) + 7, top + HEIGHT / 2, view.trend);
  const [word = ''] = wrap(words.label('level', view.level), width, face.small, 1);
  sheet.text(sheet.x(at), top + HEIGHT + 13, word, { face: face.small });
}

function drawTrend(sheet: Sheet, at: number, middle: number, trend: Direction | undefined): void {
  const x = sheet.x(at);
  if (trend === 'fluctuating') {
    const d = `M${x - 6} ${middle}l3 -3.5l3 7l3 -7l3 3.5`;
    sheet.path(d, { fill: 'none', stroke: ink.accent, 'stroke-width': 1.5, 'stroke-linejoin': 'round' });
    return;
  }
  const degrees = trend === undefined ? undefined : TURNS[trend];
  if (degrees === undefined) return;
  // Time runs in the direction of writing.
  sheet.path(arrow(x, middle, 12, sheet.isRtl ? 180 - degrees : degrees), { fill: ink.accent });
}
