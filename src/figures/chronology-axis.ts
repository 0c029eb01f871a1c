import type { IncidentView } from '../derive/entities/incidents.ts';
import type { EdtfDate } from '../model/edtf.ts';
import { wrap } from './kit/measure.ts';
import { face, ink, LEADING, type Sheet } from './kit/sheet.ts';
import { isDay, spanOf, type TimeAxis, timeAxis } from './kit/time-axis.ts';
import type { Words } from './kit/words.ts';
import { type BarKind, drawBar } from './outcomes.ts';

export type Dated = IncidentView & { readonly date: EdtfDate };

/** A row as the axis sees it: its incident and its height. */
interface Row {
  readonly incident: Dated;
  readonly height: number;
}

interface Place {
  readonly top: number;
  readonly bottom: number;
  /** Where the rows begin, from the start of the line. */
  readonly mark: number;
  readonly cutOff: EdtfDate;
}

/** From the start of the line: the end of the dates, the bars of lasting incidents, the axis. */
const TICKS = 52;
const AXIS = 76;
const LANE = 5;
const LANES = 4;
/** From the top of a row to the middle of its mark. */
export const ROW_MARK = 11.5;

/**
 * Whether an incident has a place on the axis: where it begins or, without a known beginning, where it ends.
 */
export function hasBeginning(incident: IncidentView): incident is Dated {
  return (incident.date?.earliest ?? incident.date?.latest) !== undefined;
}

export function momentOf({ date }: Dated): number {
  const { from, to } = spanOf(date);
  return from ?? to ?? 0;
}

/**
 * A time axis down the page, a bar beside it for each incident longer than a day, and a line from each
 * beginning to its row: both are sorted, so no two lines cross. Returns the kinds of bars drawn.
 */
export function drawTime(
  sheet: Sheet,
  rows: readonly Row[],
  place: Place,
  words: Words,
): ReadonlySet<BarKind> {
  const { top, bottom, mark } = place;
  const moments = rows.map(({ incident }) => momentOf(incident));
  const last = Math.max(lastMoment(rows, place.cutOff), ...moments);
  const ticks = Math.min(8, (bottom - top) / 40);
  const axis = timeAxis(Math.min(...moments), last, [top + 10, bottom - 10], ticks, 2 * LEADING + 5, words);
  drawTicks(sheet, axis, top, bottom);
  const x = sheet.x(AXIS);
  let y = top;
  for (const [index, { height }] of rows.entries()) {
    const at = axis.at(moments[index] ?? last);
    const middle = y + ROW_MARK;
    sheet.path(
      `M${x} ${short(at)}L${sheet.x(mark - 8)} ${short(middle)}L${sheet.x(mark - 2)} ${short(middle)}`,
      {
        stroke: ink.middle,
        fill: 'none',
        'stroke-width': 0.75,
      },
    );
    sheet.add('circle', { cx: x, cy: at, r: 2.5, fill: ink.structure });
    y += height;
  }
  return drawBars(sheet, axis, rows, last);
}

function drawTicks(sheet: Sheet, axis: TimeAxis, top: number, bottom: number): void {
  const x = sheet.x(AXIS);
  sheet.line(x, top + 4, x, bottom - 4, { stroke: ink.structure });
  for (const { at, text } of axis.ticks) {
    sheet.line(sheet.x(TICKS + 2), at, x, at, { stroke: ink.light });
    const lines = wrap(text, TICKS, face.small);
    const first = at + 4 - ((lines.length - 1) * LEADING) / 2;
    sheet.text(sheet.x(TICKS), first, lines, { face: face.small, fill: ink.grey, anchor: 'end' });
  }
}

/** Overlapping bars stand side by side, the first nearest to the axis; beyond the last lane they overlap. */
function drawBars(sheet: Sheet, axis: TimeAxis, rows: readonly Row[], last: number): ReadonlySet<BarKind> {
  const kinds = new Set<BarKind>();
  const ends: number[] = [];
  for (const { incident } of rows) {
    const { from, to } = spanOf(incident.date);
    if (from === undefined || isDay(incident.date)) continue;
    const start = axis.at(from);
    const end = axis.at(Math.max(from, Math.min(to ?? last, last)));
    if (end - start < 5) continue;
    const free = ends.findIndex((other) => other + 3 < start);
    const lane = free >= 0 ? free : Math.min(ends.length, LANES - 1);
    ends[lane] = Math.max(end, ends[lane] ?? 0);
    // A plain date says in which month or year something happened; an interval says how long it lasted.
    const kind = incident.date.kind === 'date' && incident.outcome !== 'ongoing' ? 'within' : 'lasted';
    kinds.add(kind);
    drawBar(sheet, sheet.x(AXIS - 6 - lane * LANE), start, end - start, kind);
  }
  return kinds;
}

/** The axis ends with the last day of any incident, but not after the information cut-off. */
function lastMoment(rows: readonly Row[], cutOff: EdtfDate): number {
  const known = spanOf(cutOff).to;
  const ends = rows.map(({ incident }) => spanOf(incident.date).to ?? known ?? momentOf(incident));
  return Math.min(Math.max(...ends), known ?? Number.POSITIVE_INFINITY);
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
