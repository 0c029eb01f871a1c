import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { columnWidths, shownOf } from '../../src/docx/columns.ts';
import type { Run } from '../../src/docx/flow.ts';
import { listIndent, listReference } from '../../src/docx/lists.ts';
import { piecesOf } from '../../src/docx/scripts.ts';
import { memoStyles, styleId } from '../../src/docx/styles.ts';
import { widthOf } from '../../src/figures/kit/measure.ts';

test('a column has room for its longest word, and more by the square root of its longest cell', () => {
  // Three characters at least, of 126 each, and 180 beside them.
  expect(columnWidths([['a', 'b']], 2, 2 * (3 * 126 + 180))).toEqual([558, 558]);
  expect(columnWidths([['a', 'b']], 2, 2000)).toEqual([1000, 1000]);
  expect(columnWidths([['abcdefghij', 'a']], 2, 10 * 126 + 180 + 558)).toEqual([1440, 558]);
  // Too narrow for both: each gets its share of what it needs.
  expect(columnWidths([['abcdefghij', 'a']], 2, 999)).toEqual([720, 279]);
  // 400 characters want 6 × 20 of 96; words of more than twelve in all may break at blanks, strokes and hyphens.
  const prose = 'word '.repeat(80);
  const [wide = 0, narrow = 0] = columnWidths([[prose, 'abc-defg/hi']], 2, 9000);
  const [least, other] = [4 * 126 + 180, 11 * 126 + 180];
  const [wanted, much] = [6 * 20 * 96 + 180 - least, 0];
  expect(other + much).toBe(narrow);
  expect(wide).toBe(Math.floor(least + ((9000 - least - other) * wanted) / wanted));
  expect(columnWidths([['abcd-efgh/ijkl mn', 'x']], 2, 4 * 126 + 180 + 558)).toEqual([684, 558]);
  expect(columnWidths([['a'], ['abcd', 'e']], 2, 1242)).toEqual([684, 558]);
});

test('numbers of notes count as part of the word before them, up to four', () => {
  const text = (words: string, raised = false): Run => ({
    type: 'text',
    text: words,
    ...(raised && { raised }),
  });
  const note = (number: number) => ({ type: 'note', number }) as unknown as Run;
  // A number and its comma in six tenths of the width: two zeros for up to two digits, three for three.
  expect(shownOf([text('Word'), note(1), note(12)])).toBe('Word0000');
  expect(shownOf([text('Word'), note(123)])).toBe('Word000');
  expect(shownOf([text('W'), note(1), note(2), note(3), note(4), note(5)])).toBe('W00000000');
  // A comma that is raised with them goes on counting, a word begins anew.
  expect(shownOf([note(1), text(',', true), note(2), note(3), note(4), text(',', true), note(5)])).toBe(
    '00000000',
  );
  expect(
    shownOf([note(1), note(2), note(3), note(4), text('A'), note(5), note(6), note(7), note(8), note(9)]),
  ).toBe('00000000A00000000');
});

test('a text is split where its script changes; punctuation belongs to the adjacent letters', () => {
  const pieces = (text: string, language = 'en', isRtl = false) =>
    piecesOf(text, language, isRtl).map(({ text: part, language: spoken, isRtl: right }) => [
      part,
      spoken,
      right,
    ]);
  expect(pieces('In Новая газета, 2024')).toEqual([
    ['In ', 'en', false],
    ['Новая газета', 'ru-RU', false],
    [', 2024', 'en', false],
  ]);
  expect(pieces('The הארץ (paper)')).toEqual([
    ['The ', 'en', false],
    ['הארץ', 'he-IL', true],
    [' (paper)', 'en', false],
  ]);
  expect(pieces('הארץ (Haaretz) 2024', 'he', true)).toEqual([
    ['הארץ (', 'he', true],
    ['Haaretz', 'en-US', false],
    [') 2024', 'he', true],
  ]);
  expect(pieces('Київ і Kyiv', 'uk-UA')).toEqual([
    ['Київ і ', 'uk-UA', false],
    ['Kyiv', 'en-US', false],
  ]);
  expect(pieces('Αθήνα', 'de')).toEqual([['Αθήνα', 'el-GR', false]]);
  expect(pieces('2024 – ', 'de')).toEqual([['2024 – ', 'de', false]]);
});

test.each(['ar', 'de', 'en', 'fr', 'he', 'ru', 'uk'])(
  'labels of a judgment end before their tab: %s',
  async (language) => {
    const messages: Readonly<Record<string, string>> = JSON.parse(
      await readFile(new URL(`../../templates/_shared/messages/${language}.json`, import.meta.url), 'utf8'),
    );
    const keys = ['likelihood', 'confidence', 'by-when', 'outcome', 'against', 'would-change'];
    const style = memoStyles(language, false).paragraphStyles?.find(
      ({ id }) => id === styleId('judgmentFact'),
    );
    const room = Number(style?.paragraph?.indent?.hanging);
    for (const key of keys) {
      const label = `${messages[`judgment.${key}`]}${messages['mark.colon']}`;
      // Calibri is about as wide as Source Sans; in twentieths of a point.
      expect(20 * widthOf(label, { size: 9, weight: 400 }), label).toBeLessThan(0.95 * room);
    }
  },
);

test('lists are indented by steps, down to the ninth level', () => {
  expect([0, 1, 8, 9].map(listIndent)).toEqual([397, 794, 3573, 3573]);
  expect(listReference({ start: undefined })).toBe('bullets');
  expect(listReference({ start: 3 })).toBe('numbers-from-3');
});
