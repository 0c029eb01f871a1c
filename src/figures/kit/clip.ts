import type { Box, Point } from './boxes.ts';

/**
 * The part of an area that is inside a box (Sutherland and Hodgman): its outline runs along the sides of the box where
 * the area goes on beyond them. Empty when none of it is inside.
 */
export function clipped(ring: readonly Point[], { left, top, right, bottom }: Box): readonly Point[] {
  let points = ring;
  points = cut(points, 'x', left, 1);
  points = cut(points, 'x', right, -1);
  points = cut(points, 'y', top, 1);
  return cut(points, 'y', bottom, -1);
}

/** The part of an area on one side of a line along an axis: above its value, or below it with a sign of −1. */
function cut(ring: readonly Point[], axis: 'x' | 'y', value: number, sign: 1 | -1): readonly Point[] {
  const beyond = (point: Point) => (point[axis] - value) * sign < 0;
  if (!ring.some(beyond)) return ring;
  const kept: Point[] = [];
  let last = ring.at(-1);
  for (const point of ring) {
    if (last && beyond(point) !== beyond(last)) kept.push(crossing(last, point, axis, value));
    if (!beyond(point)) kept.push(point);
    last = point;
  }
  return kept;
}

/** Where a line crosses a value; the same from both of its ends. */
function crossing(from: Point, to: Point, axis: 'x' | 'y', value: number): Point {
  const share = (value - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 'x' ? 'y' : 'x';
  const at = from[other] + share * (to[other] - from[other]);
  return axis === 'x' ? { x: value, y: at } : { x: at, y: value };
}
