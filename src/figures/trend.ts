import { scaleLinear } from 'd3-scale';
import type { TrendView } from '../derive/entities/trends.ts';
import type { EdtfDate } from '../model/edtf.ts';
import type { Brief, Drawing } from './figure.ts';
import { type Box, overlap } from './kit/boxes.ts';
import { widest, widthOf, wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, WIDTH } from './kit/sheet.ts';
import { isVague, spanOf, timeAxis } from './kit/time-axis.ts';
import type { Words } from './kit/words.ts';

const FEWEST = 3;
const HEIGHT = 190;
/** A few values that are declared steady need no more room than to tell that they are. */
const LOW = 80;
const FEW = 4;
const HEAD = 26;
const RIGHT = 24;
/** With more values, a dot for each would hide the line, and most figures beside them would collide. */
const MAX_DOTS = 40;
/** With more values, only the first, last, lowest and highest are labelled. */
const MAX_NAMED = 16;

interface Value {
  readonly date: EdtfDate;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly source: string | undefined;
}

interface Series {
  readonly trend: TrendView;
  readonly values: readonly Value[];
}

/** A value with its position. */
interface Spot extends Value {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A count over time: the trend with the longest series. A value for a period is a bar as long as the period,
 * the line is interrupted at a break in the series, and an approximate or uncertain date gives an empty dot.
 * Needs three dated values.
 */
export function drawTrend({ view, words }: Brief): Drawing | undefined {
  const series = longest(view.trends);
  if (series === undefined) return undefined;
  const { trend, values } = series;
  const sheet = new Sheet(view.direction);
  const bottom = HEAD + (trend.direction === 'steady' && values.length <= FEW ? LOW : HEIGHT);
  const numbers = values.map(({ value }) => value);
  const scale = scaleLinear()
    .domain([Math.min(0, ...numbers), Math.max(0, ...numbers)])
    .nice(4)
    .range([bottom, HEAD]);
  const isWhole = numbers.every(Number.isInteger);
  const ticks = scale.ticks(4).filter((tick) => !isWhole || Number.isInteger(tick));
  const tickText = words.axisNumbers(ticks);
  const left = widest(ticks.map(tickText), face.small) + 8;
  const axis = timeAxis(
    Math.min(...values.map(({ from }) => from)),
    Math.max(...values.map(({ to }) => to)),
    [left + 10, WIDTH - RIGHT],
    6,
    90,
    words,
  );
  const spots = values.map((value) => {
    const [start, end] = [axis.at(value.from), axis.at(value.to)];
    return { ...value, x: (start + end) / 2, left: start, right: end, y: scale(value.value) };
  });
  const [unit = ''] = wrap(trend.unit ?? trend.measure ?? trend.subject, WIDTH - 10, face.smallBold, 1);
  sheet.text(sheet.x(0), ASCENT, unit, { face: face.smallBold, fill: ink.structure });
  for (const tick of ticks) {
    const y = scale(tick);
    sheet.line(left, y, WIDTH, y, { stroke: tick === 0 ? ink.middle : ink.light });
    sheet.text(left - 6, y + 4, tickText(tick), {
      face: face.small,
      fill: ink.grey,
      anchor: sheet.anchor('right'),
    });
  }
  const foot = drawDates(sheet, spots, axis.ticks, bottom, words);
  const isParted = (before: Value, after: Value) =>
    trend.breaks.some(({ at }) => isBetween(at, before, after));
  drawValues(sheet, spots, bottom, isParted, words);
  const [first, last] = [values[0], values.at(-1)];
  const broken = trend.breaks.filter(({ at }) => first && last && isBetween(at, first, last));
  const caption = words.opening(captionOf(series, broken.length > 0, words));
  const alt = words.text('figure.trend.alt', {
    what: unitOf(trend),
    items: (values.length > MAX_DOTS ? [...namedInCaption(spots)] : values)
      .map((value) => itemText(value, words))
      .join(words.text('list.semicolon')),
  });
  const sources = [...new Set(values.flatMap(({ source }) => source ?? []))];
  const dates = broken.flatMap(({ at }) => (at ? words.date(at) : []));
  const told = [
    ...(dates.length > 0 ? [words.text('figure.trend.break', { dates: words.list(dates) })] : []),
    ...(sources.length > 0
      ? [words.text('figure.source', { sources: words.list(sources.map((id) => words.source(id))) })]
      : []),
  ];
  return {
    svg: sheet.svg(foot, caption, alt),
    alt,
    caption,
    source: told.length === 0 ? undefined : told.join(' '),
    table: {
      head: [
        words.text('trend.column.at'),
        words.text('trend.column.value'),
        words.text('trend.column.source'),
      ],
      rows: values.map(({ date, value, source }) => [
        words.date(date),
        words.number(value),
        source === undefined ? '' : words.source(source),
      ]),
    },
  };
}

function longest(trends: readonly TrendView[]): Series | undefined {
  const all = trends.map((trend) => ({
    trend,
    values: trend.series
      .flatMap(({ at, value, source }): Value[] => {
        const { from, to } = at ? spanOf(at) : { from: undefined, to: undefined };
        if (at === undefined || (from === undefined && to === undefined)) return [];
        return [{ date: at, from: from ?? to ?? 0, to: to ?? from ?? 0, value, source }];
      })
      .sort((a, b) => a.from + a.to - b.from - b.to),
  }));
  const best = all.toSorted((a, b) => b.values.length - a.values.length)[0];
  return best && best.values.length >= FEWEST ? best : undefined;
}

/** What is counted: "attacks a year". */
function unitOf({ subject, measure, unit }: TrendView): string {
  const what = measure === undefined ? subject : `${subject} · ${measure}`;
  return unit === undefined || unit === measure ? what : `${what} (${unit})`;
}

/**
 * The date of each value below it, if they fit side by side; otherwise the ticks of the axis. Returns the
 * bottom.
 */
function drawDates(
  sheet: Sheet,
  spots: readonly Spot[],
  ticks: readonly { readonly at: number; readonly text: string }[],
  bottom: number,
  words: Words,
): number {
  const own = spots.map(({ x, date }) => placedLabel(x, words.date(date)));
  const apart = own.every((label, index) => {
    const next = own[index + 1];
    return next === undefined || label.right + 6 <= next.left;
  });
  const labels = apart ? own : ticks.map(({ at, text }) => placedLabel(at, text));
  for (const { at, centre, lines } of labels) {
    sheet.line(at, bottom, at, bottom + 4, { stroke: ink.middle });
    sheet.text(centre, bottom + 17, lines, { face: face.small, fill: ink.grey, anchor: 'middle' });
  }
  return bottom + 12 + Math.max(1, ...labels.map(({ lines }) => lines.length)) * LEADING;
}

function placedLabel(at: number, text: string) {
  const lines = wrap(text, 84, face.small);
  const half = widest(lines, face.small) / 2;
  const centre = Math.min(Math.max(at, half), WIDTH - half);
  return { at, centre, lines, left: centre - half, right: centre + half };
}

/** The line does not cross a break, behind which values are not comparable. */
function drawValues(
  sheet: Sheet,
  spots: readonly Spot[],
  bottom: number,
  isParted: (before: Value, after: Value) => boolean,
  words: Words,
): void {
  const d = spots
    .map((spot, index) => {
      const before = spots[index - 1];
      const begins = before === undefined || isParted(before, spot);
      return `${begins ? 'M' : 'L'}${short(spot.x)} ${short(spot.y)}`;
    })
    .join('');
  sheet.path(d, { fill: 'none', stroke: ink.structure, 'stroke-width': 1.5 });
  const named = namedInCaption(spots);
  for (const spot of spots) {
    const { x, y, left, right, date } = spot;
    if (spots.length > MAX_DOTS && !named.has(spot)) continue;
    if (right - left > 12)
      sheet.line(left + 1, y, right - 1, y, {
        stroke: ink.structure,
        'stroke-width': 3,
        'stroke-opacity': 0.35,
      });
    const fill = isVague(date) ? ink.paper : ink.structure;
    sheet.add('circle', { cx: x, cy: y, r: 3.5, fill, stroke: ink.structure, 'stroke-width': 1.5 });
  }
  const dots = spots.length > MAX_DOTS ? [...named] : spots;
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  // Keeps figures off the line.
  if (spots.length > MAX_NAMED) taken.push(...alongLine(spots));
  for (const { x, y, value } of spots.length > MAX_NAMED ? named : spots) {
    const text = words.number(value);
    const half = widthOf(text, face.smallBold) / 2;
    const centre = Math.min(x, WIDTH - half);
    const found = [y - 9, y + 17, y - 22, y + 30, y - 34, y + 42]
      .map((base) => ({
        base,
        box: { left: centre - half, right: centre + half, top: base - ASCENT, bottom: base + 3 },
      }))
      .find(
        ({ box }) =>
          box.top > HEAD - 16 && box.bottom < bottom && !taken.some((other) => overlap(box, other, 1)),
      );
    if (found === undefined) continue;
    taken.push(found.box);
    sheet.text(centre, found.base, text, { face: face.smallBold, anchor: 'middle', halo: true });
  }
}

/** The values that the caption names: the first, last, highest and lowest, from left to right. */
function namedInCaption(spots: readonly Spot[]): ReadonlySet<Spot> {
  const [first] = spots;
  const last = spots.at(-1);
  if (first === undefined || last === undefined) return new Set();
  const highest = spots.reduce((best, next) => (next.value > best.value ? next : best));
  const lowest = spots.reduce((best, next) => (next.value < best.value ? next : best));
  return new Set([first, last, highest, lowest].toSorted((a, b) => a.x - b.x));
}

/** Boxes around the line between the values. */
function alongLine(spots: readonly Spot[]): Box[] {
  return spots.slice(1).flatMap((to, index) => {
    const from = spots[index] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: steps + 1 }, (_, step): Box => {
      const [x, y] = [from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps];
      return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 };
    });
  });
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}

function itemText({ date, value }: Value, words: Words): string {
  return words.text('figure.with-detail', { what: words.number(value), detail: words.date(date) });
}

/** Most values dated that share the highest place. */
const MAX_PEAKS = 3;

/** How the last value stands to the first, and the highest if it is neither. */
function captionOf({ trend, values }: Series, isBroken: boolean, words: Words): string {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return unitOf(trend);
  // Values before and after a break cannot be compared.
  if (isBroken) return words.text('trend.caption', { what: subjectOf(trend, words) });
  const highest = values.reduce((best, next) => (next.value > best.value ? next : best));
  const lowest = values.reduce((least, next) => (next.value < least.value ? next : least));
  // What is declared steady varies within what chance would do, and is not called a rise or a fall.
  if (trend.direction === 'steady' && lowest.value < highest.value)
    return words.text('figure.trend.steady', {
      what: subjectOf(trend, words),
      lowest: words.number(lowest.value),
      highest: words.number(highest.value),
    });
  const way = Math.sign(last.value - first.value);
  const phrase = way > 0 ? 'figure.trend.up' : way < 0 ? 'figure.trend.down' : 'figure.trend.level';
  const change = words.text(phrase, {
    what: subjectOf(trend, words),
    first: itemText(first, words),
    last: itemText(last, words),
  });
  if (highest.value <= first.value || highest.value <= last.value) return change;
  const dates = values.filter(({ value }) => value === highest.value).map(({ date }) => words.date(date));
  const what = words.number(highest.value);
  const peak =
    dates.length > MAX_PEAKS ? what : words.text('figure.with-detail', { what, detail: words.list(dates) });
  return words.text('figure.trend.peak', { change, highest: peak });
}

/** Whether a break may lie behind the first value and before the end of the last; without a date it may. */
function isBetween(at: EdtfDate | undefined, first: Value, last: Value): boolean {
  const { from, to } = at ? spanOf(at) : { from: undefined, to: undefined };
  return (to ?? Number.POSITIVE_INFINITY) > first.to && (from ?? Number.NEGATIVE_INFINITY) <= last.to;
}

/** What is counted, without the unit, which heads the axis: "Armed groups in Dagestan, people killed". */
function subjectOf({ subject, measure }: TrendView, words: Words): string {
  return measure === undefined ? subject : `${subject}${words.text('list.comma')}${measure}`;
}
