import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { viewOf, WORLD } from '../kit/bounds.ts';
import type { Box, Point } from '../kit/boxes.ts';
import { clipped } from '../kit/clip.ts';
import { type Aspect, equalArea, tenth } from './equal-area.ts';
import { outlinesIn, type Place, type Ring } from './outlines.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];

/** A country as it shows on a map: rings of points in pixels, clipped to the frame. */
export interface Country {
  /** UN M49, three digits; absent where there is none. */
  readonly code: string | undefined;
  readonly name: string;
  readonly rings: readonly (readonly Point[])[];
}

/** A map without its marks. */
export interface BaseMap {
  readonly frame: Box;
  readonly countries: readonly Country[];
  /** Kilometres that a pixel stands for at the centre. */
  readonly kmPerPixel: number;
  project(position: Position): Point;
}

const EARTH_KM = 6371;
/** The least that a map shows from side to side: enough of the surroundings to know where one is. */
const LEAST_KM = 1000;
/** Space between the outermost mark and the frame, for labels. */
const MARGIN = 64;
const LOWEST = 250;
const HIGHEST = 430;
/** Radius of half of the globe, a degree less, on a map of equal areas whose scale is 1. */
const HEMISPHERE = 2 * Math.sin((89 / 2) * (Math.PI / 180));

/** A map that shows all positions, each at some distance from its edges. */
export function baseMap(positions: readonly Position[], width: number): BaseMap {
  const { projection, height, isWorld } = fitted(positions, width);
  const frame = { left: 0, top: 0, right: width, bottom: height };
  const paper = { left: -1, top: -1, right: width + 1, bottom: height + 1 }; // lines along its edges do not show
  const place = isWorld ? placeWith(projection) : equalArea(aspectOf(projection));
  const kmPerPixel = EARTH_KM / projection.scale();
  const outlines = isWorld
    ? outlinesIn(WORLD, kmPerPixel, (x, y) => ({ x, y })).map(({ rings, ...country }) => ({
        ...country,
        rings: rings.flatMap(withinWorld).map((ring) => ring.map(({ x, y }) => place(x, y))),
      }))
    : outlinesIn(viewOf(projection, frame), kmPerPixel, place);
  const countries = outlines.flatMap(({ rings, ...country }) => {
    const shown = rings.map((ring) => onceEach(clipped(ring, paper))).filter((ring) => ring.length > 2);
    return shown.length === 0 ? [] : [{ ...country, rings: shown }];
  });
  return { frame, countries, kmPerPixel, project: ([longitude, latitude]) => place(longitude, latitude) };
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

interface Fitted {
  readonly projection: GeoProjection;
  readonly height: number;
  readonly isWorld: boolean;
}

/** Equal areas around the middle of the positions; what needs more than half of the globe is shown as the world. */
function fitted(positions: readonly Position[], width: number): Fitted {
  const centre = centreOf(positions);
  const reach = Math.max(...positions.map((position) => geoDistance([...centre], [...position])));
  if (reach < Math.PI / 2) {
    const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
    const height = fitInto(projection, positions, reach, width);
    const [x, y] = projection([...centre]) ?? [0, 0];
    const furthest = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
    if (furthest < HEMISPHERE * projection.scale()) return { projection, height, isWorld: false };
  }
  const projection = geoEqualEarth();
  return { projection, height: fitInto(projection, positions, reach, width), isWorld: true };
}

/** Scales and moves a projection so that all positions are inside the margins, and gives the height that takes. */
function fitInto(
  projection: GeoProjection,
  positions: readonly Position[],
  reach: number,
  width: number,
): number {
  const closest = (width * EARTH_KM) / LEAST_KM;
  // One place alone has no extent to fit.
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

/** Moves a map so that what it shows stands in the middle of the frame. */
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

/** The parts of a ring in degrees as a map of the world shows them: cut at the date line. */
function withinWorld(ring: Ring): readonly Ring[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  // One around the pole goes on to it.
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

/** A ring without points that repeat the one before. */
function onceEach(ring: Ring): Ring {
  return ring.filter(({ x, y }, index) => x !== ring[index - 1]?.x || y !== ring[index - 1]?.y);
}
