import type { Counted, IncidentView, QuantityView } from '../derive/entities/incidents.ts';
import { type Dated, drawTime, hasBeginning, momentOf, ROW_MARK } from './chronology-axis.ts';
import type { Brief, Drawing } from './figure.ts';
import { wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';
import { drawOutcome, drawOutcomeKey, TOGETHER } from './outcomes.ts';

/** From the start of the line: the time axis, the connecting lines, the rows, the casualties at the end. */
const ROWS = 116;
const TEXT = ROWS + 16;
const CASUALTIES = 62;
const COUNTED: readonly Counted[] = ['killed', 'injured'];
const PADDING = 5;
const FOOT = 26;
/**
 * In pixels: a dozen incidents. A taller figure leaves half a page white before it; the list below has them
 * all.
 */
const TALL = 520;
/** Of two incidents their dates say as much. */
const FEWEST = 3;

/**
 * Incidents on a time axis that runs down the page, each with a row of its own: a mark for the outcome, title,
 * date, place and casualties. Lines connect the axis with the rows, so that incidents within days of each other
 * stay apart. Needs three incidents with a date; if there are too many for a page, the deadliest and the latest
 * are kept.
 */
export function drawChronology({ view, words }: Brief): Drawing | undefined {
  const dated = view.chronology.filter(hasBeginning);
  if (dated.length < FEWEST) return undefined;
  const counted = COUNTED.filter((kind) => dated.some((incident) => quantityOf(incident, kind)));
  const rows = fittingRows(dated, counted, words);
  const sheet = new Sheet(view.direction);
  const top = counted.length > 0 ? 22 : 4;
  drawHeads(sheet, counted, words);
  const bottom = drawRows(sheet, top, rows, counted);
  const shown = rows.map(({ incident }) => incident);
  const bars = drawTime(sheet, rows, { top, bottom, mark: ROWS, cutOff: view.asOf }, words);
  const together = shown.some((incident) => counted.some((kind) => isShared(incident, kind)));
  drawOutcomeKey(sheet, ROWS, bottom + FOOT - 6, { incidents: shown, bars, together }, words);
  const caption = captionOf(dated, shown, words);
  const alt = words.text('figure.chronology.alt', {
    items: words.opening(
      shown.map((incident) => itemText(incident, words)).join(words.text('list.semicolon')),
    ),
  });
  return {
    svg: sheet.svg(bottom + FOOT, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [
        words.text('chronology.column.date'),
        words.text('chronology.column.incident'),
        words.text('figure.column.place'),
        words.text('figure.column.outcome'),
        ...counted.map((kind) => headOf(kind, words)),
      ],
      rows: view.chronology.map((incident) => [
        incident.date ? words.date(incident.date) : words.text('chronology.undated'),
        incident.title,
        incident.place?.name ?? '',
        incident.outcome === undefined
          ? words.text('figure.outcome-unknown')
          : words.label('outcome', incident.outcome),
        ...counted.map((kind) => wholeText(incident, kind, words)),
      ]),
    },
  };
}

/** The incident's figure, marked if reports count it together with others. */
function cellText(incident: IncidentView, counted: Counted, words: Words): string {
  const quantity = quantityOf(incident, counted);
  const mark = isShared(incident, counted) ? [TOGETHER] : [];
  return [...(quantity ? [words.range(quantity)] : []), ...mark].join('\u00a0');
}

/** Whether reports count an incident together with others, in its own figure or in that of one of them. */
function isShared(incident: IncidentView, counted: Counted): boolean {
  return (
    (quantityOf(incident, counted)?.across.length ?? 0) > 0 ||
    incident.countedWith.some(({ what }) => what.some((one) => one.counted === counted))
  );
}

/** The figure, with the titles of the incidents that reports count together with this one. */
function wholeText(incident: IncidentView, counted: Counted, words: Words): string {
  const quantity = quantityOf(incident, counted);
  return quantity === undefined ? '' : withOthers(words.range(quantity), quantity, words);
}

function withOthers(what: string, { across }: QuantityView, words: Words): string {
  return across.length === 0 ? what : words.text('quantity.across', { what, incidents: words.list(across) });
}

function headOf(counted: Counted, words: Words): string {
  return words.text(counted === 'killed' ? 'figure.column.killed' : 'figure.column.injured');
}

interface Row {
  readonly incident: Dated;
  readonly title: readonly string[];
  readonly where: readonly string[];
  readonly casualties: readonly (readonly string[])[];
  readonly height: number;
}

/** All rows if they fit, otherwise with less text in each, otherwise fewer of them. */
function fittingRows(dated: readonly Dated[], counted: readonly Counted[], words: Words): Row[] {
  const width = WIDTH - TEXT - counted.length * (CASUALTIES + 10);
  const room = TALL - FOOT - 22;
  const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);
  for (const most of [3, 2, 1]) {
    const rows = dated.map((incident) => rowOf(incident, counted, width, most, words));
    if (heightOf(rows) <= room) return rows;
  }
  const weighty = dated.toSorted(
    (a, b) => largest(b, 'killed') - largest(a, 'killed') || momentOf(b) - momentOf(a),
  );
  const included = new Set<Dated>();
  let height = 0;
  for (const incident of weighty) {
    height += rowOf(incident, counted, width, 1, words).height;
    if (height > room) break;
    included.add(incident);
  }
  return dated
    .filter((incident) => included.has(incident))
    .map((incident) => rowOf(incident, counted, width, 1, words));
}

function rowOf(incident: Dated, counted: readonly Counted[], width: number, most: number, words: Words): Row {
  const title = wrap(incident.title, width, face.bold, most);
  const where = wrap(
    [words.date(incident.date), incident.place?.name].filter(Boolean).join(' · '),
    width,
    face.small,
    most,
  );
  const casualties = counted.map((kind) => wrap(cellText(incident, kind, words), CASUALTIES, face.bold, 3));
  const lines = Math.max(title.length + where.length, ...casualties.map((cell) => cell.length));
  return { incident, title, where, casualties, height: lines * LEADING + 2 * PADDING };
}

function drawHeads(sheet: Sheet, counted: readonly Counted[], words: Words): void {
  for (const [index, kind] of counted.entries()) {
    const at = WIDTH - (counted.length - index) * (CASUALTIES + 10) + 10;
    sheet.text(sheet.x(at), ASCENT + 2, headOf(kind, words), {
      face: face.smallBold,
      fill: ink.structure,
    });
  }
}

function drawRows(sheet: Sheet, top: number, rows: readonly Row[], counted: readonly Counted[]): number {
  let y = top;
  for (const { incident, title, where, casualties, height } of rows) {
    sheet.line(sheet.x(ROWS), y, sheet.x(WIDTH), y);
    const first = y + PADDING + ASCENT;
    drawOutcome(sheet, sheet.x(ROWS + 5), y + ROW_MARK, incident.outcome);
    sheet.text(sheet.x(TEXT), first, title, { face: face.bold });
    sheet.text(sheet.x(TEXT), first + title.length * LEADING, where, { face: face.small, fill: ink.grey });
    for (const [index, lines] of casualties.entries()) {
      const at = WIDTH - (counted.length - index) * (CASUALTIES + 10) + 10;
      sheet.text(sheet.x(at), first, lines, {
        face: index === 0 && counted[0] === 'killed' ? face.bold : face.body,
      });
    }
    y += height;
  }
  return y;
}

function itemText(incident: Dated, words: Words): string {
  const casualties = COUNTED.flatMap((kind) => quantityOf(incident, kind) ?? []).map((quantity) =>
    casualtyText(quantity, words),
  );
  const outcome = incident.outcome === undefined ? [] : [words.label('outcome', incident.outcome)];
  return [words.date(incident.date), incident.title, ...outcome, ...casualties].join(
    words.text('list.comma'),
  );
}

/** Most years or incidents named that share the first place. */
const MAX_PEAKS = 3;

/** The year in which an incident began, or ended if its beginning is unknown. */
function yearOf({ date }: Dated): string {
  return (date.earliest ?? date.latest ?? '').slice(0, -6);
}

/** Without the leading zeros of an ISO year. */
function yearText(year = ''): string {
  return String(Number(year));
}

/** When most incidents happened, and the worst; a shared first place is called shared. */
function captionOf(dated: readonly Dated[], shown: readonly Dated[], words: Words): string {
  const years = dated.map(yearOf);
  const counts = new Map(years.map((year) => [year, years.filter((other) => other === year).length]));
  const all = dated.length;
  const count = Math.max(...counts.values());
  const peaks = [...counts].flatMap(([year, some]) => (some === count ? yearText(year) : []));
  const [year = ''] = peaks;
  const parts = [
    count === all
      ? words.text('figure.chronology.one-year', { all, year })
      : peaks.length === 1
        ? words.text('figure.chronology.peak', { count, all, year })
        : peaks.length <= MAX_PEAKS && count > 1
          ? words.text('figure.chronology.peak-tie', { count, all, years: words.list(peaks) })
          : words.text('figure.chronology.span', {
              count: all,
              first: yearText(years.at(0)),
              last: yearText(years.at(-1)),
            }),
  ];
  const most = Math.max(...dated.map((incident) => largest(incident, 'killed')));
  // One without a toll may be deadlier than all others, unless it came to nothing.
  const isCounted = dated.every(
    (incident) =>
      incident.outcome === 'failed' ||
      incident.outcome === 'foiled' ||
      quantityOf(incident, 'killed') !== undefined ||
      isShared(incident, 'killed'),
  );
  const deadliest =
    isCounted && most > largestShared(dated)
      ? dated.filter((incident) => largest(incident, 'killed') === most)
      : [];
  const named = deadliest.map((incident) => {
    const toll = ownOf(incident, 'killed');
    return { title: incident.title, toll: toll === undefined ? '' : casualtyText(toll, words) };
  });
  const [only] = named;
  if (only && named.length === 1) parts.push(words.text('figure.chronology.deadliest', only));
  else if (named.length > 1 && named.length <= MAX_PEAKS) {
    const titles = named.map(({ title, toll }) =>
      words.text('figure.with-detail', { what: title, detail: toll }),
    );
    parts.push(words.text('figure.chronology.deadliest-tie', { titles: words.list(titles) }));
  }
  if (shown.length < all) parts.push(words.text('figure.chronology.shown', { shown: shown.length, all }));
  return parts.join(words.text('list.semicolon'));
}

/** A count of an incident, if it has one. */
function quantityOf(incident: IncidentView, counted: Counted): QuantityView | undefined {
  return incident.quantities.find((quantity) => quantity.counted === counted);
}

/** A count of this incident alone. */
function ownOf(incident: IncidentView, counted: Counted): QuantityView | undefined {
  const quantity = quantityOf(incident, counted);
  return quantity?.across.length === 0 ? quantity : undefined;
}

/** The range of the reports, with what is counted: "133 to 145 killed". */
function casualtyText(quantity: QuantityView, words: Words): string {
  const toll = words.text(`quantity.${quantity.counted}`, { figure: words.range(quantity) });
  return withOthers(toll, quantity, words);
}

/** The largest figure in any report on the incident alone; 0 without reports. */
function largest(incident: IncidentView, counted: Counted): number {
  return ownOf(incident, counted)?.highest ?? 0;
}

/**
 * The largest number killed in several incidents together: one of them may be deadlier than any with its own
 * count.
 */
function largestShared(incidents: readonly IncidentView[]): number {
  const shared = incidents.flatMap((incident) => {
    const quantity = quantityOf(incident, 'killed');
    return quantity && quantity.across.length > 0 ? [quantity.highest] : [];
  });
  return Math.max(0, ...shared);
}
