import { expect, test } from 'vitest';
import { loadedWords, mayHaveLoadedWords } from '../../../src/prose/wording/loaded-words.ts';
import { isReported } from '../../../src/prose/wording/reported.ts';

test.each([
  'The cowardly raid.',
  'These fanatics left.',
  'Evil men.',
  'Of course it failed.',
  'The puppet government fell.',
])('%s', (own) => {
  expect(mayHaveLoadedWords(own)).toBe(true);
  expect(loadedWords(own)).toHaveLength(1);
});

test.each([
  'Terrorists attacked, killed and executed soldiers; militants bombed a slave market.',
  'A vicious circle, and the lesser evil.',
  'They met in Heroes Square; the Al-Aqsa Martyrs Brigades came.',
  'It was a matter of course.',
  'The so-called Islamic State claimed it.',
  'Fatah, Haji Omar and Captain Dix came from Rio Negro.',
])('nothing in: %s', (own) => {
  expect(loadedWords(own)).toEqual([]);
});

test.each([
  ['The minister called it absurd.', 'absurd', true],
  ['The raid was condemned as heinous.', 'heinous', true],
  ['Ties are quite possible, says the source.', 'quite', true],
  ['The report reaches one verdict: most probably a cell.', 'most', true],
  ['We say that it is absurd.', 'absurd', false],
  ['Kyiv denied it, but the plan is absurd.', 'absurd', false],
  ['The claims of victory are absurd.', 'absurd', false],
])('%s', (own, word, expected) => {
  expect(isReported(own, own.indexOf(word))).toBe(expected);
});
