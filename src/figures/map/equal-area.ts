import type { Point } from '../kit/boxes.ts';

const RADIANS = Math.PI / 180;

/** Where a projection has its middle, in degrees and in pixels, and its scale in pixels for a radius of the earth. */
export interface Aspect {
  readonly longitude: number;
  readonly latitude: number;
  readonly at: Point;
  readonly scale: number;
}

/**
 * Lambert's azimuthal equal-area projection, from degrees to tenths of a pixel. It is that of d3-geo, which takes ten steps
 * for this one: a map has ten thousand points. Source: Snyder 1987, Map Projections, (24-2) to (24-4).
 */
export function equalArea({
  longitude: longitude0,
  latitude: latitude0,
  at,
  scale,
}: Aspect): (longitude: number, latitude: number) => Point {
  const [sin0, cos0] = [Math.sin(latitude0 * RADIANS), Math.cos(latitude0 * RADIANS)];
  return (longitude, latitude) => {
    const lambda = (longitude - longitude0) * RADIANS;
    const sin = Math.sin(latitude * RADIANS);
    const cos = Math.cos(latitude * RADIANS);
    const along = cos * Math.cos(lambda);
    const k = scale * Math.sqrt(2 / (1 + sin0 * sin + cos0 * along));
    return { x: tenth(at.x + k * cos * Math.sin(lambda)), y: tenth(at.y - k * (cos0 * sin - sin0 * along)) };
  };
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
