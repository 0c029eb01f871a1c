import type { Box, Point, Segment } from './boxes.ts';

/** Height of the bands by which edges are indexed, in pixels. */
const BAND = 4;

/** An area of a drawing, with rings read by the even-odd rule. Optimised for many point-in-area tests. */
export class Area {
  readonly #rings: readonly (readonly Point[])[];
  /** Edges by the bands they pass through; indexed on first use. */
  #bands: Map<number, Segment[]> | undefined;
  /** Where the outline crosses a height, from the left; cached. */
  readonly #crossings = new Map<number, readonly number[]>();

  constructor(rings: readonly (readonly Point[])[]) {
    this.#rings = rings;
  }

  /** The inside parts of a horizontal line, from left to right. */
  spans(y: number): (readonly [left: number, right: number])[] {
    const crossings = this.#crossingsAt(y);
    return crossings.flatMap((left, index) =>
      index % 2 === 0 ? [[left, crossings[index + 1] ?? left]] : [],
    );
  }

  /** Whether a horizontal segment is entirely inside. */
  holds(y: number, left: number, right: number): boolean {
    const crossings = this.#crossingsAt(y);
    let before = 0;
    while (before < crossings.length && (crossings[before] ?? left) <= left) before += 1;
    return before % 2 === 1 && (crossings[before] ?? left) > right;
  }

  #crossingsAt(y: number): readonly number[] {
    const known = this.#crossings.get(y);
    if (known) return known;
    const crossings: number[] = [];
    for (const { from, to } of this.#sidesAt(y)) {
      if (from.y > y !== to.y > y) {
        crossings.push(((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x);
      }
    }
    crossings.sort((a, b) => a - b);
    this.#crossings.set(y, crossings);
    return crossings;
  }

  #sidesAt(y: number): readonly Segment[] {
    this.#bands ??= bandsOf(this.#rings);
    return this.#bands.get(Math.floor(y / BAND)) ?? [];
  }

  /** The bounding box of the area, clipped to a frame. */
  extent(frame: Box): Box {
    let [left, top, right, bottom] = [frame.right, frame.bottom, frame.left, frame.top];
    for (const ring of this.#rings) {
      for (const { x, y } of ring) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    }
    return {
      left: Math.max(left, frame.left),
      top: Math.max(top, frame.top),
      right: Math.min(right, frame.right),
      bottom: Math.min(bottom, frame.bottom),
    };
  }

  /** Its centroid, or any of its points if its surface is 0. */
  centre(): Point {
    let [surface, x, y] = [0, 0, 0];
    for (const ring of this.#rings) {
      let last = ring.at(-1);
      for (const point of ring) {
        if (last) {
          const part = last.x * point.y - point.x * last.y;
          surface += part;
          x += (last.x + point.x) * part;
          y += (last.y + point.y) * part;
        }
        last = point;
      }
    }
    if (surface === 0) return this.#rings[0]?.[0] ?? { x: 0, y: 0 };
    return { x: x / (3 * surface), y: y / (3 * surface) };
  }
}

function bandsOf(rings: readonly (readonly Point[])[]): Map<number, Segment[]> {
  const bands = new Map<number, Segment[]>();
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) {
        const side = { from, to };
        const last = Math.floor(Math.max(from.y, to.y) / BAND);
        for (let band = Math.floor(Math.min(from.y, to.y) / BAND); band <= last; band += 1) {
          const sides = bands.get(band);
          if (sides) sides.push(side);
          else bands.set(band, [side]);
        }
      }
      from = to;
    }
  }
  return bands;
}
