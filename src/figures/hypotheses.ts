import type { AlternativesView, HypothesisView } from '../derive/analysis/alternatives.ts';
import type { Brief, Drawing } from './figure.ts';
import { wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

/** From the start of the line: letter, statement, bar of the score. */
const STATEMENT = { at: 20, width: 310 };
const BAR = { at: 344, width: 150 };
const PADDING = 5;
/** Scores closer than this are equal: products of square roots have rounding errors. */
const TIE = 1e-9;

type Scored = HypothesisView & { readonly weightedInconsistency: number };

/**
 * Competing hypotheses: how inconsistent each is with the evidence, as a bar. Ratings of single items are in
 * the table below the figure, and not repeated here. Needs two hypotheses and two items of evidence.
 */
export function drawHypotheses({ view, words }: Brief): Drawing | undefined {
  const { alternatives } = view;
  const scored = (alternatives?.hypotheses ?? []).filter(isScored);
  if (!alternatives || scored.length < 2 || alternatives.matrix.length < 2) return undefined;
  const sheet = new Sheet(view.direction);
  const bottom = drawScores(sheet, scored, alternatives.leaders, words);
  const caption = captionOf(alternatives, scored, words);
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
    svg: sheet.svg(bottom + 4, caption, alt),
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

/** Draws a row for each hypothesis with the bar of its score; returns the bottom. */
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
  // Statements share the upper part of the figure and may be cut; the memo has them in full.
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

function captionOf({ leaders }: AlternativesView, scored: readonly Scored[], words: Words): string {
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
  return parts.join(words.text('list.semicolon'));
}
