import type { HistoryView, JudgmentHistoryView, JudgmentState } from '../derive/analysis/history.ts';
import type { Drawing } from './figure.ts';
import { confidenceBar, shareOf } from './kit/marks.ts';
import { widthOf, wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import { spanOf, timeAxis } from './kit/time-axis.ts';
import type { Words } from './kit/words.ts';

/**
 * Columns from the start of the line: number, statement, axis, current state. Time runs from left to right in
 * every language, and the current state belongs at its end: in right-to-left text, that column comes before the
 * axis.
 */
const STATEMENT = { at: 20, width: 168 };
const NOW = 92;
const TICKS = 34;
/** Where the columns after the statement begin. */
const BEHIND = STATEMENT.at + STATEMENT.width + 14;
const PLOT = WIDTH - BEHIND - NOW - TICKS;
const PANEL = 62;
const APART = 16;
const FOOT = 58;
const TOP = 8;
/** Length of the last edition on the axis, and the least distance between two. */
const LAST = 26;
const LEAST = 12;

interface Shown {
  readonly judgment: JudgmentHistoryView;
  readonly top: number;
}

/**
 * The band of each judgment over its editions, in one panel each from 0 to 100 %: a bar as high as the band,
 * from the date of the edition to that of the next. The fill shows confidence (full, hatched, empty).
 */
export function drawHistory(view: HistoryView, direction: 'ltr' | 'rtl', words: Words): Drawing {
  const sheet = new Sheet(direction);
  const left = sheet.left(axisAt(sheet), PLOT);
  const places = placesOf(view, left, words);
  const shown = chosen(view.judgments).map((judgment, index) => ({
    judgment,
    top: TOP + index * (PANEL + APART),
  }));
  const bottom = TOP + shown.length * (PANEL + APART) - APART;
  for (const x of places) {
    sheet.line(x, TOP, x, bottom + 5, { stroke: ink.middle, 'stroke-dasharray': '1 3' });
  }
  for (const panel of shown) drawPanel(sheet, panel, places, left, words);
  drawDates(sheet, view, places, bottom, words);
  drawKey(sheet, bottom + FOOT - 8, view, words);
  const caption = captionOf(view, words);
  const alt = altOf(view, words);
  return {
    svg: sheet.svg(bottom + FOOT, caption, alt),
    alt,
    caption,
    source: undefined,
    table: tableOf(view, words),
  };
}

/** Where the axis begins, from the start of the line. */
function axisAt({ isRtl }: Sheet): number {
  return BEHIND + (isRtl ? NOW : TICKS);
}

/** As many as fit: those that moved, then key judgments; sorted by number. */
function chosen(judgments: readonly JudgmentHistoryView[]): JudgmentHistoryView[] {
  const most = Math.floor((TALLEST - TOP - FOOT + APART) / (PANEL + APART));
  const rank = (one: JudgmentHistoryView) => (hasMoved(one) ? 0 : one.key ? 1 : 2);
  return judgments
    .toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)
    .slice(0, most)
    .sort((a, b) => a.number - b.number);
}

/** Where each edition begins; the last position is the end of the axis. */
function placesOf({ editions }: HistoryView, left: number, words: Words): number[] {
  const days = editions.map(({ asOf }) => {
    const { from, to } = spanOf(asOf);
    return to ?? from ?? 0;
  });
  const axis = timeAxis(Math.min(...days), Math.max(...days), [left, left + PLOT - LAST], 2, 1, words);
  const places: number[] = [];
  for (const day of days) {
    const before = places.at(-1);
    places.push(before === undefined ? axis.at(day) : Math.max(axis.at(day), before + LEAST));
  }
  // Editions close together at the end are moved back from the edge.
  for (let index = places.length - 1, most = left + PLOT - LAST; index >= 0; index -= 1, most -= LEAST) {
    places[index] = Math.min(places[index] ?? most, most);
  }
  return places;
}

function drawPanel(
  sheet: Sheet,
  { judgment, top }: Shown,
  places: readonly number[],
  left: number,
  words: Words,
): void {
  const lines = wrap(words.plain(judgment.statement), STATEMENT.width, face.small, 4);
  const first = top + ASCENT;
  sheet.text(sheet.x(0), first, words.number(judgment.number), { face: face.bold, fill: ink.accent });
  sheet.text(sheet.x(STATEMENT.at), first, lines, { face: face.small });
  const at = (percent: number) => top + PANEL - (percent * PANEL) / 100;
  for (const percent of [0, 50, 100]) {
    sheet.line(left, at(percent), left + PLOT, at(percent), {
      stroke: percent === 50 ? ink.light : ink.middle,
    });
    const band = { low: percent, high: percent, approximate: false };
    const anchor = sheet.anchor('right');
    sheet.text(left - 6, at(percent) + 4, percent === 50 ? words.number(50) : words.band(band), {
      face: face.small,
      fill: ink.grey,
      anchor,
    });
  }
  for (const { index, until, state } of stretches(judgment)) {
    if (!state.likelihood) continue;
    const { low, high } = state.likelihood;
    const x = places[index] ?? left;
    const end = places[until] ?? left + PLOT;
    const height = Math.max(3, at(low) - at(high));
    const y = Math.min(at(high), top + PANEL - height);
    confidenceBar(sheet, { x, y, width: end - x, height }, shareOf(state.confidence, words));
  }
  const now = judgment.states.at(-1);
  const stands = now ? stateLines(now, words) : [words.text('figure.history.gone')];
  const middle = top + PANEL / 2 - (stands.length * LEADING) / 2 + ASCENT;
  const nowAt = sheet.isRtl ? BEHIND : WIDTH - NOW + 4;
  sheet.text(sheet.x(nowAt), middle, stands, { face: face.small });
}

/** A judgment in the last edition: its term, then its confidence. */
function stateLines({ likelihood, confidence }: JudgmentState, words: Words): string[] {
  return [
    ...(likelihood ? wrap(termText(likelihood, words), NOW - 4, face.small, 2) : []),
    ...(likelihood ? [words.band(likelihood)] : []),
    ...(confidence
      ? wrap(
          words.text('changes.confidence', { level: words.label('confidence', confidence) }),
          NOW - 4,
          face.small,
          2,
        )
      : []),
  ];
}

function termText({ term }: NonNullable<JudgmentState['likelihood']>, words: Words): string {
  return term === null ? words.text('likelihood.no-term') : words.label('term', term);
}

/** The dates of editions that have room for it: the last and the first take precedence. */
function drawDates(
  sheet: Sheet,
  { editions }: HistoryView,
  places: readonly number[],
  bottom: number,
  words: Words,
): void {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const order = [editions.length - 1, 0, ...editions.keys()];
  for (const index of new Set(order)) {
    const edition = editions[index];
    const x = places[index];
    if (edition === undefined || x === undefined) continue;
    const lines = dateLines(words.date(edition.asOf));
    const half = Math.max(...lines.map((line) => widthOf(line, face.small))) / 2;
    const centre = Math.min(Math.max(x, half), WIDTH - half);
    const box = { from: centre - half - 4, to: centre + half + 4 };
    if (taken.some(({ from, to }) => box.from < to && from < box.to)) continue;
    taken.push(box);
    sheet.line(x, bottom, x, bottom + 6, { stroke: ink.middle });
    sheet.text(centre, bottom + 18, lines, { face: face.small, fill: ink.grey, anchor: 'middle' });
  }
}

/** Breaks a date into two lines, wider if needed. */
function dateLines(text: string): string[] {
  const narrow = wrap(text, 70, face.small, 2);
  return narrow.at(-1)?.endsWith('…') ? wrap(text, 150, face.small, 2) : narrow;
}

/** The key to the fills that are used. */
function drawKey(sheet: Sheet, base: number, { judgments }: HistoryView, words: Words): void {
  const used = new Set(judgments.flatMap(({ states }) => states.map((state) => state?.confidence)));
  let at = axisAt(sheet);
  const label = words.text('judgment.confidence');
  sheet.text(sheet.x(at), base, label, { face: face.smallBold, fill: ink.structure });
  at += widthOf(label, face.smallBold) + 12;
  for (const level of words.levels.toReversed().filter((one) => used.has(one))) {
    const text = words.label('confidence', level);
    confidenceBar(
      sheet,
      { x: sheet.left(at, 18), y: base - 9, width: 18, height: 10 },
      shareOf(level, words),
    );
    sheet.text(sheet.x(at + 23), base, text, { face: face.small });
    at += 23 + widthOf(text, face.small) + 14;
  }
}

function hasMoved({ states }: JudgmentHistoryView): boolean {
  const bands = states.flatMap((state) =>
    state?.likelihood ? `${state.likelihood.low}–${state.likelihood.high}` : [],
  );
  return new Set(bands).size > 1;
}

function captionOf({ editions, judgments }: HistoryView, words: Words): string {
  const [first, last] = [editions[0], editions.at(-1)];
  const span = {
    first: first ? words.date(first.asOf) : '',
    last: last ? words.date(last.asOf) : '',
  };
  const moved = judgments.filter(hasMoved).length;
  if (moved === 0) return words.text('figure.history.steady', { count: judgments.length, ...span });
  return words.text('figure.history.moved', { count: moved, all: judgments.length, ...span });
}

/** The state of a judgment from one edition until, not including, another. */
interface Stretch {
  readonly index: number;
  until: number;
  readonly state: JudgmentState;
}

/** A judgment's state when it was first made, and each time it changed. */
function stretches({ states }: JudgmentHistoryView): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [index, state] of states.entries()) {
    const last = found.at(-1);
    if (!state) continue;
    if (last?.until === index && JSON.stringify(last.state) === JSON.stringify(state)) last.until = index + 1;
    else found.push({ index, until: index + 1, state });
  }
  return found;
}

function altOf(view: HistoryView, words: Words): string {
  return view.judgments
    .map((judgment) => {
      const items = stretches(judgment).map(({ index, state }) =>
        words.text('figure.with-detail', {
          what: state.likelihood ? termText(state.likelihood, words) : words.text('figure.none'),
          detail: dateOf(view, index, words),
        }),
      );
      return words.text('figure.history.judgment', {
        number: judgment.number,
        items: items.join(words.text('list.semicolon')),
      });
    })
    .join(' ');
}

function dateOf({ editions }: HistoryView, index: number, words: Words): string {
  const edition = editions[index];
  return edition ? words.date(edition.asOf) : '';
}

function tableOf(view: HistoryView, words: Words): Drawing['table'] {
  return {
    head: [
      words.text('judgment.column.number'),
      words.text('judgment.column.judgment'),
      words.text('figure.history.cut-off'),
      words.text('judgment.likelihood'),
      words.text('judgment.confidence'),
    ],
    rows: view.judgments.flatMap((judgment) =>
      stretches(judgment).map(({ index, state: { likelihood, confidence } }, step) => [
        String(judgment.number),
        step === 0 ? words.plain(judgment.statement) : '',
        dateOf(view, index, words),
        likelihood
          ? words.text('figure.with-detail', {
              what: termText(likelihood, words),
              detail: words.band(likelihood),
            })
          : words.text('figure.none'),
        confidence ? words.label('confidence', confidence) : words.text('figure.none'),
      ]),
    ),
  };
}
