import { type Box, crosses, meet, nearestIn, overlap, type Point, type Segment, within } from './boxes.ts';

/** A mark with the size of the label it wants. */
export interface Labelled {
  readonly at: Point;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly box: Box;
  /** A line back to the mark, where the label stands off. */
  readonly leader: Segment | undefined;
}

const GAP = 4;
const APART = 3;
/** Directions to try, nearest first: right, left, above, below, then between. */
const TURNS = [0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 67, 113, 247, 293];
/** Distances of a label from its mark. */
const REACHES = [0, 10, 20, 32, 46, 62, 80, 100, 125, 155, 190, 230, 280];

/**
 * A place for each label, in the order given: beside its mark, or further off with a line back to it. No label
 * touches another, a mark, an obstacle or the frame, and no line runs through a label or across another line.
 * `undefined` for a label that finds no place.
 */
export function placeLabels(
  marks: readonly Labelled[],
  frame: Box,
  obstacles: readonly Box[],
): (Placed | undefined)[] {
  const spots = marks.map(({ at, radius }) => around(at, radius));
  const taken: Placed[] = [];
  // Where marks stand close, the outer ones go outward; a crowded mark has the fewest places and chooses first.
  const crowd = marks.map(({ at }) => marks.filter((other) => distance(at, other.at) < 60).length);
  const order = marks.map((_, index) => index).sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
  const placed: (Placed | undefined)[] = marks.map(() => undefined);
  for (const index of order) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const found = candidates(mark).find(
      ({ box, leader }) =>
        within(box, frame) &&
        !obstacles.some((other) => overlap(box, other)) &&
        !spots.some((spot) => overlap(box, spot, 1)) &&
        !taken.some((other) => overlap(box, other.box, APART)) &&
        !taken.some((other) => other.leader && crosses(other.leader, box)) &&
        (leader === undefined ||
          (!spots.some((spot, other) => other !== index && crosses(leader, spot)) &&
            !obstacles.some((other) => crosses(leader, other)) &&
            !taken.some((other) => crosses(leader, other.box)) &&
            !taken.some((other) => other.leader && meet(leader, other.leader)))),
    );
    if (found) taken.push(found);
    placed[index] = found;
  }
  return placed;
}

function candidates({ at, radius, width, height }: Labelled): Placed[] {
  return REACHES.flatMap((reach) =>
    TURNS.map((turn): Placed => {
      const angle = (turn * Math.PI) / 180;
      const out = radius + GAP + reach;
      const x = at.x + Math.cos(angle) * (out + width / 2);
      const y = at.y - Math.sin(angle) * (out + height / 2);
      const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
      if (reach === 0) return { box, leader: undefined };
      const to = nearestIn(box, at);
      const length = Math.max(distance(at, to), 1);
      const from = {
        x: at.x + ((to.x - at.x) * (radius + 1)) / length,
        y: at.y + ((to.y - at.y) * (radius + 1)) / length,
      };
      return { box, leader: { from, to } };
    }),
  );
}

export function around({ x, y }: Point, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Where a name fits into an area, with all of it inside and clear of the boxes: the roomiest such place, or
 * `undefined`. Rings are read by the even-odd rule.
 */
export function placeInside(
  rings: readonly (readonly Point[])[],
  size: { readonly width: number; readonly height: number },
  frame: Box,
  boxes: readonly Box[],
  lines: readonly Segment[],
): Box | undefined {
  const STEP = 14;
  const centre = meanOf(rings.flat());
  let best: { box: Box; room: number; off: number } | undefined;
  const extent = extentOf(rings.flat(), frame);
  for (let y = extent.top + size.height / 2 + 1; y < extent.bottom - size.height / 2; y += STEP) {
    for (let x = extent.left + size.width / 2 + 1; x < extent.right - size.width / 2; x += STEP) {
      const box = {
        left: x - size.width / 2,
        top: y - size.height / 2,
        right: x + size.width / 2,
        bottom: y + size.height / 2,
      };
      if (boxes.some((other) => overlap(box, other, 6)) || lines.some((line) => crosses(line, box))) continue;
      const off = distance({ x, y }, centre);
      if (best !== undefined && best.room === MOST_ROOM && off >= best.off) continue; // there is no roomier place
      // The middle decides most cases at a fifteenth of the cost.
      const room = isInside({ x, y }, rings) ? roomAround(box, rings, frame) : 0;
      if (room > 0 && (best === undefined || room > best.room || (room === best.room && off < best.off))) {
        best = { box, room, off };
      }
    }
  }
  return best?.box;
}

/** The box around some points, as far as it is within the frame. */
function extentOf(points: readonly Point[], frame: Box): Box {
  const extent = { left: frame.right, top: frame.bottom, right: frame.left, bottom: frame.top };
  for (const { x, y } of points) {
    extent.left = Math.max(frame.left, Math.min(extent.left, x));
    extent.right = Math.min(frame.right, Math.max(extent.right, x));
    extent.top = Math.max(frame.top, Math.min(extent.top, y));
    extent.bottom = Math.min(frame.bottom, Math.max(extent.bottom, y));
  }
  return extent;
}

function meanOf(points: readonly Point[]): Point {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

/** How far a box is tried to grow. */
const STEPS = [1, 8, 16, 28, 45];
const MOST_ROOM = STEPS.at(-1);

/** How far a box may grow within the rings and the frame, in steps; 0 when it is not inside. */
function roomAround(box: Box, rings: readonly (readonly Point[])[], frame: Box): number {
  let room = 0;
  for (const grown of STEPS) {
    const { left, top, right, bottom } = {
      left: box.left - grown,
      top: box.top - grown,
      right: box.right + grown,
      bottom: box.bottom + grown,
    };
    if (!within({ left, top, right, bottom }, frame)) return room;
    const xs = [left, (left * 3 + right) / 4, (left + right) / 2, (left + right * 3) / 4, right];
    const points = [top, (top + bottom) / 2, bottom].flatMap((y) => xs.map((x) => ({ x, y })));
    if (!points.every((point) => isInside(point, rings))) return room;
    room = grown;
  }
  return room;
}

const reaches = new WeakMap<readonly Point[], { readonly top: number; readonly bottom: number }>();

/** From where to where a ring reaches. */
function reachOf(ring: readonly Point[]): { readonly top: number; readonly bottom: number } {
  const known = reaches.get(ring);
  if (known) return known;
  const reach = { top: Infinity, bottom: -Infinity };
  for (const { y } of ring) {
    reach.top = Math.min(reach.top, y);
    reach.bottom = Math.max(reach.bottom, y);
  }
  reaches.set(ring, reach);
  return reach;
}

export function isInside({ x, y }: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    const { top, bottom } = reachOf(ring);
    if (y < top || y > bottom) continue; // no side of it is met
    let before = ring.at(-1);
    for (const point of ring) {
      if (before && point.y > y !== before.y > y) {
        const cut = ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x;
        if (x < cut) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}
