import { countries, outlines, tolerances, units } from '../generated/outlines.ts';
import { type Bounds, touches } from '../kit/bounds.ts';
import type { Point } from '../kit/boxes.ts';

/** The part of a country that may show on a map. */
export interface Outline {
  /** UN M49, three digits; absent if it has none. */
  readonly code: string | undefined;
  readonly name: string;
  readonly rings: readonly Ring[];
}

/** Placed points; the first is not repeated at the end. */
export type Ring = readonly Point[];

/**
 * Places a point of an outline by its degrees. Longitudes continue beyond the date line; a ring around a pole
 * ends where it began, a full turn further.
 */
export type Place = (longitude: number, latitude: number) => Point;

/** Tolerance for simplified outlines: less than the width of a line, an eighth of a millimetre in print. */
const PIXELS = 0.5;

/** Bytes per number. */
const SIZE = 3;
/** Offset added to numbers that may be negative. */
const ZERO = 2 ** 23;

let decoded: Uint8Array | undefined;

function numberAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}

/**
 * Countries of Natural Earth with a polygon in a range of degrees, only those polygons, in the detail that a
 * map's scale can show. The binary layout is that of src/figures/generated/outlines.ts.
 */
export function outlinesIn(seen: Bounds, kmPerPixel: number, place: Place): Outline[] {
  decoded ??= Buffer.from(outlines, 'base64');
  const bytes = decoded;
  const level = tolerances.findLastIndex((tolerance) => tolerance <= PIXELS * kmPerPixel);
  const areas = [0, 360, -360].map((turn) => inUnits(seen, turn));
  let at = 0;
  const next = (): number => {
    at += SIZE;
    return numberAt(bytes, at - SIZE);
  };
  return countries.flatMap(([code, name]) => {
    const rings: Ring[] = [];
    for (let polygons = next(); polygons > 0; polygons -= 1) {
      const bounds = { west: next() - ZERO, south: next() - ZERO, east: next() - ZERO, north: next() - ZERO };
      const [area, another] = areas.filter((some) => touches(bounds, some));
      for (let left = next(); left > 0; left -= 1) {
        const end = at + SIZE * (3 + numberAt(bytes, at));
        if (area) rings.push(ringAt(bytes, [at + SIZE, end], level, another ? EVERYWHERE : area, place));
        at = end;
      }
    }
    return rings.length === 0 ? [] : [{ code: code === '' ? undefined : code, name, rings }];
  });
}

function inUnits({ west, south, east, north }: Bounds, turn: number): Bounds {
  return {
    west: (west + turn) * units.longitude,
    south: south * units.latitude,
    east: (east + turn) * units.longitude,
    north: north * units.latitude,
  };
}

const EVERYWHERE: Bounds = {
  west: Number.NEGATIVE_INFINITY,
  south: Number.NEGATIVE_INFINITY,
  east: Number.POSITIVE_INFINITY,
  north: Number.POSITIVE_INFINITY,
};

/** Longest step between points outside of the map: ten degrees of longitude. */
const FAR = 10 * units.longitude;

/**
 * The ring stored between two offsets, without the points that its level of detail skips. Of consecutive points
 * beyond one side of the area, a few are enough to go around it.
 */
function ringAt(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  level: number,
  area: Bounds,
  place: Place,
): Ring {
  const { west, south, east, north } = area;
  const ring: Point[] = [];
  let x = numberAt(bytes, start) - ZERO;
  let y = numberAt(bytes, start + SIZE) - ZERO;
  let [keptX, keptY, lastX, lastY, lastSides, isFirst] = [x, y, x, y, 0, true];
  let shared = 0; // the sides that the last kept point and all after it are beyond, one bit each
  for (let at = start + 2 * SIZE; at < end; at += SIZE) {
    const step = numberAt(bytes, at);
    x += ((step >> 11) & 1023) - 512;
    y += (step & 2047) - 1024;
    if (step >> 21 < level) continue;
    const sides = (x < west ? 1 : x > east ? 2 : 0) | (y < south ? 4 : y > north ? 8 : 0);
    if ((shared & sides) === 0 || Math.abs(x - keptX) > FAR || Math.abs(y - keptY) > FAR) {
      if (!isFirst) ring.push(place(lastX / units.longitude, lastY / units.latitude));
      keptX = lastX;
      keptY = lastY;
      shared = lastSides;
    }
    shared &= sides;
    lastX = x;
    lastY = y;
    lastSides = sides;
    isFirst = false;
  }
  if (!isFirst) ring.push(place(lastX / units.longitude, lastY / units.latitude));
  return ring;
}
