import type { LikelihoodView } from '../derive/analysis/likelihood.ts';
import type { JudgmentView } from '../derive/entities/judgments.ts';
import type { LikelihoodScale } from '../model/conventions/conventions.ts';
import type { Brief, Drawing } from './figure.ts';
import { drawAxis, drawTicks, type PercentAxis, percentAxis } from './kit/band-axis.ts';
import { confidenceBar, shareOf } from './kit/marks.ts';
import { widthOf, wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

type Placed = JudgmentView & { readonly likelihood: LikelihoodView };

/** Columns from the start of the line: number, statement, axis, confidence. */
const STATEMENT = { at: 18, width: 292 };
const CONFIDENCE = { width: 84 };
const AXIS_WIDTH = WIDTH - STATEMENT.at - STATEMENT.width - CONFIDENCE.width - 32;
const BAR = 12;
const PADDING = 4;
/** Height of the column headers. */
const HEAD = 22;
/** Height of the ticks below the rows. */
const FOOT = 22;
/** Fewest and most judgments drawn: fewer are clearer in words; more would fill a first page. */
const FEWEST = 3;
const MOST = 16;
/** Between a bar and the term beside it. */
const GAP = 6;

/**
 * Key judgments on an axis from 0 to 100 %, each with its term beside the bar; stripes are the bands of the
 * scale. Confidence is shown by the fill of the bar (full, hatched, empty), by dots and by its word. Needs
 * three key judgments with a likelihood, and at most sixteen.
 */
export function drawJudgments({ view, words }: Brief): Drawing | undefined {
  const placed = view.judgments.key.filter(
    (judgment): judgment is Placed => judgment.likelihood !== undefined,
  );
  if (placed.length < FEWEST || placed.length > MOST) return undefined;
  const sheet = new Sheet(view.direction);
  const axis = percentAxis(sheet.left(STATEMENT.at + STATEMENT.width + 16, AXIS_WIDTH), AXIS_WIDTH);
  const rows = rowsOf(placed, TALLEST - HEAD - FOOT, words);
  const bottom = drawRows(sheet, axis, view.scale, rows, words);
  drawTicks(sheet, axis, bottom, words);
  const caption = captionOf(placed, words);
  const alt = altOf(placed, words);
  return {
    svg: sheet.svg(bottom + FOOT, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [
        words.text('judgment.column.number'),
        words.text('judgment.column.judgment'),
        words.text('judgment.likelihood'),
        words.text('judgment.confidence'),
      ],
      rows: placed.map((judgment) => [
        String(judgment.number),
        words.plain(judgment.statement),
        likelihoodText(judgment.likelihood, words),
        confidenceText(judgment, words),
      ]),
    },
  };
}

interface Row {
  readonly judgment: Placed;
  readonly lines: readonly string[];
  readonly height: number;
}

/** As many lines of each statement as fit; the judgment itself has it in full. */
function rowsOf(placed: readonly Placed[], room: number, words: Words): Row[] {
  const statements = placed.map(({ statement }) => words.plain(statement));
  let most = 7;
  for (;;) {
    const rows = placed.map((judgment, index) => {
      const lines = wrap(statements[index] ?? '', STATEMENT.width, face.small, most);
      return { judgment, lines, height: Math.max(lines.length * LEADING, BAR) + 2 * PADDING };
    });
    if (most === 1 || rows.reduce((sum, { height }) => sum + height, 0) <= room) return rows;
    most -= 1;
  }
}

function drawRows(
  sheet: Sheet,
  axis: PercentAxis,
  scale: LikelihoodScale,
  rows: readonly Row[],
  words: Words,
): number {
  const bottom = rows.reduce((sum, { height }) => sum + height, HEAD);
  drawAxis(sheet, axis, scale, { top: HEAD, bottom });
  const even = axis.at(50);
  sheet.line(even, HEAD, even, bottom, { stroke: ink.middle, 'stroke-dasharray': '2 2' });
  const confidenceAt = WIDTH - CONFIDENCE.width;
  const head = { face: face.smallBold, fill: ink.structure };
  sheet.text(axis.left, HEAD - 8, words.text('judgment.likelihood'), {
    ...head,
    anchor: sheet.anchor('left'),
  });
  sheet.text(sheet.x(confidenceAt), HEAD - 8, words.text('judgment.confidence'), head);
  let y = HEAD;
  for (const [index, { judgment, lines, height }] of rows.entries()) {
    if (index > 0) sheet.line(0, y, WIDTH, y);
    const middle = y + height / 2;
    const first = middle - (lines.length * LEADING) / 2 + ASCENT;
    sheet.text(sheet.x(0), first, words.number(judgment.number), { face: face.bold, fill: ink.accent });
    sheet.text(sheet.x(STATEMENT.at), first, lines, { face: face.small });
    drawBar(sheet, axis, middle, judgment, words);
    drawConfidence(sheet, confidenceAt, middle, judgment, words);
    y += height;
  }
  return bottom;
}

/** The bar, and its term on the side with more room; on two lines if it is too long for one. */
function drawBar(sheet: Sheet, axis: PercentAxis, middle: number, judgment: Placed, words: Words): void {
  const { low, high } = judgment.likelihood;
  const width = Math.max(3, axis.at(high) - axis.at(low));
  const x = Math.min(axis.at(low), axis.left + axis.width - width);
  confidenceBar(
    sheet,
    { x, y: middle - BAR / 2, width, height: BAR },
    shareOf(judgment.confidence?.level, words),
  );
  const before = x - axis.left;
  const after = axis.left + axis.width - x - width;
  const room = Math.max(before, after) - GAP - 2;
  // A long term beside a bar in the middle has no room: then its figures, and without room for these, nothing.
  const { term } = judgment.likelihood;
  const lines = [
    ...(term === undefined ? [] : [words.term(judgment.likelihood)]),
    words.band(judgment.likelihood),
  ]
    .map((text) => wrap(text, room, face.small, 2))
    .find((wrapped) => !wrapped.some((line) => line.endsWith('…') || widthOf(line, face.small) > room));
  if (lines === undefined) return;
  const first = middle - (lines.length * LEADING) / 2 + ASCENT;
  const at = after >= before ? x + width + GAP : x - GAP;
  sheet.text(at, first, lines, {
    face: face.small,
    fill: ink.structure,
    anchor: sheet.anchor(after >= before ? 'left' : 'right'),
    halo: true,
  });
}

/** One dot for each level reached, and the word. */
function drawConfidence(
  sheet: Sheet,
  at: number,
  middle: number,
  { confidence }: Placed,
  words: Words,
): void {
  if (confidence === undefined) return;
  // More than three dots are squeezed into the width of three.
  const squeezed = Math.min(1, 3 / words.levels.length);
  const reached = words.levels.indexOf(confidence.level);
  for (const index of words.levels.keys()) {
    const fill = index <= reached ? ink.structure : ink.paper;
    sheet.add('circle', {
      cx: sheet.x(at + 3.5 + index * 8 * squeezed),
      cy: middle,
      r: 2.75 * squeezed,
      fill,
      stroke: ink.structure,
    });
  }
  sheet.text(sheet.x(at + 27), middle + 4, words.label('confidence', confidence.level), { face: face.small });
}

function likelihoodText(likelihood: LikelihoodView, words: Words): string {
  return words.text('figure.with-detail', { what: words.term(likelihood), detail: words.band(likelihood) });
}

function confidenceText({ confidence }: JudgmentView, words: Words): string {
  return confidence === undefined ? words.text('figure.none') : words.label('confidence', confidence.level);
}

/** Likelihood and confidence are not combined in one sentence (ICD 203 D.6.e(2)(b)). */
function captionOf(placed: readonly Placed[], words: Words): string {
  const all = placed.length;
  const likely = placed.filter(({ likelihood }) => likelihood.low >= 50 && likelihood.high > 50).length;
  const unlikely = placed.filter(({ likelihood }) => likelihood.high <= 50 && likelihood.low < 50).length;
  const sure = placed.filter(({ confidence }) => confidence?.level === words.levels.at(-1)).length;
  const first =
    likely >= unlikely
      ? words.text('figure.judgments.likely', { count: likely, all })
      : words.text('figure.judgments.unlikely', { count: unlikely, all });
  const second =
    sure === 0
      ? words.text('figure.judgments.none-sure')
      : words.text('figure.judgments.sure', { count: sure, all });
  return words.text('figure.two-sentences', { first, second });
}

function altOf(placed: readonly Placed[], words: Words): string {
  const items = placed.map((judgment) =>
    words.text('figure.judgments.alt-item', {
      number: judgment.number,
      likelihood: likelihoodText(judgment.likelihood, words),
      confidence: confidenceText(judgment, words),
    }),
  );
  return words.text('figure.judgments.alt', { items: items.join(words.text('list.semicolon')) });
}
