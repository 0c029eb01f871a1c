import type { LikelihoodView } from '../derive/analysis/likelihood.ts';
import type { ScenarioView } from '../derive/analysis/outlook.ts';
import type { Brief, Drawing } from './figure.ts';
import { bandNames, drawAxis, drawTicks, type PercentAxis, percentAxis } from './kit/band-axis.ts';
import { widest, wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

type Impact = NonNullable<ScenarioView['impact']>;
type Placed = ScenarioView & { readonly likelihood: LikelihoodView; readonly impact: Impact };

/** From the gravest, as in the figure from top to bottom. */
const IMPACTS: readonly Impact[] = ['severe', 'major', 'moderate', 'minor', 'negligible'];
const SIDE = 84;
const AXIS_WIDTH = WIDTH - SIDE - 14;
const BAR = 10;
const PADDING = 8;
const EMPTY = 17;
const FOOT = 22;

/**
 * Scenarios by likelihood, on an axis from 0 to 100 % with the bands of the scale, and by impact, in rows from
 * severe to negligible. Needs two scenarios with both.
 */
export function drawScenarios({ view, words }: Brief): Drawing | undefined {
  const all = view.outlook?.scenarios ?? [];
  const placed = all.filter(
    (scenario): scenario is Placed => scenario.likelihood !== undefined && scenario.impact !== undefined,
  );
  if (placed.length < 2) return undefined;
  const sheet = new Sheet(view.direction);
  const axis = percentAxis(sheet.left(SIDE, AXIS_WIDTH), AXIS_WIDTH);
  const names = bandNames(axis, view.scale, 0, words);
  const rows = fittingRows(placed, TALLEST - names.height - FOOT, words);
  const shown = rows.reduce((sum, { items }) => sum + items.length, 0);
  const bottom = rows.reduce((sum, { height }) => sum + height, names.height);
  drawAxis(sheet, axis, view.scale, { top: names.height, bottom });
  names.draw(sheet, 0);
  sheet.text(sheet.x(0), names.height - 8, words.text('scenario.impact'), {
    face: face.smallBold,
    fill: ink.structure,
  });
  let y = names.height;
  for (const [index, row] of rows.entries()) {
    if (index > 0) sheet.line(0, y, WIDTH, y, { stroke: ink.middle, 'stroke-width': 0.75 });
    drawRow(sheet, axis, row, y, words);
    y += row.height;
  }
  drawTicks(sheet, axis, bottom, words);
  const caption = captionOf(placed, all.length - shown, words);
  const drawn = new Set(rows.flatMap(({ items }) => items.map(({ scenario }) => scenario)));
  const alt = words.text('figure.scenarios.alt', {
    items: placed
      .filter((scenario) => drawn.has(scenario))
      .map((scenario) => itemText(scenario, words))
      .join(words.text('list.semicolon')),
  });
  return {
    svg: sheet.svg(bottom + FOOT, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [
        words.text('scenario.column.scenario'),
        words.text('scenario.likelihood'),
        words.text('scenario.impact'),
      ],
      rows: all.map(({ title, likelihood, impact }) => [
        title,
        likelihood === undefined ? words.text('figure.none') : likelihoodText(likelihood, words),
        impact === undefined ? words.text('figure.none') : words.label('impact', impact),
      ]),
    },
  };
}

interface Item {
  readonly scenario: Placed;
  readonly lines: readonly string[];
}

interface Row {
  readonly impact: Impact;
  readonly items: readonly Item[];
  readonly height: number;
}

/**
 * All scenarios if they fit, otherwise with shorter titles, otherwise without the least likely of the least
 * grave.
 */
function fittingRows(placed: readonly Placed[], room: number, words: Words): Row[] {
  for (const most of [3, 2, 1]) {
    const rows = rowsOf(placed, most, words);
    if (heightOf(rows) <= room) return rows;
  }
  const included = weighty(placed);
  let rows = rowsOf(included, 1, words);
  while (included.length > 2 && heightOf(rows) > room) {
    included.pop();
    rows = rowsOf(included, 1, words);
  }
  return rows;
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** The likeliest first, which the caption names, then by impact, and within one impact by likelihood. */
function weighty(placed: readonly Placed[]): Placed[] {
  const likeliest = likeliestOf(placed);
  const rest = placed
    .filter((scenario) => scenario !== likeliest)
    .toSorted((a, b) => rank(a) - rank(b) || middle(b) - middle(a));
  return likeliest === undefined ? rest : [likeliest, ...rest];
}

const middle = ({ likelihood }: Placed) => likelihood.low + likelihood.high;
const rank = ({ impact }: Placed) => IMPACTS.indexOf(impact);

function likeliestOf(placed: readonly Placed[]): Placed | undefined {
  return placed.toSorted((a, b) => middle(b) - middle(a))[0];
}

function rowsOf(placed: readonly Placed[], most: number, words: Words): Row[] {
  return IMPACTS.map((impact) => {
    const items = placed
      .filter((scenario) => scenario.impact === impact)
      .toSorted((a, b) => middle(b) - middle(a))
      .map((scenario) => ({
        scenario,
        lines: wrap(labelText(scenario, words), 260, face.smallBold, most),
      }));
    const height = items.reduce((sum, { lines }) => sum + lines.length * LEADING + BAR + PADDING, PADDING);
    return { impact, items, height: items.length === 0 ? EMPTY : height };
  });
}

function drawRow(
  sheet: Sheet,
  axis: PercentAxis,
  { impact, items, height }: Row,
  top: number,
  words: Words,
): void {
  sheet.text(
    sheet.x(0),
    top + (items.length === 0 ? height / 2 + 4 : PADDING + ASCENT),
    words.label('impact', impact),
    {
      face: items.length === 0 ? face.small : face.smallBold,
      fill: items.length === 0 ? ink.grey : ink.text,
    },
  );
  let y = top + PADDING - 2;
  for (const { scenario, lines } of items) {
    const { low, high } = scenario.likelihood;
    const width = Math.max(3, axis.at(high) - axis.at(low));
    const x = Math.min(axis.at(low), axis.left + axis.width - width);
    // The text begins above the bar, or ends above it where the axis ends.
    const fits = x + widest(lines, face.smallBold) <= axis.left + axis.width;
    const [at, side] = fits ? ([x, 'left'] as const) : ([x + width, 'right'] as const);
    sheet.text(at, y + ASCENT, lines, { face: face.smallBold, anchor: sheet.anchor(side), halo: true });
    sheet.rect(x, y + lines.length * LEADING + 1, width, BAR, { fill: ink.structure });
    y += lines.length * LEADING + BAR + PADDING;
  }
}

/** The title alone; the band beside it gives the likelihood. */
function labelText({ title }: Placed, words: Words): string {
  return words.plain(title);
}

function likelihoodText(likelihood: LikelihoodView, words: Words): string {
  return words.text('figure.with-detail', { what: words.term(likelihood), detail: words.band(likelihood) });
}

function itemText({ title, likelihood, impact }: Placed, words: Words): string {
  return words.text('figure.scenarios.item', {
    title,
    likelihood: likelihoodText(likelihood, words),
    impact: words.label('impact', impact),
  });
}

/** Scenarios that share a place, each with its likelihood. */
function listed(scenarios: readonly Placed[], words: Words): string {
  return words.list(
    scenarios.map(({ title, likelihood }) =>
      words.text('figure.with-detail', {
        what: words.text('reference.quoted', { title }),
        detail: words.band(likelihood),
      }),
    ),
  );
}

/** The likeliest and the gravest; a shared place is called shared. */
function captionOf(placed: readonly Placed[], left: number, words: Words): string {
  const highest = Math.max(...placed.map(middle));
  const worst = Math.min(...placed.map(rank));
  const likely = placed.filter((scenario) => middle(scenario) === highest);
  const grave = placed.filter((scenario) => rank(scenario) === worst);
  const [likeliest] = likely;
  const [gravest] = grave;
  if (likeliest === undefined || gravest === undefined) return '';
  const parts = [
    likely.length > 1 || grave.length > 1
      ? words.text('figure.scenarios.tie', {
          likeliest: listed(likely, words),
          gravest: listed(grave, words),
        })
      : likeliest === gravest
        ? words.text('figure.scenarios.both', {
            title: likeliest.title,
            band: words.band(likeliest.likelihood),
          })
        : words.text('figure.scenarios.two', {
            likeliest: likeliest.title,
            band: words.band(likeliest.likelihood),
            gravest: gravest.title,
            chance: words.band(gravest.likelihood),
          }),
  ];
  if (left > 0) parts.push(words.text('figure.left-out', { count: left }));
  return parts.join(words.text('list.semicolon'));
}
