import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextProfanities from 'retext-profanities';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { languageTree } from '../../../src/prose/reading/read-prose.ts';
import { loadedWords } from '../../../src/prose/wording/loaded-words.ts';
import { likelihoodScales } from '../../support/scales.ts';

/** What the lists of retext object to in a text. */
function retext(text: string): string[] {
  const file = new VFile(text);
  const tree = languageTree(text, 'en');
  for (const plugin of [retextEquality, retextProfanities, retextIntensify]) plugin()(tree, file);
  return file.messages.map(({ actual }) => actual ?? '');
}

test('the full lists object to the vocabulary of the field; our selection does not', () => {
  const text =
    'A terrorist killed two men and executed a hostage; Islamist militants of Fatah used a slave, TNT and suicide attacks.';
  expect(retext(text).length).toBeGreaterThanOrEqual(6);
  expect(loadedWords(text)).toEqual([]);
});

test('and to terms of the scales', () => {
  const terms = Object.values(likelihoodScales).flatMap(({ bands }) => bands.flatMap((band) => band.terms));
  expect(terms.filter((term) => retext(`It is ${term}.`).length > 0)).not.toEqual([]);
  expect(terms.filter((term) => loadedWords(`It is ${term}.`).length > 0)).toEqual([]);
});

test.each([
  'fuck',
  'shit',
  'bastards',
  'wetbacks',
  'kikes',
  'moron',
  'lunatic',
  'crazy',
  'madman',
  'savage',
  'obviously',
])('a word in both: %s', (word) => {
  expect(retext(`It was ${word} then.`)).not.toEqual([]);
  expect(loadedWords(`It was ${word} then.`)).toHaveLength(1);
});
