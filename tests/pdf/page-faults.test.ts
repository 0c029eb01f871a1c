import { expect, test } from 'vitest';
import {
  clippedNumbers,
  gluedJudgments,
  headingsAtTheFoot,
  holes,
  lostAtTheSide,
  notesAgainstFigures,
  overlaps,
  smallType,
  stubs,
  superscriptStrings,
  whiteEnds,
} from './page-faults.ts';
import type { PageLayout, PrintedText } from './page-layout.ts';

/** A text of a page of A4, its baseline from the top. */
function text(words: string, left: number, baseline: number, size = 10, raised = false): PrintedText {
  const right = left + words.length * size * 0.5;
  return {
    text: words,
    size,
    baseline,
    left,
    right,
    top: baseline - 0.66 * size,
    bottom: baseline + 0.2 * size,
    raised,
  };
}

function page(texts: readonly PrintedText[], drawn: PageLayout['drawn'] = []): PageLayout {
  return { number: 1, left: 0, top: 0, right: 595, bottom: 842, texts, drawn };
}

const lines = (from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / 14) }, (_, index) =>
    text('A line of text.', 62, from + 14 * index),
  );

test('small type is found, numbers of notes are not', () => {
  expect(smallType([page([text('Word', 62, 100, 7.5)])])).toHaveLength(1);
  expect(smallType([page([text('Word', 62, 100), text('1–3', 90, 96, 6.5, true)])])).toEqual([]);
});

test('text in the side margin is found', () => {
  expect(lostAtTheSide([page([text('A lost column', 540, 100)])])).toHaveLength(1);
  expect(lostAtTheSide([page(lines(60, 780))])).toEqual([]);
});

test('a hole is white space over more than a quarter of the page; a figure fills it, and the last page may end early', () => {
  const holed = page([...lines(60, 200), ...lines(520, 780)]);
  expect(holes([holed, page(lines(60, 780))])).toHaveLength(1);
  const figure = { left: 62, right: 530, top: 210, bottom: 500 };
  expect(holes([page(holed.texts, [figure]), page(lines(60, 780))])).toEqual([]);
  const paper = { left: 0, right: 595, top: 0, bottom: 842 };
  expect(holes([page(holed.texts, [paper])])).toHaveLength(1);
  expect(holes([page(lines(60, 200)), page(lines(60, 780))])).toHaveLength(1);
  expect(holes([page(lines(60, 200))])).toEqual([]);
});

test('a last page with only a few lines is found', () => {
  const full = page(lines(60, 780));
  expect(stubs([full, full, page(lines(60, 100))])).toHaveLength(1);
  expect(stubs([full, full, page(lines(60, 300))])).toEqual([]);
  expect(stubs([full, page(lines(60, 100))])).toEqual([]);
});

test('a last page that is mostly white is found', () => {
  expect(whiteEnds([page(lines(60, 300))])).toHaveLength(1);
  expect(whiteEnds([page(lines(60, 500))])).toEqual([]);
  const figure = { left: 62, right: 530, top: 310, bottom: 600 };
  expect(whiteEnds([page(lines(60, 300), [figure])])).toEqual([]);
});

test('a list number that hangs out of the column is found', () => {
  expect(clippedNumbers([page([text('10.', 40, 100), ...lines(60, 780)])])).toHaveLength(1);
  expect(clippedNumbers([page([text('10.', 55, 100), ...lines(60, 780)])])).toEqual([]);
});

test('more than three groups of notes, and notes out of order, are found', () => {
  const notes = (words: string) => [page([text('Word', 62, 100), text(words, 82, 96, 6.5, true)])];
  expect(superscriptStrings(notes('1, 3, 5, 7'))).toHaveLength(1);
  expect(superscriptStrings(notes('9, 3'))).toHaveLength(1);
  expect(superscriptStrings(notes('1–4, 7, 12'))).toEqual([]);
});

test('a note that touches a figure is found, one in brackets is not', () => {
  const noted = (words: string, note: string) => [
    page([text(words, 62, 100), text(note, 62 + words.length * 5, 96, 6.5, true)]),
  ];
  expect(notesAgainstFigures(noted('2023', '57'))).toHaveLength(1);
  expect(notesAgainstFigures(noted('2023', '[57]'))).toEqual([]);
  expect(notesAgainstFigures(noted('men', '57'))).toEqual([]);
});

test('overlapping texts are found, separate lines are not', () => {
  expect(overlaps([page([text('One text', 62, 100), text('another', 80, 103)])])).toHaveLength(1);
  expect(overlaps([page(lines(60, 780))])).toEqual([]);
});

test('a judgment without space above it is found', () => {
  const judged = (baseline: number) => [
    page([text('1', 62, 100, 15), text('What is judged.', 93, 100, 11), text('2', 62, baseline, 15)]),
  ];
  expect(gluedJudgments(judged(114))).toHaveLength(1);
  expect(gluedJudgments(judged(130))).toEqual([]);
});

test('a heading with nothing below it is found', () => {
  const headed = [...lines(60, 700), text('What next', 62, 770, 15)];
  expect(headingsAtTheFoot([page(headed)], ['What next'])).toHaveLength(1);
  expect(headingsAtTheFoot([page([...headed, text('A line.', 62, 788)])], ['What next'])).toEqual([]);
});
