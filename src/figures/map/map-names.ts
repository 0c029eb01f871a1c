import { Area } from '../kit/area.ts';
import { type Box, crosses, overlap, type Point, type Segment, within } from '../kit/boxes.ts';

interface Candidate {
  readonly box: Box;
  /** Distance from the middle of the area. */
  readonly off: number;
}

/** Least distance from one place that is tried to the next; in larger areas the steps are larger. */
const STEP = 6;
/** Steps across an area at most. */
const STEPS = 14;
/** How far a name stays from other things at least, less what it may grow. */
const APART = 3;
/** How far the room around a name is tried to grow. */
const ROOMS = [1, 8, 16, 28, 45];

/**
 * Where a name fits into an area, with all of it inside and clear of the boxes and lines: the roomiest such place, of two
 * the one nearer to the middle, or `undefined`. Rings are read by the even-odd rule.
 */
export function placeInside(
  rings: readonly (readonly Point[])[],
  size: { readonly width: number; readonly height: number },
  frame: Box,
  boxes: readonly Box[],
  lines: readonly Segment[],
): Box | undefined {
  const area = new Area(rings);
  const isFree = (box: Box, grown: number): boolean => {
    const [left, right] = [box.left - grown, box.right + grown];
    const [top, bottom] = [box.top - grown, box.bottom + grown];
    return (
      within({ left, top, right, bottom }, frame) &&
      area.holds(top, left, right) &&
      area.holds(bottom, left, right) &&
      area.holds((top + bottom) / 2, left, right) &&
      !boxes.some((other) => overlap(box, other, APART + grown))
    );
  };
  let best: Box | undefined;
  let rooms = 0; // how many of them the best has
  for (const { box } of candidates(area, size, frame)) {
    const next = ROOMS[rooms];
    if (next === undefined) break; // there is no roomier place
    if (!isFree(box, next) || lines.some((line) => crosses(line, box))) continue;
    if (!ROOMS.slice(0, rooms).every((room) => isFree(box, room))) continue;
    best = box;
    const limit = ROOMS.findIndex((room, index) => index > rooms && !isFree(box, room));
    rooms = limit < 0 ? ROOMS.length : limit;
  }
  return best;
}

/** Places that are inside at half their height, those nearest to the middle first. */
function candidates(
  area: Area,
  { width, height }: { readonly width: number; readonly height: number },
  frame: Box,
): Candidate[] {
  const { left, top, right, bottom } = area.extent(frame);
  if (right - left < width || bottom - top < height) return [];
  const centre = area.centre();
  const found: Candidate[] = [];
  const down = Math.max(STEP, (bottom - top) / STEPS);
  const along = Math.max(STEP, (right - left) / STEPS);
  for (let y = top + height / 2 + 1; y < bottom - height / 2; y += down) {
    for (const [from, to] of area.spans(y)) {
      const [first, last] = [Math.max(from, left) + width / 2 + 1, Math.min(to, right) - width / 2 - 1];
      for (let x = first; x < last + along && first <= last; x += along) {
        const middle = Math.min(x, last);
        found.push({
          box: {
            left: middle - width / 2,
            top: y - height / 2,
            right: middle + width / 2,
            bottom: y + height / 2,
          },
          off: Math.hypot(middle - centre.x, y - centre.y),
        });
      }
    }
  }
  return found.sort((a, b) => a.off - b.off);
}
