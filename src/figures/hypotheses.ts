import type { AlternativesView, HypothesisView, MatrixRowView } from '../derive/analysis/alternatives.ts';
import type { Brief, Drawing } from './figure.ts';
import { widthOf, wrap } from './kit/measure.ts';
import { drawRating, RATINGS } from './kit/rating-mark.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

/** From the line's start: letter, statement, bar of the score. */
const STATEMENT = { at: 20, width: 310 };
const BAR = { at: 344, width: 150 };
const PADDING = 5;
const KEY = 30;
/** Scores nearer than this are equal: products of square roots carry floating-point dust. */
const TIE = 1e-9;

type Scored = HypothesisView & { readonly weightedInconsistency: number };

/**
 * Competing hypotheses: how inconsistent each is with the evidence as a bar, and below it how each item rates against
 * each hypothesis. Only inconsistency counts, so only that is filled; letters say the rest. Needs two hypotheses and two
 * items of evidence; where there are too many items for a page, those that separate the hypotheses most stay.
 */
export function drawHypotheses({ view, words }: Brief): Drawing | undefined {
  const { alternatives } = view;
  const scored = (alternatives?.hypotheses ?? []).filter(isScored);
  if (!alternatives || scored.length < 2 || alternatives.matrix.length < 2) return undefined;
  const sheet = new Sheet(view.direction);
  const top = drawScores(sheet, scored, alternatives.leaders, words);
  const rows = fittingRows(alternatives.matrix, scored.length, TALLEST - top - 34 - KEY, words);
  const bottom = drawMatrix(sheet, scored, rows, top + 34, words);
  drawKey(sheet, bottom + 20, words);
  const caption = captionOf(alternatives, scored, rows.length, words);
  const alt = words.text('figure.hypotheses.alt', {
    items: scored
      .map((hypothesis) =>
        words.text('figure.hypotheses.alt-item', {
          letter: hypothesis.letter,
          statement: words.plain(hypothesis.statement).replace(/[.!?…]$/, ''),
          score: words.score(hypothesis.weightedInconsistency),
        }),
      )
      .join(words.text('list.semicolon')),
    count: alternatives.matrix.length,
  });
  return {
    svg: sheet.svg(bottom + KEY, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [words.text('alternatives.column.evidence'), ...scored.map(({ letter }) => letter)],
      rows: [
        ...alternatives.matrix.map(({ statement, ratings }) => [words.plain(statement), ...ratings]),
        [
          words.text('alternatives.row.score'),
          ...scored.map(({ weightedInconsistency }) => words.score(weightedInconsistency)),
        ],
      ],
    },
  };
}

function isScored(hypothesis: HypothesisView): hypothesis is Scored {
  return hypothesis.weightedInconsistency !== undefined;
}

/** A row for each hypothesis with the bar of its score; gives the bottom. */
function drawScores(
  sheet: Sheet,
  scored: readonly Scored[],
  leaders: readonly string[],
  words: Words,
): number {
  const worst = Math.max(...scored.map(({ weightedInconsistency }) => -weightedInconsistency), 1);
  sheet.text(sheet.x(BAR.at), ASCENT + 1, words.text('alternatives.row.score'), {
    face: face.smallBold,
    fill: ink.structure,
  });
  let y = LEADING + 6;
  // Statements share the upper part of the figure; the memo has them whole.
  const most = scored.length > 5 ? 2 : 4;
  for (const { letter, statement, weightedInconsistency } of scored) {
    const lines = wrap(words.plain(statement), STATEMENT.width, face.small, most);
    const leads = leaders.includes(letter);
    const height = Math.max(lines.length, leads ? 2 : 1) * LEADING + 2 * PADDING;
    const first = y + PADDING + ASCENT;
    sheet.line(0, y, WIDTH, y);
    sheet.text(sheet.x(0), first, letter, { face: face.bold, fill: ink.accent });
    sheet.text(sheet.x(STATEMENT.at), first, lines, { face: leads ? face.smallBold : face.small });
    const width = Math.max(1, (BAR.width * -weightedInconsistency) / worst);
    sheet.rect(sheet.left(BAR.at, width), y + PADDING + 1, width, 11, {
      fill: leads ? ink.structure : ink.middle,
    });
    sheet.text(sheet.x(BAR.at + width + 6), first, words.score(weightedInconsistency), {
      face: face.smallBold,
    });
    if (leads) {
      const [note = ''] = wrap(words.text('figure.hypotheses.least'), WIDTH - BAR.at, face.small, 1);
      sheet.text(sheet.x(BAR.at), first + LEADING, note, { face: face.small, fill: ink.grey });
    }
    y += height;
  }
  sheet.line(0, y, WIDTH, y);
  return y;
}

interface Row {
  readonly row: MatrixRowView;
  readonly lines: readonly string[];
  readonly height: number;
}

function cellWidth(count: number): number {
  return Math.min(36, 300 / count);
}

/** The most telling rows first; fewer lines of each, then fewer rows, where there is no room for all. */
function fittingRows(matrix: readonly MatrixRowView[], count: number, room: number, words: Words): Row[] {
  const width = WIDTH - count * cellWidth(count) - 14;
  const ordered = matrix.toSorted((a, b) => b.diagnosticity - a.diagnosticity);
  const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);
  let rows: Row[] = [];
  for (const most of [3, 2, 1]) {
    rows = ordered.map((row) => {
      const lines = wrap(words.plain(row.statement), width, face.small, most);
      return { row, lines, height: Math.max(lines.length * LEADING, 18) + 6 };
    });
    if (heightOf(rows) <= room) return rows;
  }
  while (rows.length > 1 && heightOf(rows) > room) rows.pop();
  return rows;
}

function drawMatrix(
  sheet: Sheet,
  scored: readonly Scored[],
  rows: readonly Row[],
  top: number,
  words: Words,
): number {
  const cell = cellWidth(scored.length);
  const start = WIDTH - scored.length * cell;
  sheet.text(sheet.x(0), top - 6, words.text('alternatives.column.evidence'), {
    face: face.smallBold,
    fill: ink.structure,
  });
  for (const [index, { letter }] of scored.entries()) {
    sheet.text(sheet.x(start + (index + 0.5) * cell), top - 6, letter, {
      face: face.bold,
      fill: ink.accent,
      anchor: 'middle',
    });
  }
  let y = top;
  for (const { row, lines, height } of rows) {
    sheet.line(0, y, WIDTH, y);
    sheet.text(sheet.x(0), y + (height - lines.length * LEADING) / 2 + ASCENT, lines, { face: face.small });
    for (const [index, rating] of row.ratings.entries()) {
      drawRating(sheet, sheet.x(start + (index + 0.5) * cell), y + height / 2, rating);
    }
    y += height;
  }
  sheet.line(0, y, WIDTH, y);
  return y;
}

/** What the letters in the cells mean, on one line. */
function drawKey(sheet: Sheet, y: number, words: Words): void {
  let x = 0;
  for (const rating of RATINGS) {
    const text = words.text(`figure.rating.${rating}`);
    const width = 30 + widthOf(text, face.small);
    if (x + width > WIDTH) return;
    drawRating(sheet, sheet.x(x + 12), y - 4, rating);
    sheet.text(sheet.x(x + 28), y, text, { face: face.small, fill: ink.grey });
    x += width + 8;
  }
}

function captionOf(
  { leaders, matrix }: AlternativesView,
  scored: readonly Scored[],
  shown: number,
  words: Words,
): string {
  const score = scored.find(({ letter }) => leaders.includes(letter))?.weightedInconsistency ?? 0;
  const lowest = Math.min(...scored.map(({ weightedInconsistency }) => weightedInconsistency));
  const worst = scored.filter(({ weightedInconsistency }) => weightedInconsistency - lowest < TIE);
  const parts = [
    words.text(leaders.length === 1 ? 'figure.hypotheses.leader' : 'figure.hypotheses.tie', {
      letters: words.list(leaders),
      score: words.score(score),
    }),
  ];
  if (leaders.length < scored.length) {
    const score = words.score(lowest);
    const letters = worst.map(({ letter }) => letter);
    parts.push(
      letters.length === 1
        ? words.text('figure.hypotheses.worst', { letter: words.list(letters), score })
        : words.text('figure.hypotheses.worst-tie', { letters: words.list(letters), score }),
    );
  }
  if (shown < matrix.length)
    parts.push(words.text('figure.hypotheses.left-out', { count: matrix.length - shown }));
  return parts.join(words.text('list.semicolon'));
}
