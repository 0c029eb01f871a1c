import { scaleLinear } from 'd3-scale';
import type { IncidentView, QuantityView, ReportView } from '../derive/entities/incidents.ts';
import { compareMiddles } from '../model/date-order.ts';
import type { Brief, Drawing } from './figure.ts';
import { widthOf, wrap } from './kit/measure.ts';
import { drawReport, type Ends, endsOf } from './kit/report-mark.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

/** From the start of the line: when, by whom, and the axis. */
const DATE = { at: 0, width: 82 };
const BY = { at: 92, width: 150 };
const AXIS_WIDTH = WIDTH - BY.at - BY.width - 54;
const PADDING = 5;
const HEAD = 22;
const FOOT = 22;

interface Disputed {
  readonly incident: IncidentView;
  readonly quantity: QuantityView;
}

/**
 * The count on which reports differ most: one row for each report, from the earliest, with the figure on an
 * axis. A dot is a figure, an empty dot an estimate, a bar a range, an arrow an open end. Needs a count with
 * two different reports.
 */
export function drawQuantity({ view, words }: Brief): Drawing | undefined {
  const found = mostDisputed(view.chronology);
  if (found === undefined) return undefined;
  const { incident, quantity } = found;
  const reports = quantity.reports.toSorted((a, b) => compareMiddles(a.asOf, b.asOf));
  const rows = fittingRows(reports, words);
  const sheet = new Sheet(view.direction);
  drawHeads(sheet, words);
  const bottom = drawRows(sheet, rows, words);
  const caption = captionOf(found, quantity.reports.length - rows.length, words);
  const alt = words.text('figure.quantity.alt', {
    incident: incident.title,
    counted: words.label('count', quantity.counted),
    items: rows.map(({ report }) => itemText(report, words)).join(words.text('list.semicolon')),
  });
  return {
    svg: sheet.svg(bottom + FOOT, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [
        words.text('reports.column.as-of'),
        words.text('reports.column.by'),
        words.text('reports.column.figure'),
      ],
      rows: reports.map((report) => [
        dateText(report, words),
        byText(report, words),
        words.count(report.report),
      ]),
    },
  };
}

/** The count with the most different figures; among equals, the one with the widest range. */
function mostDisputed(incidents: readonly IncidentView[]): Disputed | undefined {
  const all = incidents.flatMap((incident) =>
    incident.quantities.filter(({ disputed }) => disputed).map((quantity) => ({ incident, quantity })),
  );
  const different = ({ reports }: QuantityView) =>
    new Set(reports.map(({ report }) => JSON.stringify(endsOf(report)))).size;
  const spread = ({ min, highest }: QuantityView) => (highest - min) / Math.max(highest, 1);
  return all.toSorted(
    (a, b) =>
      different(b.quantity) - different(a.quantity) ||
      b.quantity.reports.length - a.quantity.reports.length ||
      spread(b.quantity) - spread(a.quantity),
  )[0];
}

function dateText({ asOf }: ReportView, words: Words): string {
  return asOf === undefined ? words.text('chronology.undated') : words.date(asOf);
}

/** Who gave the figure and where it is reported: "governor (TASS 2024)". */
function byText({ by, report }: ReportView, words: Words): string {
  const source = report.source === undefined ? undefined : words.source(report.source);
  if (by === undefined) return source ?? '–';
  return source === undefined ? by.name : `${by.name}${words.text('list.comma')}${source}`;
}

interface Row {
  readonly report: ReportView;
  readonly date: readonly string[];
  readonly by: readonly string[];
  readonly height: number;
}

function fittingRows(reports: readonly ReportView[], words: Words): Row[] {
  const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);
  let rows: Row[] = [];
  for (const most of [4, 3, 2, 1]) {
    rows = reports.map((report) => {
      const date = wrap(dateText(report, words), DATE.width, face.small, most);
      const by = wrap(byText(report, words), BY.width, face.small, most);
      return { report, date, by, height: Math.max(date.length, by.length) * LEADING + 2 * PADDING };
    });
    if (heightOf(rows) <= TALLEST - HEAD - FOOT) return rows;
  }
  // Drops the earliest reports.
  while (heightOf(rows) > TALLEST - HEAD - FOOT) rows.shift();
  return rows;
}

function drawHeads(sheet: Sheet, words: Words): void {
  const style = { face: face.smallBold, fill: ink.structure };
  sheet.text(sheet.x(DATE.at), ASCENT + 2, words.text('reports.column.as-of'), style);
  sheet.text(sheet.x(BY.at), ASCENT + 2, words.text('reports.column.by'), style);
}

function drawRows(sheet: Sheet, rows: readonly Row[], words: Words): number {
  const bottom = rows.reduce((sum, { height }) => sum + height, HEAD);
  const left = sheet.left(BY.at + BY.width + 28, AXIS_WIDTH);
  const scale = scaleLinear()
    .domain(domainOf(rows.map(({ report }) => endsOf(report.report))))
    .range([left, left + AXIS_WIDTH]);
  let free = 0;
  const ticks = scale.ticks(5).filter(Number.isInteger);
  const tickText = words.axisNumbers(ticks);
  for (const tick of ticks) {
    sheet.line(scale(tick), HEAD, scale(tick), bottom, { stroke: ink.light });
    const half = widthOf(tickText(tick), face.small) / 2;
    if (scale(tick) - half < free || scale(tick) + half > WIDTH) continue;
    free = scale(tick) + half + 8;
    sheet.text(scale(tick), bottom + 15, tickText(tick), {
      face: face.small,
      fill: ink.grey,
      anchor: 'middle',
    });
  }
  let y = HEAD;
  for (const { report, date, by, height } of rows) {
    sheet.line(0, y, WIDTH, y);
    const lines = Math.max(date.length, by.length);
    const first = y + (height - lines * LEADING) / 2 + ASCENT;
    sheet.text(sheet.x(DATE.at), first, date, { face: face.small });
    sheet.text(sheet.x(BY.at), first, by, { face: face.small });
    const box = { left, right: left + AXIS_WIDTH, middle: y + height / 2 };
    const [from, to] = drawReport(sheet, report.report, scale, box);
    drawFigure(sheet, words.count(report.report), from, to, box);
    y += height;
  }
  sheet.line(0, bottom, WIDTH, bottom, { stroke: ink.middle });
  return bottom;
}

/** The figure in words beside its mark, on the side with room. */
function drawFigure(
  sheet: Sheet,
  text: string,
  from: number,
  to: number,
  { left, right, middle }: { left: number; right: number; middle: number },
): void {
  const width = widthOf(text, face.smallBold);
  const y = middle + 4;
  if (to + 7 + width <= right + 24) {
    sheet.text(to + 7, y, text, { face: face.smallBold, anchor: sheet.anchor('left'), halo: true });
  } else if (from - 7 - width >= left - 24) {
    sheet.text(from - 7, y, text, { face: face.smallBold, anchor: sheet.anchor('right'), halo: true });
  } else {
    sheet.text((from + to) / 2, middle - 7, text, { face: face.smallBold, anchor: 'middle', halo: true });
  }
}

/** From zero unless that squeezes the figures together; otherwise from a little below the smallest. */
function domainOf(ends: readonly Ends[]): [number, number] {
  const all = ends.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((highest - lowest) * 0.12, 1);
  const from = lowest < highest * 0.6 ? 0 : lowest - room;
  return [Math.max(0, from), highest + room];
}

function itemText(report: ReportView, words: Words): string {
  return words.text('figure.with-detail', {
    what: words.count(report.report),
    detail: [byText(report, words), dateText(report, words)].join(words.text('list.comma')),
  });
}

function captionOf({ incident, quantity }: Disputed, left: number, words: Words): string {
  const latest = words.latest(quantity);
  const parts = [
    words.text(latest === undefined ? 'figure.quantity.undated' : 'figure.quantity.range', {
      incident: incident.title,
      counted: words.label('count', quantity.counted),
      count: quantity.reports.length,
      range: words.range(quantity),
      latest: latest ?? '',
    }),
  ];
  if (left > 0) parts.push(words.text('figure.left-out', { count: left }));
  return parts.join(words.text('list.semicolon'));
}
