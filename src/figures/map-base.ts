import { createRequire } from 'node:module';
import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, MultiPoint, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Bounds, boundsOf, touches, viewOf } from './bounds.ts';
import type { Box, Point } from './boxes.ts';

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
/** A finer outline is of use only where a pixel is less than this. */
const FINE_KM = 1.6;

const resolver = createRequire(import.meta.url);
const atlases = new Map<string, readonly Outline[]>();

/** A country with the degrees it lies between, so that one far away need not be drawn to see that it is. */
interface Outline {
  readonly country: Feature;
  readonly bounds: Bounds;
}

/** Countries of Natural Earth, from the npm package world-atlas; read once. */
function outlinesOf(resolution: '10m' | '50m'): readonly Outline[] {
  const known = atlases.get(resolution);
  if (known) return known;
  const topology = resolver(`world-atlas/countries-${resolution}.json`) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const { features } = feature(topology, topology.objects.countries);
  const outlines = features.map((country) => ({ country, bounds: boundsOf(country.geometry) }));
  atlases.set(resolution, outlines);
  return outlines;
}

/** A map that shows all positions, each at some distance from its edges. */
export function baseMap(positions: readonly Position[], width: number): BaseMap {
  const { projection, height } = fitted(positions, width);
  const frame = { left: 0, top: 0, right: width, bottom: height };
  projection.clipExtent([
    [-1, -1],
    [width + 1, height + 1],
  ]);
  const project = (position: Position): Point => {
    const [x, y] = projection([...position]) ?? [0, 0];
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  };
  const kmPerPixel = EARTH_KM / projection.scale();
  const seen = viewOf(projection, frame);
  const countries = outlinesOf(kmPerPixel < FINE_KM ? '10m' : '50m').flatMap(({ country, bounds }) => {
    if (!touches(bounds, seen)) return [];
    const rings = ringsOf(country, projection);
    const name = String(country.properties?.name ?? '');
    return rings.length === 0
      ? []
      : [{ code: country.id === undefined ? undefined : String(country.id), name, rings }];
  });
  return { frame, countries, kmPerPixel, project };
}

function fitted(
  positions: readonly Position[],
  width: number,
): { projection: GeoProjection; height: number } {
  const points: MultiPoint = { type: 'MultiPoint', coordinates: positions.map((position) => [...position]) };
  const centre = centreOf(positions);
  const reach = Math.max(...positions.map((position) => geoDistance([...centre], [...position])));
  // Equal areas around the middle; what spans half the world is shown as all of it.
  const projection =
    reach > 1.1 ? geoEqualEarth() : geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).clipAngle(89);
  const box = (height: number): [[number, number], [number, number]] => [
    [MARGIN, MARGIN],
    [width - MARGIN, height - MARGIN],
  ];
  const closest = (width * EARTH_KM) / LEAST_KM;
  // One place alone has no extent to fit.
  if (reach > 1e-6) projection.fitExtent(box(HIGHEST), points);
  projection.scale(reach > 1e-6 ? Math.min(projection.scale(), closest) : closest);
  const ys = positions.map((position) => projection([...position])?.[1] ?? 0);
  const spread = Math.max(...ys) - Math.min(...ys);
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, spread + 2 * MARGIN)));
  centreOn(projection, positions, width, height);
  return { projection, height };
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

/** The clipped outlines of a country as a map draws them. */
function ringsOf(country: Feature, projection: GeoProjection): Point[][] {
  const rings: Point[][] = [];
  const open = (): Point[] => rings.at(-1) ?? [];
  const path = geoPath(projection, {
    beginPath: () => {},
    moveTo: (x: number, y: number) => {
      rings.push([{ x, y }]);
    },
    lineTo: (x: number, y: number) => {
      open().push({ x, y });
    },
    arc: () => {},
    closePath: () => {},
  });
  path(country as Feature<Polygon>);
  return rings.map(thinned).filter((ring) => ring.length > 2);
}

/** Points that are nearer to the last one kept than can be seen are left out. */
function thinned(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const { x, y } of ring) {
    const last = kept.at(-1);
    if (last && Math.hypot(x - last.x, y - last.y) < 0.9) continue;
    kept.push({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
  }
  return kept;
}
