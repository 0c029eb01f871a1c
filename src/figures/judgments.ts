import type { LikelihoodView } from '../derive/analysis/likelihood.ts';
import type { JudgmentView } from '../derive/entities/judgments.ts';
import type { ConfidenceLevel } from '../model/generated/types.ts';
import type { LikelihoodScale } from '../model/scales.ts';
import type { Brief, Drawing } from './figure.ts';
import {
  type BandNames,
  bandNames,
  drawAxis,
  drawTicks,
  type PercentAxis,
  percentAxis,
} from './kit/band-axis.ts';
import { confidenceBar } from './kit/marks.ts';
import { wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

type Placed = JudgmentView & { readonly likelihood: LikelihoodView };

/** Columns from the line's start: number, statement, axis, confidence. */
const STATEMENT = { at: 20, width: 200 };
const CONFIDENCE = { width: 78 };
const AXIS_WIDTH = WIDTH - STATEMENT.at - STATEMENT.width - CONFIDENCE.width - 34;
const BAR = 12;
const PADDING = 7;
/** Below the rows: the ticks. */
const FOOT = 22;

const LEVELS: readonly ConfidenceLevel[] = ['low', 'moderate', 'high'];

/**
 * Key judgments on an axis from 0 to 100 %, with the bands of the scale named. Confidence is told apart by the fill of
 * the bar (full, hatched, empty), by dots and by its word. Needs two key judgments with a likelihood.
 */
export function drawJudgments({ view, words }: Brief): Drawing | undefined {
  const placed = view.judgments.key.filter(
    (judgment): judgment is Placed => judgment.likelihood !== undefined,
  );
  if (placed.length < 2) return undefined;
  const sheet = new Sheet(view.direction);
  const axis = percentAxis(sheet.left(STATEMENT.at + STATEMENT.width + 18, AXIS_WIDTH), AXIS_WIDTH);
  const names = bandNames(axis, view.scale, scaleRow(placed, view.scale), words);
  const rows = rowsOf(placed, TALLEST - names.height - FOOT, words);
  const bottom = drawRows(sheet, axis, names, view.scale, rows, words);
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

/** As many lines of each statement as there is room for; the whole of it stands with the judgment. */
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
  names: BandNames,
  scale: LikelihoodScale,
  rows: readonly Row[],
  words: Words,
): number {
  const top = names.height;
  const bottom = rows.reduce((sum, { height }) => sum + height, top);
  drawAxis(sheet, axis, scale, { top, bottom });
  names.draw(sheet, 0);
  const confidenceAt = WIDTH - CONFIDENCE.width;
  sheet.text(sheet.x(confidenceAt), top - 8, words.text('judgment.confidence'), {
    face: face.smallBold,
    fill: ink.structure,
  });
  let y = top;
  for (const [index, { judgment, lines, height }] of rows.entries()) {
    if (index > 0) sheet.line(0, y, WIDTH, y);
    const { low, high } = judgment.likelihood;
    const middle = y + height / 2;
    const first = middle - (lines.length * LEADING) / 2 + ASCENT;
    sheet.text(sheet.x(0), first, words.number(judgment.number), { face: face.bold, fill: ink.accent });
    sheet.text(sheet.x(STATEMENT.at), first, lines, { face: face.small });
    const width = Math.max(3, axis.at(high) - axis.at(low));
    const x = Math.min(axis.at(low), axis.left + axis.width - width);
    confidenceBar(sheet, { x, y: middle - BAR / 2, width, height: BAR }, judgment.confidence?.level);
    drawConfidence(sheet, confidenceAt, middle, judgment, words);
    y += height;
  }
  return bottom;
}

/** Dots, one for each level reached, and the word. */
function drawConfidence(
  sheet: Sheet,
  at: number,
  middle: number,
  { confidence }: Placed,
  words: Words,
): void {
  if (confidence === undefined) return;
  const reached = LEVELS.indexOf(confidence.level);
  for (const index of LEVELS.keys()) {
    const fill = index <= reached ? ink.structure : ink.paper;
    sheet.add('circle', {
      cx: sheet.x(at + 3.5 + index * 8),
      cy: middle,
      r: 2.75,
      fill,
      stroke: ink.structure,
    });
  }
  sheet.text(sheet.x(at + 27), middle + 4, words.label('confidence', confidence.level), { face: face.small });
}

/** The second row of a scale's terms only where every term used is of it, as in the memo's own note. */
function scaleRow(placed: readonly Placed[], scale: LikelihoodScale): 0 | 1 {
  const terms = placed.flatMap(({ likelihood }) => likelihood.term ?? []);
  const isSecond = (term: string) => scale.bands.some((band) => band.terms[1] === term);
  return terms.length > 0 && terms.every(isSecond) ? 1 : 0;
}

function likelihoodText(likelihood: LikelihoodView, words: Words): string {
  return words.text('figure.with-detail', { what: words.term(likelihood), detail: words.band(likelihood) });
}

function confidenceText({ confidence }: JudgmentView, words: Words): string {
  return confidence === undefined ? words.text('figure.none') : words.label('confidence', confidence.level);
}

/** Likelihood and confidence are not mixed in one sentence (ICD 203 D.6.e(2)(b)). */
function captionOf(placed: readonly Placed[], words: Words): string {
  const all = placed.length;
  const likely = placed.filter(({ likelihood }) => likelihood.low >= 50 && likelihood.high > 50).length;
  const unlikely = placed.filter(({ likelihood }) => likelihood.high <= 50 && likelihood.low < 50).length;
  const sure = placed.filter(({ confidence }) => confidence?.level === 'high').length;
  const first =
    likely >= unlikely
      ? words.text('figure.judgments.likely', { count: likely, all })
      : words.text('figure.judgments.unlikely', { count: unlikely, all });
  const second =
    sure === 0
      ? words.text('figure.judgments.none-sure')
      : words.text('figure.judgments.sure', { count: sure });
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
