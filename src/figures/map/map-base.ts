import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { Recent } from '../../model/memory/recent.ts';
import { viewOf, WORLD } from '../kit/bounds.ts';
import type { Box, Point } from '../kit/boxes.ts';
import { outlinesIn, type Place, type Ring } from './outlines.ts';

const RADIANS = Math.PI / 180;

/** The centre of a projection, in degrees and in pixels, and its scale in pixels for one earth radius. */
interface Aspect {
  readonly longitude: number;
  readonly latitude: number;
  readonly at: Point;
  readonly scale: number;
}

/**
 * Lambert's azimuthal equal-area projection, from degrees to tenths of a pixel. Equivalent to d3-geo's, which
 * takes ten times as long: a map has ten thousand points. Source: Snyder 1987, Map Projections, (24-2) to
 * (24-4).
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

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];

/** A country on a map: rings of points in pixels, clipped to the frame. */
export interface Country {
  /** UN M49, three digits; absent if it has none. */
  readonly code: string | undefined;
  readonly name: string;
  readonly rings: readonly (readonly Point[])[];
}

/** A map without its marks. */
export interface BaseMap {
  readonly frame: Box;
  readonly countries: readonly Country[];
  /** Kilometres per pixel at the centre. */
  readonly kmPerPixel: number;
  project(position: Position): Point;
  /** How far east of the map's middle a position is, in degrees from -180 to 180. */
  across(position: Position): number;
}

const EARTH_KM = 6371;
/** Least width that a map shows: enough of the surroundings to recognise the area. */
const LEAST_KM = 1000;
/** Space for labels between the outermost mark and the frame. */
const MARGIN = 64;
const LOWEST = 250;
const HIGHEST = 430;
/** Radius of the hemisphere, less one degree, on an equal-area map with scale 1. */
const HEMISPHERE = 2 * Math.sin((89 / 2) * (Math.PI / 180));

/** Wider maps to try if a narrower one shows neither border nor coast: a dot on a blank sheet says nothing. */
const WIDER_KM = [2500, 5000];

/** A map that shows all positions, each at some distance from its edges, and some border or coast. */
export function baseMap(positions: readonly Position[], width: number): BaseMap {
  return maps.get(JSON.stringify([width, ...positions]), () => widerUntilKnown(positions, width));
}

/** Cache: ten thousand points are projected for each map, and a rebuilt memo mostly has the same places. */
const maps = new Recent<BaseMap>(8);

function widerUntilKnown(positions: readonly Position[], width: number): BaseMap {
  let map = mapOver(positions, width, LEAST_KM);
  for (const least of WIDER_KM) {
    if (!isBlank(map)) break;
    map = mapOver(positions, width, least);
  }
  return map;
}

/** Whether no outline is inside the frame. */
function isBlank({ frame, countries }: BaseMap): boolean {
  return !countries.some(({ rings }) =>
    rings.some((ring) =>
      ring.some(({ x, y }) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom),
    ),
  );
}

function mapOver(positions: readonly Position[], width: number, leastKm: number): BaseMap {
  const { projection, height, isWorld, meridian } = fitted(positions, width, leastKm);
  const frame = { left: 0, top: 0, right: width, bottom: height };
  const paper = { left: -1, top: -1, right: width + 1, bottom: height + 1 }; // slightly larger, so that lines along its edges are not visible
  const place = isWorld ? placeWith(projection) : equalArea(aspectOf(projection));
  const kmPerPixel = EARTH_KM / projection.scale();
  const outlines = isWorld
    ? outlinesIn(WORLD, kmPerPixel, (x, y) => ({ x, y })).map(({ rings, ...country }) => ({
        ...country,
        rings: rings
          .map((ring) => ring.map(({ x, y }) => ({ x: x - meridian, y })))
          .flatMap(withinWorld)
          .map((ring) => ring.map(({ x, y }) => place(x, y))),
      }))
    : outlinesIn(viewOf(projection, frame), kmPerPixel, place);
  const countries = outlines.flatMap(({ rings, ...country }) => {
    const shown = rings.map((ring) => onceEach(clipped(ring, paper))).filter((ring) => ring.length > 2);
    return shown.length === 0 ? [] : [{ ...country, rings: shown }];
  });
  const across = ([longitude]: Position) => turned(longitude - (isWorld ? meridian : centreOf(positions)[0]));
  return {
    frame,
    countries,
    kmPerPixel,
    across,
    project: (position) => place(isWorld ? across(position) : position[0], position[1]),
  };
}

function placeWith(projection: GeoProjection): Place {
  return (longitude, latitude) => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return { x: tenth(x), y: tenth(y) };
  };
}

function aspectOf(projection: GeoProjection): Aspect {
  const [east, north] = projection.rotate();
  const [x, y] = projection.translate();
  return { longitude: -east, latitude: -north, at: { x, y }, scale: projection.scale() };
}

/** A difference of longitudes, from -180 to 180 degrees. */
function turned(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

interface Fitted {
  readonly projection: GeoProjection;
  readonly height: number;
  readonly isWorld: boolean;
  /** The longitude in the middle of a world map, which its projection treats as 0. */
  readonly meridian: number;
}

/**
 * Greenwich, unless the positions lie closer together across the date line: then their middle, so that the map
 * does not separate them.
 */
function meridianOf(positions: readonly Position[]): number {
  const sorted = positions.map(([longitude]) => longitude).sort((a, b) => a - b);
  const [first = 0] = sorted;
  const gaps = sorted.map((longitude, index) => ({
    from: longitude,
    gap: (sorted[index + 1] ?? first + 360) - longitude,
  }));
  const widest = gaps.reduce((best, next) => (next.gap >= best.gap ? next : best));
  // The widest gap is the one across the date line.
  if (widest.from === sorted.at(-1)) return 0;
  return turned(widest.from + widest.gap + (360 - widest.gap) / 2);
}

/**
 * An equal-area map around the middle of the positions; if it would need more than a hemisphere, a world map.
 */
function fitted(positions: readonly Position[], width: number, leastKm: number): Fitted {
  const centre = centreOf(positions);
  const reach = Math.max(...positions.map((position) => geoDistance([...centre], [...position])));
  if (reach < Math.PI / 2) {
    const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
    const height = fitInto(projection, positions, reach, width, leastKm);
    const [x, y] = projection([...centre]) ?? [0, 0];
    const furthest = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
    if (furthest < HEMISPHERE * projection.scale()) {
      return { projection, height, isWorld: false, meridian: centre[0] };
    }
  }
  const projection = geoEqualEarth();
  const meridian = meridianOf(positions);
  const shown = positions.map(([longitude, latitude]): Position => [turned(longitude - meridian), latitude]);
  const height = fitInto(projection, shown, reach, width, leastKm);
  return { projection, height, isWorld: true, meridian };
}

/** Scales and moves a projection so that all positions are inside the margins; returns the height needed. */
function fitInto(
  projection: GeoProjection,
  positions: readonly Position[],
  reach: number,
  width: number,
  leastKm: number,
): number {
  const closest = (width * EARTH_KM) / leastKm;
  // A single place has no extent to fit.
  if (reach > 1e-6) {
    const points: MultiPoint = {
      type: 'MultiPoint',
      coordinates: positions.map((position) => [...position]),
    };
    projection.fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, HIGHEST - MARGIN],
      ],
      points,
    );
  }
  projection.scale(reach > 1e-6 ? Math.min(projection.scale(), closest) : closest);
  const ys = positions.map((position) => projection([...position])?.[1] ?? 0);
  const spread = Math.max(...ys) - Math.min(...ys);
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, spread + 2 * MARGIN)));
  centreOn(projection, positions, width, height);
  return height;
}

/** Moves a map so that its content is in the middle of the frame. */
function centreOn(
  projection: GeoProjection,
  positions: readonly Position[],
  width: number,
  height: number,
): void {
  projection.translate([0, 0]);
  const shown = positions.map((position): Position => projection([...position]) ?? [0, 0]);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  projection.translate([
    width / 2 - middle(shown.map(([x]) => x)),
    height / 2 - middle(shown.map(([, y]) => y)),
  ]);
}

/** The middle of some positions on the globe: their mean as vectors. */
function centreOf(positions: readonly Position[]): Position {
  const radians = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of positions) {
    x += Math.cos(latitude * radians) * Math.cos(longitude * radians);
    y += Math.cos(latitude * radians) * Math.sin(longitude * radians);
    z += Math.sin(latitude * radians);
  }
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
}

const EARTH = { left: -180, top: -90, right: 180, bottom: 90 };

/** The parts of a ring in degrees on a world map: cut at the date line. */
function withinWorld(ring: Ring): readonly Ring[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  // A ring around the pole is continued to it.
  const pole = last.y < 0 ? -90 : 90;
  const whole =
    Math.abs(last.x - first.x) > 180 ? [...ring, { x: last.x, y: pole }, { x: first.x, y: pole }] : ring;
  return [0, 360, -360].map((turn) =>
    clipped(
      whole.map(({ x, y }) => ({ x: x + turn, y })),
      EARTH,
    ),
  );
}

/** A ring without consecutive duplicate points. */
function onceEach(ring: Ring): Ring {
  return ring.filter(({ x, y }, index) => x !== ring[index - 1]?.x || y !== ring[index - 1]?.y);
}

/**
 * The part of an area inside a box (Sutherland and Hodgman): its outline follows the sides of the box where the
 * area continues beyond them. Empty if none of it is inside.
 */
export function clipped(ring: readonly Point[], { left, top, right, bottom }: Box): readonly Point[] {
  let points = ring;
  points = cut(points, 'x', left, 1);
  points = cut(points, 'x', right, -1);
  points = cut(points, 'y', top, 1);
  return cut(points, 'y', bottom, -1);
}

/** The part of an area on one side of an axis-parallel line: above its value, or below it with a sign of −1. */
function cut(ring: readonly Point[], axis: 'x' | 'y', value: number, sign: 1 | -1): readonly Point[] {
  const beyond = (point: Point) => (point[axis] - value) * sign < 0;
  if (!ring.some(beyond)) return ring;
  const inside: Point[] = [];
  let last = ring.at(-1);
  for (const point of ring) {
    if (last && beyond(point) !== beyond(last)) inside.push(crossing(last, point, axis, value));
    if (!beyond(point)) inside.push(point);
    last = point;
  }
  return inside;
}

/** Where an edge crosses a value; the same in both directions. */
function crossing(from: Point, to: Point, axis: 'x' | 'y', value: number): Point {
  const share = (value - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 'x' ? 'y' : 'x';
  const at = from[other] + share * (to[other] - from[other]);
  return axis === 'x' ? { x: value, y: at } : { x: at, y: value };
}
