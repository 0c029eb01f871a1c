import type { MatrixRowView } from '../../derive/analysis/alternatives.ts';
import { face, ink, type Sheet } from './sheet.ts';

type Rating = MatrixRowView['ratings'][number];

/** In the order of a key: from the most inconsistent to the most consistent. */
export const RATINGS: readonly Rating[] = ['II', 'I', 'N', 'C', 'CC', 'NA'];

const WIDTH = 24;
const HEIGHT = 16;

/** A cell around a point: inconsistency is filled, the strong kind darker; consistency has a frame; letters say which. */
export function drawRating(sheet: Sheet, cx: number, cy: number, rating: Rating): void {
  const [x, y] = [cx - WIDTH / 2, cy - HEIGHT / 2];
  const strong = rating === 'II';
  if (strong) sheet.rect(x, y, WIDTH, HEIGHT, { fill: ink.accent });
  if (rating === 'I') {
    sheet.rect(x, y, WIDTH, HEIGHT, { fill: '#f3dfd5', stroke: ink.accent });
  }
  if (rating === 'C' || rating === 'CC') {
    sheet.rect(x, y, WIDTH, HEIGHT, {
      fill: ink.paper,
      stroke: ink.structure,
      'stroke-width': rating === 'CC' ? 2 : 1,
    });
  }
  const fill = strong ? ink.paper : rating === 'N' || rating === 'NA' ? ink.grey : ink.text;
  const plain = rating === 'N' || rating === 'NA';
  sheet.text(cx, cy + 4, rating, { face: plain ? face.small : face.smallBold, fill, anchor: 'middle' });
}
