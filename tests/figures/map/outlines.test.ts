import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { tolerances } from '../../../src/figures/generated/outlines.ts';
import { WORLD } from '../../../src/figures/kit/bounds.ts';
import type { Point } from '../../../src/figures/kit/boxes.ts';
import { type Outline, outlinesIn } from '../../../src/figures/map/outlines.ts';

const degrees = (x: number, y: number): Point => ({ x, y });
const caucasus = { west: 40, south: 38, east: 50, north: 44 };
const byName = (outlines: readonly Outline[], name: string) =>
  outlines.find((outline) => outline.name === name)?.rings ?? [];

/** Countries as the package has them. */
const original = new Map<string, readonly (readonly [number, number])[][]>();
{
  const topology = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  for (const { properties, geometry } of feature(topology, topology.objects.countries).features as Feature<
    Polygon | MultiPolygon,
    { name: string }
  >[]) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    original.set(properties.name, polygons.flat() as [number, number][][]);
  }
}

test('the outlines match those of the package (otherwise run `node scripts/outlines.mjs`)', async () => {
  const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
  const script = (await import(at('scripts/outlines.mjs').href)) as { generateOutlines(): Promise<string> };
  expect(readFileSync(at('src/figures/generated/outlines.ts'), 'utf8')).toBe(await script.generateOutlines());
}, 30_000);

/** Kilometres from a point to a line, near enough for lines of some kilometres. */
function kilometres([x, y]: readonly [number, number], ring: readonly Point[]): number {
  const scale = { x: 111.2 * Math.cos((y * Math.PI) / 180), y: 111.2 };
  let last = ring.at(-1);
  let least = Number.POSITIVE_INFINITY;
  for (const point of ring) {
    if (last) {
      const [ax, ay] = [(last.x - x) * scale.x, (last.y - y) * scale.y];
      const [bx, by] = [(point.x - x) * scale.x, (point.y - y) * scale.y];
      const [dx, dy] = [bx - ax, by - ay];
      const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy));
    }
    last = point;
  }
  return least;
}

test.each([0, 2, 4])('at level %d no point of the original is further away than declared', (level) => {
  const tolerance = tolerances[level] ?? 0;
  const rings = byName(outlinesIn(WORLD, tolerance / 0.5, degrees), 'Georgia');
  for (const point of original.get('Georgia')?.flat() ?? []) {
    // and half a kilometre for whole numbers
    expect(Math.min(...rings.map((ring) => kilometres(point, ring)))).toBeLessThan(tolerance + 0.5);
  }
});

test('neighbours share their border at every level, and have fewer points at lower detail', () => {
  const counts = tolerances.map((tolerance) => {
    const outlines = outlinesIn(WORLD, tolerance / 0.5, degrees);
    const keys = (name: string) =>
      byName(outlines, name)
        .flat()
        .map(({ x, y }) => `${x} ${y}`);
    const shared = keys('Georgia').filter((key) => keys('Armenia').includes(key));
    expect(shared.length).toBeGreaterThan(1);
    return keys('Georgia').length;
  });
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.at(-1)).toBeLessThan((counts[0] ?? 0) / 5);
});

test('only countries that may be visible are given, and only their polygons that may be', () => {
  const names = outlinesIn(caucasus, 2, degrees).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Russia', 'Georgia', 'Azerbaijan', 'Iran']));
  expect(names).not.toContain('France');
  expect(byName(outlinesIn(caucasus, 2, degrees), 'Russia').length).toBeLessThan(5);
});

test('the area looks the same whether or not the rest is omitted', () => {
  const inside = ({ x, y }: Point) =>
    x > caucasus.west && x < caucasus.east && y > caucasus.south && y < caucasus.north;
  const all = outlinesIn(WORLD, 2, degrees);
  for (const { name, rings } of outlinesIn(caucasus, 2, degrees)) {
    expect(rings.flat().filter(inside)).toEqual(byName(all, name).flat().filter(inside));
    expect(rings.flat().length).toBeLessThanOrEqual(byName(all, name).flat().length);
  }
  expect(byName(outlinesIn(caucasus, 2, degrees), 'Russia').flat().length).toBeLessThan(
    byName(all, 'Russia').flat().length / 4,
  );
});

test('an area beyond the date line is found from both of its sides', () => {
  for (const west of [178, -182]) {
    const names = outlinesIn({ west, south: -19, east: west + 4, north: -15 }, 2, degrees).map(
      ({ name }) => name,
    );
    expect(names).toContain('Fiji');
  }
});
