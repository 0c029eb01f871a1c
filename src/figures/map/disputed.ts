import type { Point } from '../kit/boxes.ts';
import type { BaseMap, Position } from './map-base.ts';

/**
 * A boundary that is not drawn as settled. Natural Earth, the source of our maps, assigns each territory to
 * whoever holds it; a memo should take no side by its base map, so these lines are dashed, and the source line
 * says so.
 */
export interface DisputedBoundary {
  /** The countries on its two sides, by their names in Natural Earth. */
  readonly between: readonly [string, string];
  /** If only a part of their boundary is meant: west, south, east and north in degrees. */
  readonly within?: readonly [number, number, number, number];
  readonly reason: string;
}

export const DISPUTED: readonly DisputedBoundary[] = [
  {
    between: ['Russia', 'Ukraine'],
    within: [32.4, 45.2, 36.9, 46.6],
    reason: 'Crimea: annexed by Russia in 2014; Ukrainian by UN General Assembly resolution 68/262.',
  },
  {
    between: ['Morocco', 'W. Sahara'],
    reason: 'Western Sahara: a non-self-governing territory on the list of the UN.',
  },
  {
    between: ['Kosovo', 'Serbia'],
    reason: 'Kosovo: independent to some hundred states; a province to Serbia.',
  },
  {
    between: ['India', 'Pakistan'],
    within: [73, 32.3, 80, 37.5],
    reason: 'Kashmir: the line of control between India and Pakistan is not an agreed boundary.',
  },
  {
    between: ['China', 'India'],
    within: [75.5, 31, 81.5, 36.5],
    reason: 'Aksai Chin: held by China, claimed by India.',
  },
  {
    between: ['China', 'India'],
    within: [91, 26, 98, 30],
    reason: 'Arunachal Pradesh: held by India, claimed by China.',
  },
  {
    between: ['China', 'Pakistan'],
    within: [74, 35, 78, 38],
    reason: 'Shaksgam: ceded by Pakistan to China in 1963, claimed by India.',
  },
  { between: ['India', 'Siachen Glacier'], reason: 'Siachen: held by India, claimed by Pakistan.' },
  { between: ['Pakistan', 'Siachen Glacier'], reason: 'Siachen: held by India, claimed by Pakistan.' },
  { between: ['China', 'Siachen Glacier'], reason: 'Siachen: held by India, claimed by Pakistan.' },
  {
    between: ['Israel', 'Syria'],
    reason:
      'Golan: occupied by Israel since 1967; its annexation is void by UN Security Council resolution 497.',
  },
  { between: ['Israel', 'Palestine'], reason: 'The armistice lines of 1949 are not an agreed boundary.' },
  { between: ['Cyprus', 'N. Cyprus'], reason: 'Northern Cyprus: recognized by Turkey alone.' },
  { between: ['Somalia', 'Somaliland'], reason: 'Somaliland: independent by its own declaration.' },
  { between: ['North Korea', 'South Korea'], reason: 'Korea: the line of the armistice of 1953.' },
  { between: ['S. Sudan', 'Sudan'], reason: 'Abyei and other parts: never demarcated.' },
  {
    between: ['Kenya', 'S. Sudan'],
    reason: 'The Ilemi Triangle: administered by Kenya, claimed by South Sudan.',
  },
  {
    between: ['Egypt', 'Sudan'],
    within: [33, 21.4, 38, 23.6],
    reason: 'The Halaib Triangle: held by Egypt, claimed by Sudan.',
  },
  { between: ['Guyana', 'Venezuela'], reason: 'Essequibo: Guyanese, claimed by Venezuela.' },
  {
    between: ['Belize', 'Guatemala'],
    reason: 'Belize: part of it claimed by Guatemala; before the International Court.',
  },
];

/**
 * Disputes without a line on these maps: Taiwan is an island, named without a word on its status; Abkhazia,
 * South Ossetia and Transnistria are not separate in Natural Earth, and the lines that Russia claims in Ukraine
 * besides Crimea are not drawn.
 */

/** The disputed boundaries that a map shows. */
export function disputedLines(map: BaseMap): (readonly [Point, Point])[] {
  const here = DISPUTED.filter(({ between }) =>
    between.every((name) => map.countries.some((country) => country.name === name)),
  );
  return here.flatMap(({ between: [one, other], within }) => {
    const edges = new Set(edgesOf(map, one).map(keyOf));
    const zone = within && zoneOf(map, within);
    // Points that are on both sides' outlines are on the boundary between them.
    return edgesOf(map, other).filter(
      (edge) => edges.has(keyOf(edge)) && (zone === undefined || holds(zone, middleOf(edge))),
    );
  });
}

type Edge = readonly [Point, Point];

function edgesOf({ countries }: BaseMap, name: string): Edge[] {
  return countries
    .filter((country) => country.name === name)
    .flatMap(({ rings }) =>
      rings.flatMap((ring) =>
        ring.flatMap((point, index): Edge[] => {
          const next = ring[(index + 1) % ring.length];
          return next === undefined ? [] : [[point, next]];
        }),
      ),
    );
}

/** A key for an edge, the same in both directions. */
function keyOf([a, b]: Edge): string {
  return [a, b]
    .map(({ x, y }) => `${x} ${y}`)
    .sort()
    .join();
}

function middleOf([a, b]: Edge): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** The outline of an area in degrees on the map, as points along its four sides. */
function zoneOf(
  map: BaseMap,
  [west, south, east, north]: readonly [number, number, number, number],
): Point[] {
  const steps = [0, 0.25, 0.5, 0.75];
  const along = (from: Position, to: Position) =>
    steps.map(
      (share): Position => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])],
    );
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return corners
    .flatMap((corner, index) => along(corner, corners[(index + 1) % corners.length] ?? corner))
    .map((position) => map.project(position));
}

/** Whether a point is inside a ring (even-odd rule). */
function holds(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}
