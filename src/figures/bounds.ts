import { type GeoProjection, geoDistance } from 'd3-geo';
import type { Geometry } from 'geojson';
import type { Box } from './boxes.ts';

/** Degrees between which something lies; west is never greater than east. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const WORLD: Bounds = { west: -180, south: -90, east: 180, north: 90 };

/** The degrees between which a geometry lies; one across the date line lies between all of them. */
export function boundsOf(geometry: Geometry): Bounds {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return WORLD;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const bounds = { west: 180, south: 90, east: -180, north: -90 };
  for (const [outer = []] of polygons) {
    for (const [longitude = 0, latitude = 0] of outer) {
      bounds.west = Math.min(bounds.west, longitude);
      bounds.east = Math.max(bounds.east, longitude);
      bounds.south = Math.min(bounds.south, latitude);
      bounds.north = Math.max(bounds.north, latitude);
    }
  }
  return bounds;
}

/** What a map shows, generously: around its centre as far as its corners reach, to all sides. */
export function viewOf(projection: GeoProjection, { left, top, right, bottom }: Box): Bounds {
  const invert = (x: number, y: number) => projection.invert?.([x, y]);
  const centre = invert((left + right) / 2, (top + bottom) / 2);
  const corners = [invert(left, top), invert(right, top), invert(left, bottom), invert(right, bottom)];
  if (!centre || corners.some((corner) => !corner?.every(Number.isFinite))) return WORLD;
  const reach = Math.max(...corners.map((corner) => (corner ? geoDistance(centre, corner) : Math.PI)));
  const degrees = (reach * 180) / Math.PI + 1;
  const [longitude, latitude] = centre;
  const [south, north] = [latitude - degrees, latitude + degrees];
  // Near a pole, and for half the world, every longitude may show.
  if (south < -85 || north > 85) return WORLD;
  const wide = degrees / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const [west, east] = [longitude - wide, longitude + wide];
  return west < -180 || east > 180 ? WORLD : { west, south, east, north };
}

export function touches(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}
