import type { GeoProjection } from 'd3-geo';
import type { Box } from './boxes.ts';

/** A range of degrees. West is never greater than east: either may go beyond the date line. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export const WORLD: Bounds = { west: -180, south: -90, east: 180, north: 90 };

/** Degrees added around what a map shows, for what lies between the sampled points. */
const MARGIN = 1;
/** Points sampled along each edge. */
const STEPS = 16;
/** Latitude beyond which degrees of longitude are too short to tell apart. */
const POLAR = 84;

/**
 * The range of degrees shown by a map of less than half the globe, and a little more; all longitudes if it
 * shows a pole or nearly does. Longitudes are continuous from that of the middle.
 */
export function viewOf(projection: GeoProjection, { left, top, right, bottom }: Box): Bounds {
  const degreesAt = (x: number, y: number) => projection.invert?.([x, y]) ?? [0, 0];
  const [middle] = degreesAt((left + right) / 2, (top + bottom) / 2);
  const edge = Array.from({ length: STEPS + 1 }, (_, step) => {
    const [x, y] = [left + ((right - left) * step) / STEPS, top + ((bottom - top) * step) / STEPS];
    return [degreesAt(x, top), degreesAt(x, bottom), degreesAt(left, y), degreesAt(right, y)];
  }).flat();
  const south = Math.min(...edge.map(([, latitude]) => latitude)) - MARGIN;
  const north = Math.max(...edge.map(([, latitude]) => latitude)) + MARGIN;
  for (const pole of [-90, 90]) {
    const [x, y] = projection([0, pole]) ?? [0, 0];
    const isShown = x >= left && x <= right && y >= top && y <= bottom;
    if (isShown || (pole < 0 ? south < -POLAR : north > POLAR)) {
      return pole < 0 ? { ...WORLD, north } : { ...WORLD, south };
    }
  }
  const wide = MARGIN / Math.cos((Math.max(-south, north) * Math.PI) / 180);
  const turns = edge.map(([longitude]) => middle + ((longitude - middle + 540) % 360) - 180);
  return { west: Math.min(...turns) - wide, south, east: Math.max(...turns) + wide, north };
}

export function touches(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}
