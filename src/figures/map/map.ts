import type { Brief, Drawing } from '../figure.ts';
import type { Box, Point } from '../kit/boxes.ts';
import { widest, wrap } from '../kit/measure.ts';
import { scaleBar } from '../kit/scale-bar.ts';
import { type Anchor, ASCENT, face, ink, LEADING, Sheet, WIDTH } from '../kit/sheet.ts';
import type { Words } from '../kit/words.ts';
import { disputedLines } from './disputed.ts';
import { type BaseMap, baseMap, type Country, type Position } from './map-base.ts';
import { around, type Placed, placeLabels } from './map-labels.ts';
import { placeInside } from './map-names.ts';
import { type Cluster, clustersOf, labelOf, type Site, sitesOf } from './map-sites.ts';

const SEA = '#e4eaf1';
const BORDER = '#a7b1bd';

/** The part of a view that the map needs: a site draws incidents of several assessments on one. */
export interface MapBrief extends Pick<Brief, 'words'> {
  readonly view: Pick<Brief['view'], 'chronology' | 'direction' | 'language'>;
}

/**
 * Where incidents happened, on a map of the surroundings: a mark for each place, with a number if there were
 * several. Needs two places with coordinates that are apart on it: of a single one, the account of the incident says
 * as much. A whole country is not a place.
 */
export function drawMap({ view, words }: MapBrief): Drawing | undefined {
  const sites = sitesOf(view.chronology);
  if (sites.length < 2) return undefined;
  const map = baseMap(
    sites.map(({ position }) => position),
    WIDTH,
  );
  // Places in one city share one mark on any map: a list of them says more.
  const clusters = clustersOf(sites, map);
  if (clusters.length === 1) return undefined;
  const sheet = new Sheet(view.direction);
  drawLand(sheet, map);
  const disputed = disputedLines(map);
  drawDisputed(sheet, disputed);
  const bar = scaleBar(map, sites, words);
  const marks = clusters.map((cluster) => {
    const lines = namedIn(cluster, words).flatMap((name) => wrap(name, 130, face.smallBold, 3));
    return { ...cluster, lines, width: widest(lines, face.smallBold), height: lines.length * LEADING - 3 };
  });
  const placed = placeLabels(marks, inset(map.frame, 3), [bar.box]);
  drawCountryNames(sheet, map, view.language, placed, marks, bar.box);
  bar.draw(sheet);
  for (const [index, { at, radius, lines, count }] of marks.entries()) {
    const { leader, box } = placed[index] ?? {};
    if (leader) {
      sheet.line(leader.from.x, leader.from.y, leader.to.x, leader.to.y, {
        stroke: ink.text,
        'stroke-width': 0.75,
      });
    }
    drawMark(sheet, at, radius, count, words);
    if (box) {
      const { x, anchor } = aligned(sheet, box, at);
      sheet.text(x, box.top + ASCENT - 1.5, lines, { face: face.smallBold, anchor, halo: true });
    }
  }
  const { left, top, right, bottom } = map.frame;
  sheet.rect(left + 0.75, top + 0.75, right - left - 1.5, bottom - top - 1.5, {
    fill: 'none',
    stroke: BORDER,
  });
  const without = view.chronology.length - sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  // In drawing order: on a map across the date line a larger longitude may be further west.
  const caption = captionOf(sites, ({ position }) => map.across(position), without, words);
  const alt = words.text('figure.map.alt', {
    items: sites.map((site) => siteText(site, words)).join(words.text('list.semicolon')),
  });
  return {
    svg: sheet.svg(bottom, caption, alt),
    alt,
    caption,
    source: words.text(disputed.length === 0 ? 'figure.map.source' : 'figure.map.source-disputed'),
    table: {
      head: [
        words.text('figure.column.place'),
        words.text('figure.column.coordinates'),
        words.text('chronology.column.incident'),
      ],
      rows: sites.map(({ name, country, position, incidents }) => [
        country === undefined || name.includes(country)
          ? name
          : [name, country].join(words.text('list.comma')),
        coordinatesText(position, words),
        incidents.map(({ title }) => title).join(words.text('list.semicolon')),
      ]),
    },
  };
}

/** Most places named at a mark; the others are counted. */
const MAX_NAMED = 4;

/** The names at a mark: all of its places, or those with the most incidents and how many more there are. */
function namedIn(cluster: Cluster, words: Words): string[] {
  const { sites } = cluster;
  if (sites.length <= MAX_NAMED) return sites.map((site) => labelOf(site, cluster, words));
  const shown = sites.toSorted((a, b) => b.incidents.length - a.incidents.length).slice(0, MAX_NAMED - 1);
  const count = sites.length - shown.length;
  return [
    ...shown.map((site) => labelOf(site, cluster, words)),
    words.text('figure.map.more-places', { count }),
  ];
}

function drawLand(sheet: Sheet, { frame, countries }: BaseMap): void {
  sheet.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, { fill: SEA });
  for (const { rings } of countries) {
    sheet.path(rings.map(outlineOf).join(''), {
      fill: ink.paper,
      stroke: BORDER,
      'stroke-width': 0.75,
      'stroke-linejoin': 'round',
    });
  }
}

/** Over the solid outlines, a line in the land's colour and a dashed one. */
function drawDisputed(sheet: Sheet, lines: readonly (readonly [Point, Point])[]): void {
  if (lines.length === 0) return;
  const path = joined(lines)
    .map(([first, ...others]) =>
      first === undefined ? '' : `M${first.x} ${first.y}L${others.map(({ x, y }) => `${x} ${y}`).join(' ')}`,
    )
    .join('');
  const style = { fill: 'none', 'stroke-linejoin': 'round' } as const;
  sheet.path(path, { ...style, stroke: ink.paper, 'stroke-width': 1.6 });
  sheet.path(path, { ...style, stroke: ink.grey, 'stroke-width': 0.75, 'stroke-dasharray': '3 2' });
}

/** Joins consecutive edges into lines: dashes restart with each line. */
function joined(edges: readonly (readonly [Point, Point])[]): Point[][] {
  const lines: Point[][] = [];
  for (const [from, to] of edges) {
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && end && end.x === from.x && end.y === from.y) last.push(to);
    else lines.push([from, to]);
  }
  return lines;
}

/** A ring as a path with relative points, which takes half the bytes. */
function outlineOf([first, ...others]: readonly Point[]): string {
  if (first === undefined) return '';
  let [lastX, lastY] = [tenths(first.x), tenths(first.y)];
  const steps = others.map((point) => {
    const [x, y] = [tenths(point.x), tenths(point.y)];
    const step = `${signed(x - lastX)}${signed(y - lastY)}`;
    [lastX, lastY] = [x, y];
    return step;
  });
  return `M${tenths(first.x) / 10} ${tenths(first.y) / 10}l${steps.join('').trimStart()}Z`;
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

/** Tenths as a number in a path; a minus sign also serves as separator. */
function signed(value: number): string {
  return value < 0 ? `${value / 10}` : ` ${value / 10}`;
}

function drawMark(sheet: Sheet, { x, y }: Point, radius: number, count: number, words: Words): void {
  sheet.add('circle', { cx: x, cy: y, r: radius, fill: ink.accent, stroke: ink.paper, 'stroke-width': 1.25 });
  if (count > 1) {
    sheet.text(x, y + 4, words.number(count), { face: face.smallBold, fill: ink.paper, anchor: 'middle' });
  }
}

/** Lines of a label are aligned to the side of their mark. */
function aligned(sheet: Sheet, { left, right }: Box, at: Point): { x: number; anchor: Anchor } {
  if (left > at.x) return { x: left, anchor: sheet.anchor('left') };
  if (right < at.x) return { x: right, anchor: sheet.anchor('right') };
  return { x: (left + right) / 2, anchor: 'middle' };
}

/** Names of countries where they fit, clear of marks and labels; the largest first. */
function drawCountryNames(
  sheet: Sheet,
  { countries, frame }: BaseMap,
  language: string,
  placed: readonly (Placed | undefined)[],
  marks: readonly { readonly at: Point; readonly radius: number }[],
  bar: Box,
): void {
  const boxes = [
    bar,
    ...placed.flatMap((label) => label?.box ?? []),
    ...marks.map(({ at, radius }) => around(at, radius)),
  ];
  const leaders = placed.flatMap((label) => label?.leader ?? []);
  for (const { country, name } of named(countries, language)) {
    const lines = wrap(name, 90, face.small, 2);
    const size = { width: widest(lines, face.small), height: lines.length * LEADING };
    const box = placeInside(country.rings, size, inset(frame, 3), boxes, leaders);
    if (box === undefined) continue;
    boxes.push(box);
    sheet.text((box.left + box.right) / 2, box.top + ASCENT, lines, {
      face: face.small,
      fill: ink.grey,
      anchor: 'middle',
    });
  }
}

/**
 * Names in the memo's language, from the system's tables if they have them, also for English: Natural Earth
 * abbreviates ("W. Sahara") and has outdated names ("Macedonia").
 */
function named(countries: readonly Country[], language: string) {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  const isEnglish = /^en\b/i.test(language);
  return countries.map((country) => {
    const region = regionOf(country);
    return {
      country,
      name:
        (isEnglish && region && ENGLISH[region]) ||
        (region && names.of(region)) ||
        FULL_NAMES[country.name] ||
        country.name,
    };
  });
}

/** The ISO 3166 code by which names are looked up; Kosovo has XK by custom and no number. */
function regionOf({ code, name }: Country): string | undefined {
  if (code === undefined) return name === 'Kosovo' ? 'XK' : undefined;
  const { region } = new Intl.Locale('und', { region: code });
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

/** English names that differ from the tables: no ampersands, no names after a dash. */
const ENGLISH: Readonly<Record<string, string>> = {
  BA: 'Bosnia and Herzegovina',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  MM: 'Myanmar',
  PS: 'Palestine',
};

/** Full names of areas without code or number that Natural Earth abbreviates. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  'N. Cyprus': 'Northern Cyprus',
  'Indian Ocean Ter.': 'Indian Ocean Territories',
  'Ashmore and Cartier Is.': 'Ashmore and Cartier Islands',
  'Siachen Glacier': 'Siachen Glacier',
};

function inset({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left + by, top: top + by, right: right - by, bottom: bottom - by };
}

/** "42.98° N, 47.50° E". */
function coordinatesText([longitude, latitude]: Position, words: Words): string {
  return words.text('figure.map.coordinates', {
    latitude: words.text(latitude < 0 ? 'figure.map.south' : 'figure.map.north', {
      degrees: words.number(Math.abs(latitude)),
    }),
    longitude: words.text(longitude < 0 ? 'figure.map.west' : 'figure.map.east', {
      degrees: words.number(Math.abs(longitude)),
    }),
  });
}

function siteText({ name, incidents }: Site, words: Words): string {
  if (incidents.length === 1) return name;
  return words.text('figure.with-detail', {
    what: name,
    detail: words.text('figure.map.incidents', { count: incidents.length }),
  });
}

/** Where most incidents happened, or how far they reach. */
function captionOf(
  sites: readonly Site[],
  acrossOf: (site: Site) => number,
  without: number,
  words: Words,
): string {
  const all = sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  const most = sites.reduce((best, site) => (site.incidents.length > best.incidents.length ? site : best));
  const along = sites.toSorted((a, b) => acrossOf(a) - acrossOf(b));
  const [west, east] = [along[0]?.name ?? '', along.at(-1)?.name ?? ''];
  const count = most.incidents.length;
  const isAlone = sites.filter(({ incidents }) => incidents.length === count).length === 1;
  const parts = [
    isAlone && count * 2 >= all && count > 1
      ? words.text('figure.map.most', { place: most.name, count, all })
      : west === east
        ? words.text('figure.map.spread', { places: sites.length, count: all })
        : words.text('figure.map.reach', { places: sites.length, count: all, west, east }),
  ];
  if (without > 0) parts.push(words.text('figure.map.without', { count: without }));
  return parts.join(words.text('list.semicolon'));
}
