import {
  type Box,
  crosses,
  meet,
  nearestIn,
  overlap,
  type Point,
  type Segment,
  within,
} from '../kit/boxes.ts';

/** A mark with the size of its label. */
export interface Labelled {
  readonly at: Point;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly box: Box;
  /** A line back to the mark, if the label is further off. */
  readonly leader: Segment | undefined;
}

const GAP = 4;
const APART = 3;
/** Directions to try, best first: right, left, above, below, then between. */
const TURNS = [0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 67, 113, 247, 293];
/** Distances between a label and its mark to try. */
const REACHES = [0, 10, 20, 32, 46, 62, 80, 100, 125, 155, 190, 230, 280];

/**
 * A place for each label, in the order given: beside its mark, or further off with a line back to it. No label
 * touches another, a mark, an obstacle or the frame, and no line crosses a label or another line. `undefined`
 * for a label without a place.
 */
export function placeLabels(
  marks: readonly Labelled[],
  frame: Box,
  obstacles: readonly Box[],
): (Placed | undefined)[] {
  const spots = marks.map(({ at, radius }) => around(at, radius));
  const taken: Placed[] = [];
  // Where marks are crowded, outer labels go outward; the most crowded mark has the fewest options and chooses
  // first.
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
