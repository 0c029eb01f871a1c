import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedRanges } from '../../../scripts/printed-characters.ts';
import { coverageNotice } from '../../../src/pdf/fonts/coverage.ts';
import { charactersWithoutFont, namedCharacters } from '../../../src/prose/characters/printed.ts';

test('text in supported scripts needs nothing more', () => {
  expect(
    charactersWithoutFont('a – “Ḥamīd” ҷӣӯқғҳ Αθήνα ولاية می‌خواهم שלום ẵ €\u00a0№ 5\u202f%\ufe0f\n'),
  ).toEqual([]);
});

test('a character without a font is named once, in order', () => {
  expect(charactersWithoutFont('中国 and 中 한')).toEqual(['中', '国', '한']);
});

test('a character is named by its number, with four digits at least', () => {
  expect(namedCharacters(['ʰ', '中', '😀'])).toBe('ʰ (U+02B0), 中 (U+4E2D), 😀 (U+1F600)');
});

test('the notice says which memo, which characters, and how many more', () => {
  expect(coverageNotice('Memo', 'plain')).toBeUndefined();
  expect(coverageNotice('Memo', '中')).toBe(
    '"Memo": no font of the PDF has 中 (U+4E2D); an empty box is printed instead.',
  );
  expect(coverageNotice('Memo', '一二三四五六七八九十')).toContain('八 (U+516B) and 2 more');
});

test('the generated ranges match the fonts (otherwise run `npm run generate`)', () => {
  const file = new URL('../../../src/prose/characters/generated/printed-ranges.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(printedRanges());
});
