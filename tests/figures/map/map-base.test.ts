import { expect, test } from 'vitest';
import { Area } from '../../../src/figures/kit/area.ts';
import { baseMap, type Position } from '../../../src/figures/map/map-base.ts';

const suva: Position = [178.4, -18.1];
const apia: Position = [-171.8, -13.8];
const auckland: Position = [174.8, -36.8];

/** The countries that have a position, as a map shows it. */
function countriesAt(map: ReturnType<typeof baseMap>, position: Position): string[] {
  const { x, y } = map.project(position);
  return map.countries
    .filter(({ rings }) => new Area(rings).holds(y + 0.013, x, x)) // no corner of an outline has that height
    .map(({ name }) => name);
}

test.each<[string, readonly Position[], Position, string[]]>([
  ['inland', [[44.8, 41.7]], [44.8, 41.7], ['Georgia']],
  ['in a hole of another country', [[28.2, -29.5]], [28.2, -29.5], ['Lesotho']],
  ['at sea', [[50.5, 42]], [50.5, 42], []],
  ['west of the date line', [suva, apia, auckland], [178, -17.8], ['Fiji']],
  ['east of the date line', [suva, apia, auckland], [-172.4, -13.6], ['Samoa']],
  [
    'beyond the date line in Siberia',
    [
      [177.5, 64.7],
      [-165.4, 64.5],
    ],
    [-173, 66.5],
    ['Russia'],
  ],
  [
    'at the pole',
    [
      [166.7, -77.8],
      [0, -89.9],
      [-64, -64.8],
    ],
    [10, -89],
    ['Antarctica'],
  ],
  [
    'near the other pole',
    [
      [15.6, 78.2],
      [-62.3, 82.5],
    ],
    [-35, 81],
    ['Greenland'],
  ],
  [
    'on a map of the world',
    [
      [-74, 40.7],
      [139.7, 35.7],
      [151.2, -33.9],
    ],
    [-60, -10],
    ['Brazil'],
  ],
  [
    'at its right edge',
    [
      [-165.4, 64.5],
      [177.5, 64.7],
      [166.7, -77.8],
    ],
    [176, 66.5],
    ['Russia'],
  ],
  [
    'at its left edge',
    [
      [-165.4, 64.5],
      [177.5, 64.7],
      [166.7, -77.8],
    ],
    [-173, 66.5],
    ['Russia'],
  ],
  [
    'at its foot',
    [
      [-165.4, 64.5],
      [177.5, 64.7],
      [166.7, -77.8],
    ],
    [100, -86],
    ['Antarctica'],
  ],
])('a place %s is where it belongs', (_, positions, position, names) => {
  expect(countriesAt(baseMap(positions, 605), position)).toEqual(names);
});

test('is the same for any order of positions', () => {
  const world: readonly Position[] = [
    [170, 0],
    [-170, 10],
    [140, -20],
    [-60, 50],
    [-100, 20],
  ];
  const [map, turned] = [world, [...world].reverse()].map((positions) => baseMap(positions, 605));
  for (const position of world) expect(turned?.project(position)).toEqual(map?.project(position));
  // The widest gap, from 60 west to 140 east, is not in the middle: the Pacific is.
  expect(map?.project([-170, 0]).x).toBeGreaterThan(200);
  expect(map?.project([-170, 0]).x).toBeLessThan(405);
});

test('shows all positions inside its margins, and nothing outside its frame', () => {
  for (const positions of [
    [suva, apia, auckland],
    [
      [-74, 40.7],
      [139.7, 35.7],
    ],
    [
      [0, 89],
      [90, 60],
    ],
  ] as const) {
    const map = baseMap(positions, 605);
    for (const position of positions) {
      const { x, y } = map.project(position);
      expect(x).toBeGreaterThanOrEqual(63.9);
      expect(x).toBeLessThanOrEqual(605 - 63.9);
      expect(y).toBeGreaterThanOrEqual(63.9);
      expect(y).toBeLessThanOrEqual(map.frame.bottom - 63.9);
    }
    for (const { x, y } of map.countries.flatMap(({ rings }) => rings.flat())) {
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(606);
      expect(y).toBeGreaterThanOrEqual(-1);
      expect(y).toBeLessThanOrEqual(map.frame.bottom + 1);
    }
  }
});
