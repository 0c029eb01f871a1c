import { Area } from '../kit/area.ts';
import { type Box, crosses, overlap, type Point, type Segment, within } from '../kit/boxes.ts';

interface Candidate {
  readonly box: Box;
  /** Distance from the middle of the area. */
  readonly off: number;
}

/** Smallest step between tried places; larger areas use larger steps. */
const STEP = 6;
/** Most steps across an area. */
const STEPS = 14;
/** Least distance of a name from other things, before its margin grows. */
const APART = 3;
/** Margins to try around a name. */
const ROOMS = [1, 8, 16, 28, 45];

/**
 * A place for a name entirely inside an area and clear of the boxes and lines: the one with the largest margin,
 * and among equals the one nearest to the middle; `undefined` if there is none. Rings are read by the even-odd
 * rule.
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
  let rooms = 0; // index of the best one's margin
  for (const { box } of candidates(area, size, frame)) {
    const next = ROOMS[rooms];
    if (next === undefined) break; // no place has a larger margin
    if (!isFree(box, next) || lines.some((line) => crosses(line, box))) continue;
    if (!ROOMS.slice(0, rooms).every((room) => isFree(box, room))) continue;
    best = box;
    const limit = ROOMS.findIndex((room, index) => index > rooms && !isFree(box, room));
    rooms = limit < 0 ? ROOMS.length : limit;
  }
  return best;
}

/** Places whose middle line is inside, those nearest to the middle first. */
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
