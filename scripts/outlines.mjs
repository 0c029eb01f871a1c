/**
 * Generates the outlines of countries that maps are drawn from: `node scripts/outlines.mjs`. Natural Earth at 1:50m, from
 * the npm package world-atlas, simplified once for each range of scales, so that a map does not process points that
 * nobody sees. The file changes only with the package, so it is committed; a test fails if it is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';

const outFile = fileURLToPath(new URL('../src/figures/generated/outlines.ts', import.meta.url));
const resolver = createRequire(import.meta.url);

const EARTH_KM = 6371;
/** Largest deviation of an outline from the original in kilometres, by level of detail, the finest first. */
const TOLERANCES = [0.75, 1.2, 2, 3.2, 5, 8, 13, 24];
/** Whole numbers in a degree of longitude and of latitude: half a kilometre and less. */
const UNITS = { longitude: 182, latitude: 364 };
/** The longest line in degrees, so that a line along a parallel stays on it in any projection. */
const LONGEST = 1;

/** The generated text of `src/figures/generated/outlines.ts`. */
export async function generateOutlines() {
  const topology = JSON.parse(await readFile(resolver.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const arcs = arcsOf(topology).map(densified).map(levelled);
  const { features } = feature({ type: 'Topology', arcs, objects: {} }, topology.objects.countries);
  return [
    '/* Generated from Natural Earth (world-atlas) by `node scripts/outlines.mjs`. Do not edit. */',
    '/** How far an outline is from the original in kilometres at most, by level of detail. */',
    `export const tolerances: readonly number[] = ${JSON.stringify(TOLERANCES)};`,
    '/** Whole numbers in a degree. */',
    `export const units = ${JSON.stringify(UNITS)} as const;`,
    '/** Countries in the order of their outlines: UN M49 code, empty where there is none, and name. */',
    'export const countries: readonly (readonly [code: string, name: string])[] = [',
    ...features.map(
      ({ id = '', properties }) => `  [${JSON.stringify(id)}, ${JSON.stringify(properties.name)}],`,
    ),
    '];',
    '/**',
    ' * Numbers of 24 bits, the low byte first, as base64. For each country the number of its polygons; for each of those west,',
    ' * south, east and north in whole numbers plus 2²³ and the number of its rings; for each of those the number of its points',
    ' * and where it starts, plus 2²³. Then for each point, from the lowest bit: 11 bits latitude and 10 bits longitude less',
    ' * those of the point before, plus 1024 and 512, and 3 bits, the coarsest level that has the point. Longitudes run on',
    ' * beyond the date line.',
    ' */',
    `export const outlines = \`\n${encode(features.map(polygonsOf))}\`;\n`,
  ].join('\n');
}

/** Arcs as degrees. */
function arcsOf({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** Adds points within long lines. */
function densified(arc) {
  return arc.flatMap(([longitude, latitude], index) => {
    const [lastLongitude, lastLatitude] = arc[index - 1] ?? [longitude, latitude];
    const [dx, dy] = [longitude - lastLongitude, latitude - lastLatitude];
    const count = Math.abs(dx) > 180 ? 1 : Math.max(1, Math.ceil(Math.hypot(dx, dy) / LONGEST));
    return Array.from({ length: count }, (_, step) => [
      longitude - (dx * (count - 1 - step)) / count,
      latitude - (dy * (count - 1 - step)) / count,
    ]);
  });
}

/**
 * Points with the coarsest level at which no omitted point is further from the line than the tolerance (Douglas and
 * Peucker); points of no level are dropped. An arc is shared by the countries on both sides and keeps its ends, so that
 * neighbours still touch.
 */
function levelled(arc) {
  const points = arc.map(vectorOf);
  const worth = arc.map(() => Number.POSITIVE_INFINITY);
  const open = [[0, arc.length - 1, Number.POSITIVE_INFINITY]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to, most] = span;
    let [furthest, off] = [-1, -1];
    for (let index = from + 1; index < to; index += 1) {
      const here = distance(points[index], points[from], points[to]);
      if (here > off) [furthest, off] = [index, here];
    }
    if (furthest < 0) continue;
    worth[furthest] = Math.min(off, most); // no level has a point without the points that led to it
    open.push([from, furthest, worth[furthest]], [furthest, to, worth[furthest]]);
  }
  return arc
    .map((point, index) => [...point, TOLERANCES.findLastIndex((tolerance) => worth[index] > tolerance)])
    .filter(([, , level]) => level >= 0);
}

/** Kilometres from the centre of the earth: a straight line on the globe is curved in space, so no line gets too long. */
function vectorOf([longitude, latitude]) {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)].map(
    (part) => part * EARTH_KM,
  );
}

/** Distance of a point from the straight line between two others. */
function distance(point, from, to) {
  const along = to.map((part, axis) => part - from[axis]);
  const off = point.map((part, axis) => part - from[axis]);
  const length = dot(along, along);
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot(off, along) / length));
  const rest = off.map((part, axis) => part - share * along[axis]);
  return Math.sqrt(dot(rest, rest));
}

function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function polygonsOf({ geometry }) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Polygons as base64 lines. */
function encode(countries) {
  const numbers = [];
  for (const polygons of countries) {
    numbers.push(polygons.length);
    for (const polygon of polygons) {
      const rings = polygon.map(wholeRing).filter((ring) => ring.some(([, y]) => y !== ring[0][1])); // the pole
      numbers.push(...boundsOf(rings[0]).map(shifted), rings.length);
      for (const ring of rings) numbers.push(...encodeRing(ring));
    }
  }
  const bytes = numbers.flatMap((number) => [number & 255, (number >> 8) & 255, number >> 16]);
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,108}/g, '$&\n');
}

/** Splits a line too long for one difference into several, with intermediate points of the finest level. */
function encodeRing(ring) {
  let [[x, y]] = ring;
  const numbers = [];
  for (const [nextX, nextY, level] of ring) {
    const steps = Math.max(1, Math.ceil(Math.abs(nextX - x) / 511), Math.ceil(Math.abs(nextY - y) / 1023));
    for (let step = steps; step > 0; step -= 1) {
      const [dx, dy] = [Math.round((nextX - x) / step), Math.round((nextY - y) / step)];
      numbers.push((dy + 1024) | ((dx + 512) << 11) | ((step === 1 ? level : 0) << 21));
      [x, y] = [x + dx, y + dy];
    }
  }
  const [[startX, startY]] = ring;
  return [numbers.length, shifted(startX), shifted(startY), ...numbers];
}

function shifted(number) {
  return number + 2 ** 23;
}

/**
 * A ring in whole numbers whose longitudes continue beyond the date line; the last point does not repeat the first (unless
 * it goes around the pole), and none repeats the one before.
 */
function wholeRing(ring) {
  let turns = 0;
  const points = ring.map(([longitude, latitude, level], index) => {
    const [last] = ring[index - 1] ?? [longitude];
    if (Math.abs(longitude - last) > 180) turns -= Math.sign(longitude - last);
    return [
      Math.round((longitude + 360 * turns) * UNITS.longitude),
      Math.round(latitude * UNITS.latitude),
      level,
    ];
  });
  const [[firstX, firstY]] = points;
  const [endX, endY] = points.at(-1);
  if (endX === firstX && endY === firstY) points.pop();
  return points.filter(
    ([x, y], index) => index === 0 || x !== points[index - 1][0] || y !== points[index - 1][1],
  );
}

/** West, south, east and north of a ring; one that goes around the pole reaches to it. */
function boundsOf(ring) {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const around = Math.abs(xs[0] - xs.at(-1)) > 180 * UNITS.longitude;
  const south = around ? -90 * UNITS.latitude : Math.min(...ys);
  return [Math.min(...xs), south, Math.max(...xs), Math.max(...ys)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(outFile, await generateOutlines());
